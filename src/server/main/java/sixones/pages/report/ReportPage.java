package sixones.pages.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import sixones.answer.Explanation;
import sixones.evaluation.Evaluation;
import sixones.library.RuleLibrary;
import sixones.overview.RoundEvaluations;
import sixones.pages.bid.ReadableBid;
import sixones.pages.form.Examples;
import sixones.pages.form.FieldWords;
import sixones.pages.form.Notes;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Reasoning;
import sixones.report.Reasons;
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
    return of(
        evaluation,
        null,
        null,
        null,
        language,
        ComparisonBids.published(examples, evaluation.ruleSet()));
  }

  /**
   * Returns the report with the bid, with figures compared to the bids packed with the application.
   */
  public ReportView of(RoundEvaluations.WithBid found, Language language) {
    return of(found, language, ComparisonBids.published(examples, found.evaluation().ruleSet()));
  }

  /**
   * Returns the report with the bid and the conditions behind the findings.
   *
   * @param why null for none
   * @param inFull what was asked of the explanation
   */
  public ReportView of(
      RoundEvaluations.WithBid found, Explanation why, WhyInFull inFull, Language language) {
    return of(
        found,
        why,
        inFull,
        language,
        ComparisonBids.published(examples, found.evaluation().ruleSet()));
  }

  /** Returns the report with the bid, with figures compared to the given bids. */
  public ReportView of(RoundEvaluations.WithBid found, Language language, ComparisonBids beside) {
    return of(found, null, null, language, beside);
  }

  /**
   * Returns the report with the bid and the conditions behind the findings, with figures compared
   * to the given bids.
   *
   * @param why null for none
   * @param inFull what was asked of the explanation; null for none
   */
  public ReportView of(
      RoundEvaluations.WithBid found,
      Explanation why,
      WhyInFull inFull,
      Language language,
      ComparisonBids beside) {
    Messages messages = Messages.of(found.evaluation().ruleSet(), language);
    ReadableBid bid = ReadableBid.of(found.bytes(), found.format(), messages);
    return of(found.evaluation(), bid, why, inFull, language, beside);
  }

  /** Returns the reasons of each finding in words, by rule. */
  private static Map<String, Reasoning> reasons(
      Evaluation evaluation, Explanation why, Messages messages) {
    Map<String, Reasoning> reasons = new HashMap<>();
    if (why != null) {
      Reasons words =
          new Reasons(evaluation.ruleSet(), messages.language(), new FieldWords(messages));
      why.findings().forEach(each -> reasons.put(each.rule(), words.of(each)));
    }
    return reasons;
  }

  private ReportView of(
      Evaluation evaluation,
      ReadableBid bid,
      Explanation why,
      WhyInFull inFull,
      Language language,
      ComparisonBids beside) {
    Messages messages = Messages.of(evaluation.ruleSet(), language);
    Report report = Report.of(evaluation, language);
    RuleLinks links = new RuleLinks(evaluation, library);
    ReportLayout layout =
        new ReportLayout(report, messages, links, bid, reasons(evaluation, why, messages));
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
        bid == null ? null : bid.with(Notes.of(report, messages, links::of)),
        why == null ? null : inFull);
  }
}
