package sixones.pages.draft;

import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.form.Checks;
import sixones.pages.form.ChosenFile;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.workbook.WorkbookPages;
import sixones.pages.workbook.Workbooks;
import sixones.people.Person;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** Handles a draft whose bytes are not UTF-8: converts it, replaces it or renames it. */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftFile {
  @Inject WorkingDrafts drafts;
  @Inject Checks checks;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  /**
   * Replaces the draft by an uploaded file, or converts the stored bytes from the encoding the user
   * chose. Answers 422 with the choice of encodings if none was chosen yet.
   */
  @POST
  @Path("file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response load(@RestForm("file") FileUpload file) throws IOException {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    ChosenFile chosen = ChosenFile.of(file, sent).orElseGet(() -> ChosenFile.kept(saved.text()));
    if (Workbooks.isSpreadsheet(chosen.bytes())) {
      Map<String, String> along = Map.of("revision", "" + SentForm.revision(sent));
      String address = "/applicant/drafts/" + id + "/file";
      WorkbookPages.Outcome read = workbooks.load(chosen, sent, address, along, frame());
      if (read.form() == null) {
        return DraftPage.page(422, read.page());
      }
      chosen = new ChosenFile("bid.json", read.form().file(), false);
    }
    WorkingDrafts.Text text = chosen.text(sent).orElse(null);
    DraftView view = DraftView.of(saved.draft(), language());
    if (text == null) {
      return page(422, view, chosen);
    }
    try {
      drafts.save(person, id, SentForm.revision(sent), null, text);
      return DraftPage.to("/applicant/drafts/" + id);
    } catch (Refused refused) {
      if (NoRoom.isWhy(refused)) {
        ErrorSummary trouble = NoRoom.trouble(refused, frame());
        return page(
            409, DraftView.unsaved(saved.draft(), SentForm.revision(sent), trouble), chosen);
      }
      return overtaken(refused, person, chosen);
    }
  }

  /** Renames the draft without changing its bytes. */
  @POST
  @Path("name")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response rename() {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    String name = sent.getOrDefault("name", "").strip();
    try {
      drafts.rename(person, id, SentForm.revision(sent), name);
      return DraftPage.to("/applicant/drafts/" + id);
    } catch (Refused refused) {
      ChosenFile kept = ChosenFile.kept(saved.text());
      if (refused.why() != Refused.Why.WRONG) {
        return overtaken(refused, person, kept);
      }
      String fault = RefusedProblem.of(refused, language()).errors().get(0).detail();
      return page(422, DraftView.of(saved.draft(), language()).named(name, fault), kept);
    }
  }

  private Response overtaken(Refused refused, Person person, ChosenFile file) {
    if (refused.why() != Refused.Why.STALE) {
      throw refused;
    }
    return page(409, DraftView.overtaken(drafts.find(person, id), language()), file);
  }

  private Response page(int status, DraftView view, ChosenFile file) {
    OtherEncoding other = other(checks, view, file, language());
    return DraftPage.page(status, DraftPage.Templates.draftFile(frame(), view, other));
  }

  /** Returns the view of a file that is not UTF-8, for a draft's page. */
  static OtherEncoding other(Checks checks, DraftView view, ChosenFile file, Language language) {
    Map<String, String> along =
        Map.of(
            "revision",
            "" + (view.conflict() == null ? view.revision() : view.conflict().revision()));
    return checks.otherEncoding(file, view.self() + "/file", along, language);
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
