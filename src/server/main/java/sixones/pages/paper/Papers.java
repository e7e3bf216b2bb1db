package sixones.pages.paper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import sixones.casework.RoundConclusions;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.ReadableBid;
import sixones.pages.frame.Downloads;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.ConcludedBidView;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.paper.PaperRefused;
import sixones.paper.Typesetter;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.submission.Submission;

/** Composes the printed documents and has them set. */
@ApplicationScoped
public class Papers {
  @Inject Typesetter typesetter;
  @Inject ReportPage reports;
  @Inject PageFrames frames;
  @Inject Clock clock;

  @CheckedTemplate(basePath = "pages/paper", requireTypeSafeExpressions = true)
  static class Templates {
    static native TemplateInstance report(
        PaperFrame paper, ReportPaper report, ConcludedBidView concluded);

    static native TemplateInstance bid(PaperFrame paper, BidPaper bid);

    static native TemplateInstance receipt(PaperFrame paper, ReceiptPaper receipt);
  }

  /** Returns the document of a report on a bid that was not handed in. */
  private String report(RoundEvaluations.WithBid checked, Language language) {
    PageWords words = PageWords.in(language);
    String applicant = frames.applicant(checked.evaluation().draft().applicant(), language);
    PaperFrame frame =
        frame(
            language,
            words.text("paper.report"),
            applicant + " · " + words.text("paper.report.self"),
            null);
    return report(frame, reports.of(checked, language), null);
  }

  /** Prints the report on a bid that was not handed in. */
  Response printed(RoundEvaluations.WithBid checked, PageFrame frame) {
    Language language = frame.language();
    try {
      byte[] pdf = print(report(checked, language));
      String applicant = checked.evaluation().draft().applicant();
      String name =
          frames.applicant(applicant, language)
              + " "
              + PageWords.in(language).text("paper.file.report");
      return Downloads.named(pdf, PaperPages.PDF, "report-" + applicant + ".pdf", name, ".pdf");
    } catch (PaperRefused refused) {
      return PaperPages.refused(refused, frame);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
  }

  /**
   * Returns the document of the report on a bid that was handed in.
   *
   * @param concluded what follows in the case of the bid; null if it has none, or for the applicant
   */
  String report(
      Submission submission,
      Round round,
      RoundEvaluations.WithBid found,
      RoundConclusions.OfBid concluded,
      Language language) {
    return report(
        frame(language, "paper.report.official", submission, round),
        reports.of(found, language),
        ConcludedBidView.of(
            found.evaluation().verdict(),
            concluded,
            Messages.of(found.evaluation().ruleSet(), language)));
  }

  private static String report(PaperFrame frame, ReportView report, ConcludedBidView concluded) {
    return Templates.report(frame, ReportPaper.of(report), concluded).render();
  }

  /** Returns the document of a bid as it was handed in, with room for seal and signature. */
  String bid(Submission submission, Round round, ReadableBid read, Language language) {
    BidPaper bid =
        new BidPaper(
            submission,
            StoredJson.name(round, language),
            frames.applicant(submission.applicant(), language)
                + " ("
                + submission.applicant()
                + ")",
            moment(submission.submittedAt(), language),
            submission.withdrawnAt() == null ? null : moment(submission.withdrawnAt(), language),
            read);
    return Templates.bid(frame(language, "paper.bid", submission, round), bid).render();
  }

  /**
   * Returns the document of a receipt.
   *
   * @param address the address that leads to the submission
   */
  String receipt(Submission submission, Round round, String address, Language language) {
    VerdictBadge verdict =
        VerdictBadge.of(submission.result().verdict(), submission.result().remaining(), language);
    ReceiptPaper receipt =
        new ReceiptPaper(
            submission,
            StoredJson.name(round, language),
            frames.applicant(submission.applicant(), language)
                + " ("
                + submission.applicant()
                + ")",
            moment(submission.submittedAt(), language),
            submission.withdrawnAt() == null ? null : moment(submission.withdrawnAt(), language),
            verdict.verdict(),
            PageWords.in(language)
                .text("applicant.size", Map.of("bytes", submission.content().bytes())),
            address,
            QrImage.of(ReceiptPaper.coded(address, submission)));
    return Templates.receipt(frame(language, "applicant.receipt", submission, round), receipt)
        .render();
  }

  private PaperFrame frame(Language language, String kind, Submission submission, Round round) {
    return frame(
        language,
        PageWords.in(language).text(kind),
        frames.applicant(submission.applicant(), language)
            + " · "
            + StoredJson.name(round, language),
        submission.number().toString());
  }

  private PaperFrame frame(Language language, String kind, String about, String number) {
    return new PaperFrame(language, kind, about, number, moment(clock.instant(), language));
  }

  private static String moment(Instant instant, Language language) {
    return PageWords.in(language).text("paper.moment", Map.of("moment", Moments.second(instant)));
  }

  /**
   * Prints a document while somebody waits for it.
   *
   * @throws sixones.paper.PaperRefused if it is too large, or too many wait
   */
  byte[] print(String document) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    typesetter.print(document, pdf);
    return pdf.toByteArray();
  }

  /** Prints a document nobody waits for. */
  byte[] printInBackground(String document) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    typesetter.printInBackground(document, pdf);
    return pdf.toByteArray();
  }
}
