package sixones.pages.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.EvidenceFiles;
import sixones.http.SentFile;
import sixones.http.SignedIn;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.submission.DraftFiles;

/** Lists the evidence files of a draft, adds one, and removes one. */
@Path("/applicant/drafts/{id}/files")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftFilesPage {
  @Inject WorkingDrafts drafts;
  @Inject DraftFiles files;
  @Inject OwnCases cases;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance draftFiles(
        PageFrame frame, DraftView draft, DraftFilesView kept);
  }

  /** Shows the files with a form for another. */
  @GET
  @Operation(hidden = true)
  public Response show() {
    return page(200, null, null);
  }

  private Response page(int status, String chosen, ErrorSummary trouble) {
    Person person = signedIn.person();
    WorkingDraft found = drafts.find(person, id);
    DraftFiles.Kept kept = files.list(person, id);
    String reply = kept.over() ? reply(person, found) : null;
    if (reply != null) {
      return DraftPage.to(reply);
    }
    DraftView draft = DraftView.of(found, language());
    DraftFilesView view = DraftFilesView.of(kept, draft.self(), chosen, trouble, language());
    return DraftPage.page(status, Templates.draftFiles(frame(), draft, view));
  }

  /** Returns where files are added to the reply that the draft can be; null if it can be none. */
  private String reply(Person person, WorkingDraft draft) {
    return cases
        .ofRound(person, draft.round())
        .filter(own -> own.waiting() != null)
        .map(own -> "/applicant/cases/" + own.id() + "/reply/" + id + "/files")
        .orElse(null);
  }

  /** Adds a file; a refusal is told at the form, which keeps the chosen document. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @WithFormRead
  @Operation(hidden = true)
  public Response add() throws IOException {
    Person person = signedIn.person();
    String entry = SentFile.field("entry");
    try {
      SentFile sent = SentFile.one();
      files.add(
          person,
          id,
          new EvidenceFiles.Sent(SentFile.field("key"), entry, sent.name(), sent.file()));
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      Problem problem = RefusedProblem.of(refused, language());
      return page(problem.status(), entry, trouble(problem));
    }
    return DraftPage.to("/applicant/drafts/" + id + "/files");
  }

  /** Each reason leads to its field. */
  private ErrorSummary trouble(Problem problem) {
    List<ErrorSummary.Link> links =
        problem.errors().stream()
            .map(error -> new ErrorSummary.Link("#" + error.pointer().substring(1), error.detail()))
            .toList();
    return links.isEmpty()
        ? new ErrorSummary(problem.title(), problem.detail(), links)
        : new ErrorSummary(frame().text("file.trouble"), frame().text("file.trouble.how"), links);
  }

  /** Removes a file. */
  @POST
  @Path("{file}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response remove(@PathParam("file") String file) {
    files.remove(signedIn.person(), id, PathParameters.id(file));
    return DraftPage.to("/applicant/drafts/" + id + "/files");
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
