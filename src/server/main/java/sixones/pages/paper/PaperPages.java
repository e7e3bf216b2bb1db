package sixones.pages.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.SignedIn;
import sixones.library.RuleLibrary;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.ReadableBid;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.paper.PaperRefused;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSet;
import sixones.submission.Submission;
import sixones.submission.SubmissionNumber;
import sixones.submission.Submissions;

/**
 * Finds submissions by their number, and prints them: the bid as handed in, its receipt and its
 * report, for whoever may see the submission.
 */
@Path("/submissions")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PaperPages {
  static final String PDF = "application/pdf";

  @Inject Papers papers;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject Rounds rounds;
  @Inject RuleLibrary library;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/paper")
  static class Templates {
    static native TemplateInstance find(PageFrame frame, String asked, boolean missing);

    static native TemplateInstance refused(PageFrame frame, String title, String how);
  }

  /** Asks for a number, and leads to the submission of that number. */
  @GET
  @Operation(hidden = true)
  public Response find(@QueryParam("number") String written) {
    Person person = reader();
    String asked = written == null ? "" : written;
    Optional<Submission> found = SubmissionNumber.of(asked).flatMap(n -> found(person, n));
    return found
        .map(submission -> to(person, submission))
        .orElseGet(() -> page(200, Templates.find(frame(), asked, !asked.isBlank())));
  }

  private Person reader() {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    return person;
  }

  private Optional<Submission> found(Person person, SubmissionNumber number) {
    try {
      return Optional.of(submissions.find(person, number));
    } catch (Refused none) {
      return Optional.empty();
    }
  }

  private static Response to(Person person, Submission submission) {
    String address =
        person.is(Role.APPLICANT)
            ? "/applicant/submissions/" + submission.id()
            : PageAddresses.evaluation(submission.result().evaluation());
    return Response.seeOther(URI.create(address)).build();
  }

  private static Response page(int status, TemplateInstance page) {
    return Response.status(status).entity(page).build();
  }

  /** Leads to the submission with a number. */
  @GET
  @Path("{number}")
  @Operation(hidden = true)
  public Response lead(@PathParam("number") String number) {
    Person person = reader();
    return to(person, submission(person, number));
  }

  private Submission submission(Person person, String number) {
    return submissions.find(
        person, SubmissionNumber.of(number).orElseThrow(NotFoundException::new));
  }

  /** Prints the report on the official evaluation. */
  @GET
  @Path("{number}/report.pdf")
  @Produces({PDF, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response report(@PathParam("number") String number) {
    Person person = reader();
    Submission submission = submission(person, number);
    submissions.exportPaper(person, submission.id(), "report.pdf");
    Round round = rounds.find(person, submission.round());
    return printed(
        submission,
        round,
        "paper.file.report",
        papers.report(
            submission,
            round,
            evaluations.explainedBid(person, submission.result().evaluation()),
            evaluations.conclusion(person, submission.result().evaluation()).orElse(null),
            language()));
  }

  /** Prints the bid as it was handed in, with room for seal and signature. */
  @GET
  @Path("{number}/bid.pdf")
  @Produces({PDF, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response bid(@PathParam("number") String number) {
    Person person = reader();
    Submissions.WithBytes found =
        submissions.exportPaper(person, submission(person, number).id(), "bid.pdf");
    Submission submission = found.submission();
    Round round = rounds.find(person, submission.round());
    Messages messages = Messages.of(words(round), language());
    return printed(
        submission,
        round,
        "paper.file.bid",
        papers.bid(
            submission,
            round,
            ReadableBid.of(found.bytes(), submission.content().form(), messages)
                .seenBy(person, messages),
            language()));
  }

  /** The version the round pins, whose words the bid was written in; else the newest. */
  private RuleSet words(Round round) {
    return library
        .find(round.ruleSet(), round.rules().version(), round.rules().digest())
        .or(() -> library.all().stream().filter(s -> s.id().equals(round.ruleSet())).findFirst())
        .orElseThrow(NotFoundException::new);
  }

  /** Prints the receipt. */
  @GET
  @Path("{number}/receipt.pdf")
  @Produces({PDF, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response receipt(@PathParam("number") String number) {
    Person person = reader();
    Submission submission = submission(person, number);
    submissions.exportPaper(person, submission.id(), "receipt.pdf");
    Round round = rounds.find(person, submission.round());
    String address =
        request.request().scheme()
            + "://"
            + request.request().authority()
            + "/submissions/"
            + submission.number();
    return printed(
        submission,
        round,
        "paper.file.receipt",
        papers.receipt(submission, round, address, language()));
  }

  /** Prints a document; the last word of the key of what it is stands in its plain name. */
  private Response printed(Submission submission, Round round, String kind, String document) {
    byte[] pdf;
    try {
      pdf = papers.print(document);
    } catch (PaperRefused refused) {
      return refused(refused, frame());
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    String applicant = frames.applicant(submission.applicant(), language());
    String name = PaperFile.of(submission.number(), applicant, round, kind, language());
    return Downloads.named(
        pdf,
        PDF,
        kind.substring(kind.lastIndexOf('.') + 1) + "-" + submission.number() + ".pdf",
        name,
        ".pdf");
  }

  /** Returns the page that says why nothing was printed. */
  static Response refused(PaperRefused refused, PageFrame frame) {
    boolean busy = refused.why() == PaperRefused.Why.BUSY;
    Response.ResponseBuilder page =
        Response.status(busy ? 503 : 413)
            .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
            .entity(
                busy
                    ? Templates.refused(frame, "paper.busy", "paper.busy.how")
                    : Templates.refused(frame, "paper.large", "paper.large.how"));
    return busy ? page.header(HttpHeaders.RETRY_AFTER, 60).build() : page.build();
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
