package sixones.pages.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.overview.RoundEvaluations;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.paper.PaperRefused;
import sixones.paper.PrintJob;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.submission.CurrentBids;

/** Prints all bids and reports of a round, and shows how far that is; for officers. */
@Path("/rounds/{id}/papers")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RoundPaperPages {
  @Inject RoundPapers papers;
  @Inject RoundEvaluations evaluations;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @PathParam("id")
  String id;

  @CheckedTemplate(basePath = "pages/paper")
  static class Templates {
    static native TemplateInstance round(PageFrame frame, RoundPaperView papers);
  }

  /** Shows what can be printed, and how far the last printing is. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    CurrentBids bids = bids();
    return Templates.round(frame(), RoundPaperView.of(bids, job(bids), language()));
  }

  private CurrentBids bids() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER);
    CurrentBids bids = evaluations.currentBids(person, PathParameters.id(id));
    if (bids.rules() == null) {
      throw new NotFoundException();
    }
    return bids;
  }

  private PrintJob job(CurrentBids bids) {
    return papers.find(owner(), bids.round().id()).orElse(null);
  }

  /** A program has no session and is told apart by its person. */
  private RoundPapers.Owner owner() {
    return new RoundPapers.Owner(signedIn.person(), signedIn.session().orElse(null));
  }

  /** Starts printing. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response start() {
    CurrentBids bids = bids();
    UUID round = bids.round().id();
    boolean zip = "zip".equals(SentForm.fields().get("form"));
    PrintJob.Form form = zip ? PrintJob.Form.ZIP : PrintJob.Form.PDF;
    try {
      evaluations.exportPapers(signedIn.person(), round, form.name().toLowerCase(Locale.ROOT));
      papers.start(owner(), bids, form, language());
    } catch (PaperRefused refused) {
      return PaperPages.refused(refused, frame());
    }
    return Response.seeOther(URI.create("/rounds/" + round + "/papers")).build();
  }

  /** Downloads what was printed. */
  @GET
  @Path("file")
  @Produces({PaperPages.PDF, "application/zip", MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response file() {
    CurrentBids bids = bids();
    PrintJob job = job(bids);
    if (job == null || job.state() != PrintJob.State.DONE) {
      throw new NotFoundException();
    }
    boolean zip = job.form() == PrintJob.Form.ZIP;
    String extension = zip ? ".zip" : ".pdf";
    return Downloads.named(
        job.file().toFile(),
        zip ? "application/zip" : PaperPages.PDF,
        "round-" + bids.round().number() + extension,
        bids.round().number()
            + " "
            + StoredJson.name(bids.round(), language())
            + " "
            + frame().text("paper.file.all"),
        extension);
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
