package sixones.pages.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import sixones.evaluation.Evaluation;
import sixones.library.RuleLibrary;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.ReadableBid;
import sixones.pages.form.Examples;
import sixones.pages.form.Notes;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportPart;

/** Builds the report page of any evaluation, of a self-check or an official one. */
@ApplicationScoped
public class ReportPage {
  @Inject Examples examples;
  @Inject RuleLibrary library;

  /**
   * Returns the report without the bid, with figures compared to the bids packed with the
   * application.
   */
  public ReportView of(Evaluation evaluation, Language language) {
    return of(evaluation, null, language, ComparisonBids.published(examples, evaluation.ruleSet()));
  }

  /**
   * Returns the report with the bid, with figures compared to the bids packed with the application.
   */
  public ReportView of(RoundEvaluations.WithBid found, Language language) {
    return of(found, language, ComparisonBids.published(examples, found.evaluation().ruleSet()));
  }

  /** Returns the report with the bid, with figures compared to the given bids. */
  public ReportView of(RoundEvaluations.WithBid found, Language language, ComparisonBids beside) {
    Messages messages = Messages.of(found.evaluation().ruleSet(), language);
    ReadableBid bid = ReadableBid.of(found.bytes(), found.format(), messages);
    return of(found.evaluation(), bid, language, beside);
  }

  private ReportView of(
      Evaluation evaluation, ReadableBid bid, Language language, ComparisonBids beside) {
    Messages messages = Messages.of(evaluation.ruleSet(), language);
    Report report = Report.of(evaluation, language);
    RuleLinks links = new RuleLinks(evaluation, library);
    ReportLayout layout = new ReportLayout(report, messages, links, bid);
    return new ReportView(
        layout.headline(),
        layout.unreadable(),
        layout.groups(),
        layout.findings(report.whole()),
        layout.part(ReportPart.LEFT_TO_PEOPLE),
        layout.part(ReportPart.REMARK),
        layout.part(ReportPart.CONTEXT),
        Charts.of(report, evaluation.draft().applicant(), messages, beside),
        beside.key(),
        layout.basis(),
        bid == null ? null : bid.with(Notes.of(report, messages, links::of)));
  }
}
