package sixones.pages.applicant;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.draft.Source;
import sixones.draft.WorkingDrafts;
import sixones.http.SignedIn;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.KeptFiles;
import sixones.pages.form.Checks;
import sixones.pages.form.OtherEncoding;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.SentForm;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.workbook.BidWorkbook;
import sixones.pages.workbook.WorkbookPages;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.submission.Submission;
import sixones.submission.SubmissionFiles;
import sixones.submission.SubmissionNumber;
import sixones.submission.Submissions;

/** An applicant's submission: its receipt, its report and its withdrawal. */
@Path("/applicant/submissions/{id}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReceiptPage {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject SubmissionFiles files;
  @Inject Checks checks;
  @Inject RoundEvaluations evaluations;
  @Inject WorkingDrafts drafts;
  @Inject ReportPage reports;
  @Inject WorkbookPages workbooks;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @PathParam("id")
  UUID id;

  @CheckedTemplate(basePath = "pages/applicant")
  static class Templates {
    static native TemplateInstance receipt(PageFrame frame, ReceiptView receipt);

    static native TemplateInstance withdraw(PageFrame frame, ReceiptView receipt);
  }

  /** Shows the receipt and the report of the official evaluation. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@QueryParam("accepted") String accepted) {
    Person person = applicant();
    Submission submission = submissions.find(person, id);
    return Templates.receipt(
        frame(), view(person, submission, null, accepted != null, report(person, submission)));
  }

  private Person applicant() {
    Person person = signedIn.person();
    person.mustBe(Role.APPLICANT);
    return person;
  }

  private ReportView report(Person person, Submission submission) {
    try {
      return reports.of(
          evaluations.explainedBid(person, submission.result().evaluation()), language());
    } catch (Refused refused) {
      if (refused.why() != Refused.Why.CONFLICT) {
        throw refused;
      }
      return null;
    }
  }

  private ReceiptView view(
      Person person,
      Submission submission,
      ErrorSummary trouble,
      boolean accepted,
      ReportView report) {
    Language language = language();
    Round round = rounds.find(person, submission.round());
    Instant now = clock.instant();
    return new ReceiptView(
        submission.id(),
        new ReceiptView.InRound(
            round.id(), ApplicantView.nameOf(round, language), TimeLeft.of(round, now, language)),
        frames.applicant(submission.applicant(), language) + " (" + submission.applicant() + ")",
        submission.number(),
        new ReceiptView.Bid(
            PageWords.in(language)
                .text("applicant.size", Map.of("bytes", submission.content().bytes())),
            submission.content().digest(),
            DigestOf.bid(submission.content().form().name()),
            source(submission),
            submission.content().declaredUntruthful(),
            KeptFiles.of(files.look(person, submission), language)),
        new ReceiptView.Official(
            submission.result().evaluation(),
            submission.result().digest(),
            VerdictBadge.of(
                submission.result().verdict(), submission.result().remaining(), language)),
        instant(submission.submittedAt()),
        submission.submittedBy(),
        new ReceiptView.Withdrawal(
            submission.withdrawnAt() == null ? null : instant(submission.withdrawnAt()),
            submission.withdrawnBy(),
            submission.withdrawnAt() == null && round.acceptsAt(now)),
        accepted && submission.withdrawnAt() == null,
        trouble,
        report);
  }

  private ReceiptView.ReadFrom source(Submission submission) {
    Source source = submission.content().source();
    if (source == null) {
      return null;
    }
    boolean unchanged = source.converted().equals(submission.content().digest());
    String key =
        unchanged ? "applicant.digest.source.unchanged" : "applicant.digest.source.changed";
    return new ReceiptView.ReadFrom(
        source.digest(),
        frame().text(key, "encoding", frame().text(OtherEncoding.key(source.encoding()))));
  }

  private static String instant(Instant instant) {
    return INSTANT.format(OffsetDateTime.ofInstant(instant, StoredJson.ZONE));
  }

  /**
   * Downloads the receipt as the REST interface returns it, with its withdrawal if there is one.
   */
  @GET
  @Path("receipt.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response file() {
    Submission submission = submissions.exportReceipt(applicant(), id);
    byte[] receipt = (StoredJson.of(submission) + "\n").getBytes(StandardCharsets.UTF_8);
    return Downloads.of(
        receipt, "application/json", "receipt-" + plain(submission.number()) + ".json");
  }

  /** Downloads the submitted bytes. */
  @GET
  @Path("bid")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public Response bid() {
    Submissions.WithBytes found = submissions.export(applicant(), id);
    Submission submission = found.submission();
    return Downloads.of(
        found.bytes(), submission.content().form(), "bid-" + plain(submission.number()));
  }

  /** A colon stands in no file name of Windows. */
  private static String plain(SubmissionNumber number) {
    return number.toString().replace(':', '-');
  }

  /** Downloads the kept answer of the official evaluation, byte for byte. */
  @GET
  @Path("answer")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response answer() {
    Person person = applicant();
    Submission submission = submissions.find(person, id);
    RoundEvaluations.WithBody kept = evaluations.read(person, submission.result().evaluation());
    return Downloads.of(
        kept.body(), "application/json", "answer-" + plain(submission.number()) + ".json");
  }

  /** Downloads the bid as an Excel workbook. */
  @GET
  @Path("bid.xlsx")
  @Produces({BidWorkbook.TYPE, MediaType.TEXT_HTML})
  @Operation(hidden = true)
  public Response workbook(@QueryParam("without") String without) {
    Submissions.WithBytes found = submissions.export(applicant(), id);
    Submission submission = found.submission();
    return workbooks.download(
        checks.submitted(applicant(), submission, found.bytes()).orElse(null),
        "bid-" + plain(submission.number()),
        without != null,
        frame());
  }

  /** Creates a working draft from the submission. */
  @POST
  @Path("copy")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response copy() {
    Person person = applicant();
    Submissions.WithBytes found = submissions.read(person, id);
    String version = frame().text("applicant.version", "version", found.submission().version());
    WorkingDrafts.Text text =
        new WorkingDrafts.Text(
            found.submission().content().form(),
            found.bytes(),
            found.submission().content().source());
    String name = frame().text("applicant.draft.copy-of", "name", version);
    try {
      return to("/applicant/drafts/" + drafts.create(person, name, text).id());
    } catch (Refused refused) {
      return NoRoom.page(
          refused, frame(), "/applicant/submissions/" + id + "/copy", SentForm.fields());
    }
  }

  /** Shows the confirmation page of a withdrawal. */
  @GET
  @Path("withdraw")
  @Operation(hidden = true)
  public TemplateInstance confirmWithdrawal() {
    Person person = applicant();
    return Templates.withdraw(
        frame(), view(person, submissions.find(person, id), null, false, null));
  }

  /** Withdraws the submission; answers 409 with the reason if that is no longer possible. */
  @POST
  @Path("withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response withdraw() {
    Person person = applicant();
    try {
      submissions.withdraw(person, id);
      return to("/applicant/submissions/" + id);
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      ErrorSummary why = ErrorSummary.of(RefusedProblem.of(refused, language()));
      ReceiptView view = view(person, submissions.find(person, id), why, false, null);
      return Response.status(409)
          .type("text/html;charset=UTF-8")
          .entity(Templates.withdraw(frame(), view).render())
          .build();
    }
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private Language language() {
    return frame().language();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
