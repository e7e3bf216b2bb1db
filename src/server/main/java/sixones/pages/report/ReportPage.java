package sixones.pages.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import sixones.evaluation.Evaluation;
import sixones.library.RuleLibrary;
import sixones.pages.form.Examples;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportPart;

/** Builds the report page of any evaluation, of a self-check or an official one. */
@ApplicationScoped
public class ReportPage {
  @Inject Examples examples;
  @Inject RuleLibrary library;

  /** Returns the report, with figures compared to the bids packed with the application. */
  public ReportView of(Evaluation evaluation, Language language) {
    return of(evaluation, language, ComparisonBids.published(examples));
  }

  /** Returns the report, with figures compared to the given bids. */
  public ReportView of(Evaluation evaluation, Language language, ComparisonBids beside) {
    Messages messages = Messages.of(evaluation.ruleSet(), language);
    Report report = Report.of(evaluation, language);
    ReportLayout layout = new ReportLayout(report, messages, new RuleLinks(evaluation, library));
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
        layout.basis());
  }
}
