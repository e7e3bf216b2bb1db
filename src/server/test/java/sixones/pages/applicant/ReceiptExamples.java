package sixones.pages.applicant;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import sixones.evidence.FilesInTests;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.ReportView;
import sixones.people.Role;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.submission.Submission;

/** A receipt and the withdrawal of what it is for. */
@Singleton
class ReceiptExamples implements PageExamples {
  private static final String AT = "2022-06-15 10:31:00.000";
  private static final String DIGEST = "sha256:" + "c".repeat(64);
  private static final ReceiptView.Withdrawal POSSIBLE =
      new ReceiptView.Withdrawal(null, null, true);
  private static final ReceiptView.Withdrawal DONE =
      new ReceiptView.Withdrawal(AT, "li.wei", false);
  private static final ReceiptView.Withdrawal TOO_LATE =
      new ReceiptView.Withdrawal(null, null, false);

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    return List.of(
        receipt("receipt", POSSIBLE, true, true),
        receipt("receipt-withdrawn", DONE, false, true),
        receipt("receipt-differs", TOO_LATE, false, false),
        withdraw("withdraw", POSSIBLE, false),
        withdraw("withdraw-done", DONE, false),
        withdraw("withdraw-refused", TOO_LATE, true));
  }

  private Example receipt(
      String name, ReceiptView.Withdrawal withdrawal, boolean accepted, boolean readable) {
    return new Example(
        name,
        language -> {
          Bid bid = records.untruthful();
          return ReceiptPage.Templates.receipt(
              applicant(language),
              view(
                  bid,
                  withdrawal,
                  accepted,
                  null,
                  readable ? records.shortReport(bid, language) : null,
                  language));
        });
  }

  private Example withdraw(String name, ReceiptView.Withdrawal withdrawal, boolean refused) {
    return new Example(
        name,
        language ->
            ReceiptPage.Templates.withdraw(
                applicant(language),
                view(
                    records.bid("sample-met"),
                    withdrawal,
                    false,
                    refused ? tooLate(language) : null,
                    null,
                    language)));
  }

  private static PageFrame applicant(Language language) {
    return frame(language, Role.APPLICANT, "/applicant");
  }

  private static ErrorSummary tooLate(Language language) {
    Map<String, ?> values = Map.of("deadline", RecordsInTests.DEADLINE);
    return ErrorSummary.of(
        RefusedProblem.of(new Refused(Refused.Why.CONFLICT, "too-late", values), language));
  }

  private ReceiptView view(
      Bid bid,
      ReceiptView.Withdrawal withdrawal,
      boolean accepted,
      ErrorSummary trouble,
      ReportView report,
      Language language) {
    Submission submission = records.submission(bid, 2);
    Round round = records.round(RoundState.OPEN);
    return new ReceiptView(
        submission.id(),
        new ReceiptView.InRound(
            round.id(),
            ApplicantView.nameOf(round, language),
            TimeLeft.of(round, RecordsInTests.NOW, language)),
        "Chengdu 成都市 (510100)",
        submission.number(),
        new ReceiptView.Bid(
            "1,234 bytes",
            submission.content().digest(),
            DigestOf.BID,
            new ReceiptView.ReadFrom(DIGEST, "GB18030"),
            submission.content().declaredUntruthful(),
            KeptFiles.of(
                FilesInTests.handedIn(bid.bytes(), bid.evaluation().ruleSet().contract()),
                language)),
        new ReceiptView.Official(
            submission.result().evaluation(),
            submission.result().digest(),
            VerdictBadge.of(
                submission.result().verdict(), submission.result().remaining(), language)),
        AT,
        submission.submittedBy(),
        withdrawal,
        accepted,
        trouble,
        report);
  }
}
