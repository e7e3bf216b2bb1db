package sixones.pages.paper;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.http.SignedIn;
import sixones.pages.form.Check;
import sixones.pages.form.Checks;
import sixones.pages.form.KeptForm;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.SentForm;
import sixones.paper.PaperRefused;
import sixones.people.Person;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.Rounds;

/** Prints the report on what was not handed in: the form of the self-check, and a kept draft. */
@Path("/")
@Blocking
public class CheckPaper {
  @Inject Papers papers;
  @Inject Checks checks;
  @Inject WorkingDrafts drafts;
  @Inject Rounds rounds;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /** Prints the report on the submitted form; leads to the self-check if it has none. */
  @POST
  @Path("report.pdf")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({PaperPages.PDF, MediaType.TEXT_HTML})
  @WithFormRead
  @Operation(hidden = true)
  public Response ofForm() {
    var sent = SentForm.fields();
    Check check = checks.of(checks.sent(sent), sent.getOrDefault(Check.AS_OF, ""), language());
    return check.evaluation() == null ? to("/") : printed(check.evaluation());
  }

  /** Prints the report on the saved draft; leads to its form if it has none. */
  @GET
  @Path("applicant/drafts/{id}/report.pdf")
  @Produces({PaperPages.PDF, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response ofDraft(@PathParam("id") String draft) {
    Person person = signedIn.person();
    UUID id = PathParameters.id(draft);
    WorkingDrafts.Saved saved = drafts.read(person, id);
    Check check =
        KeptForm.of(saved.text())
            .map(form -> checks.of(person, round(person, saved.draft()), form, "", language()))
            .orElse(null);
    return check == null || check.evaluation() == null
        ? to("/applicant/drafts/" + id)
        : printed(check.evaluation());
  }

  private Round round(Person person, WorkingDraft draft) {
    return draft.round() == null ? null : rounds.find(person, draft.round());
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private Response printed(Evaluation evaluation) {
    try {
      byte[] pdf = papers.print(papers.report(evaluation, language()));
      String applicant = evaluation.draft().applicant();
      String name =
          frames.applicant(applicant, language())
              + " "
              + PageWords.in(language()).text("paper.file.report");
      return Downloads.named(pdf, PaperPages.PDF, "report-" + applicant + ".pdf", name, ".pdf");
    } catch (PaperRefused refused) {
      return PaperPages.refused(refused, frame());
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
