package sixones.pages.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.bid.Draft;
import sixones.draft.Occasion;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.choice.RuleSetChoice;
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
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/**
 * Replaces the content of a draft by a file or an example, and handles a draft whose bytes are not
 * UTF-8: converts it, replaces it or renames it.
 */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftFile {
  @Inject WorkingDrafts drafts;
  @Inject Beginnings beginnings;
  @Inject RuleSetChoice ruleSets;
  @Inject Checks checks;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Inject DraftBasis basis;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance draftLoad(PageFrame frame, DraftView draft, Load load);
  }

  /**
   * The choice of what takes the place of the content, as the template renders it.
   *
   * @param by who saved the content last
   * @param trouble why nothing was replaced, or null
   */
  record Load(String by, List<Beginnings.Group> examples, Problem.Error trouble) {}

  /** Asks what is to take the place of the content. */
  @GET
  @Path("load")
  @Operation(hidden = true)
  public Response askLoad() {
    WorkingDraft draft = drafts.find(signedIn.person(), id);
    return loadPage(200, DraftView.of(draft, language()), draft, null);
  }

  private Response loadPage(int status, DraftView view, WorkingDraft draft, Problem.Error trouble) {
    Load load = new Load(draft.savedBy(), beginnings.of("", false, language()), trouble);
    return DraftPage.page(status, Templates.draftLoad(frame(), view, load));
  }

  /** Replaces the content by an example or by a file; a file that is not UTF-8 is asked about. */
  @POST
  @Path("load")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response load(@RestForm("from") String from, @RestForm("file") FileUpload file)
      throws IOException {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    ChosenFile chosen = ChosenFile.of(file, sent).orElse(null);
    boolean example = chosen == null && from != null && !from.equals("file");
    if (chosen == null && !example) {
      Problem.Error none =
          new Problem.Error("#file", "no-file", frame().text("applicant.new.no-file"));
      return loadPage(422, DraftView.of(saved.draft(), language()), saved.draft(), none);
    }
    WorkingDrafts.Text text =
        example
            ? beginnings.text(person, ruleSets.of(request, null), from)
            : chosen.text(sent).orElse(null);
    if (text == null) {
      return page(422, DraftView.of(saved.draft(), language()), chosen);
    }
    try {
      return replaced(person, sent, text);
    } catch (Refused refused) {
      if (NoRoom.isWhy(refused)) {
        ErrorSummary trouble = NoRoom.trouble(refused, frame());
        DraftView view = DraftView.unsaved(saved.draft(), SentForm.revision(sent), trouble);
        return loadPage(409, view, saved.draft(), null);
      }
      if (refused.why() != Refused.Why.STALE) {
        throw refused;
      }
      WorkingDraft present = drafts.find(person, id);
      return loadPage(409, DraftView.overtaken(present, person, -1, language()), present, null);
    }
  }

  private Response replaced(Person person, Map<String, String> sent, WorkingDrafts.Text text) {
    if (text.bytes().length > Draft.MOST_BYTES) {
      throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    WorkingDrafts.Replaced replaced =
        drafts.replace(
            person,
            id,
            SentForm.revision(sent),
            null,
            WorkingDrafts.Replacement.of(text, Occasion.LOAD));
    String undo = replaced.before() == null ? "" : "?replaced=" + replaced.before();
    return DraftPage.to("/applicant/drafts/" + id + undo);
  }

  /**
   * Replaces the draft by an uploaded file, or converts the stored bytes from the encoding the user
   * chose. Answers 422 with the choice of encodings if none was chosen yet.
   */
  @POST
  @Path("file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response convert(@RestForm("file") FileUpload file) throws IOException {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    ChosenFile chosen = ChosenFile.of(file, sent).orElseGet(() -> ChosenFile.kept(saved.text()));
    if (Workbooks.isSpreadsheet(chosen.bytes())) {
      Map<String, String> along = Map.of("revision", "" + SentForm.revision(sent));
      String address = "/applicant/drafts/" + id + "/file";
      WorkbookPages.Outcome read =
          workbooks.load(chosen, sent, address, along, basis.rules(person, saved.draft()), frame());
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
      return replaced(person, sent, text);
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
    return page(409, DraftView.overtaken(drafts.find(person, id), person, -1, language()), file);
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
