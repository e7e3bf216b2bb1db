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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.answer.Explanation;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.pages.form.BidForm;
import sixones.pages.form.Checks;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.report.WhyInFull;
import sixones.pages.workbook.BidWorkbook;
import sixones.pages.workbook.WorkbookPages;
import sixones.people.Person;
import sixones.report.Language;
import sixones.round.Refused;
import sixones.text.Text;

/** Operations on a working draft other than editing: report, download, copy, deletion. */
@Path("/applicant/drafts/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DraftActs {
  @Inject WorkingDrafts drafts;
  @Inject DraftBasis basis;
  @Inject ReportPage reports;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/draft")
  static class Templates {
    static native TemplateInstance draftReport(PageFrame frame, DraftView draft, ReportView report);

    static native TemplateInstance draftAway(PageFrame frame, DraftView draft);
  }

  /** Shows the report on the saved draft; redirects to the form if it cannot be evaluated. */
  @GET
  @Path("report")
  @Operation(hidden = true)
  public Response report(@QueryParam(WhyInFull.FIELD) String asked) {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    DraftBasis.Checked checked =
        basis
            .form(signedIn.person(), saved)
            .map(Checks.Changed::not)
            .map(form -> basis.check(signedIn.person(), saved.draft(), form, "", frame()))
            .orElse(null);
    if (checked == null || checked.check().evaluation() == null) {
      return DraftPage.to("/applicant/drafts/" + id);
    }
    DraftView view = DraftView.of(saved.draft(), language()).on(checked.basis());
    WhyInFull inFull = WhyInFull.of("why", view.self() + "/report", asked);
    Explanation why =
        basis
            .explain(signedIn.person(), saved.draft(), checked.check(), inFull.focus())
            .orElse(null);
    ReportView report = reports.of(checked.check().written(), why, inFull, language());
    return DraftPage.page(200, Templates.draftReport(frame(), view, report));
  }

  /** Downloads the bytes of the draft. */
  @GET
  @Path("bid")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public Response file() {
    WorkingDrafts.Text text = drafts.read(signedIn.person(), id).text();
    return Downloads.of(text.bytes(), text.form(), "draft-" + id.toString().substring(0, 8));
  }

  /** Downloads the draft as an Excel workbook. */
  @GET
  @Path("bid.xlsx")
  @Produces({BidWorkbook.TYPE, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@QueryParam("without") String without) {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id);
    BidForm form = basis.form(signedIn.person(), saved).orElse(null);
    String name = "draft-" + id.toString().substring(0, 8);
    return workbooks.download(form, name, without != null, frame());
  }

  /** Copies the draft. */
  @POST
  @Path("copy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response copy() {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id);
    String name =
        frame().text("applicant.draft.copy-of", "name", Text.shortened(saved.draft().name(), 80));
    try {
      return DraftPage.to("/applicant/drafts/" + drafts.create(person, name, saved.text()).id());
    } catch (Refused refused) {
      return NoRoom.page(refused, frame(), "/applicant/drafts/" + id + "/copy", SentForm.fields());
    }
  }

  /** Shows the confirmation page of a deletion. */
  @GET
  @Path("away")
  @Operation(hidden = true)
  public TemplateInstance askAway() {
    WorkingDraft draft = drafts.find(signedIn.person(), id);
    return Templates.draftAway(frame(), DraftView.of(draft, language()));
  }

  /** Deletes the draft unless it was changed since the confirmation page; then answers 409. */
  @POST
  @Path("away")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response away() {
    Person person = signedIn.person();
    int revision = SentForm.revision(SentForm.fields());
    try {
      drafts.delete(person, id, revision);
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.STALE) {
        throw refused;
      }
      WorkingDraft draft = drafts.find(person, id);
      DraftView overtaken = DraftView.overtaken(draft, person, -1, language());
      return DraftPage.page(409, Templates.draftAway(frame(), overtaken));
    }
    return DraftPage.to("/applicant");
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
