package sixones.pages.report;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.pages.form.Examples;
import sixones.pages.form.Summary;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** Builds the report page of any evaluation, of a self-check or an official one. */
@ApplicationScoped
public class ReportPage {
  @Inject Examples examples;
  @Inject RuleSets ruleSets;

  /** Returns the report, with figures compared to the bids packed with the application. */
  public ReportView of(Evaluation evaluation, Language language) {
    return of(evaluation, language, ComparisonBids.published(examples));
  }

  /** Returns the report, with figures compared to the given bids. */
  public ReportView of(Evaluation evaluation, Language language, ComparisonBids beside) {
    RuleSet ruleSet = evaluation.ruleSet();
    Messages messages = Messages.of(ruleSet, language);
    Verdict verdict = evaluation.verdict();
    VerdictWords said = VerdictWords.of(verdict, evaluation.remaining(), language);
    RuleLinks links = new RuleLinks(evaluation, ruleSets);
    ReportBuilder telling = new ReportBuilder(evaluation, messages, links);
    return new ReportView(
        messages.title(ruleSet),
        head(evaluation, messages),
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        said.verdict(),
        said.left(),
        evaluation.draft().declaredUntruthful(),
        Summary.counts(evaluation, messages),
        telling.unreadable(),
        ruleSet.requirements().stream().map(telling::group).toList(),
        telling.gaps(evaluation.inTheWayOfTheBid()),
        telling.all(f -> is(f, Severity.ADVISORY) && VerdictStyle.isOpen(f)),
        telling.all(f -> is(f, Severity.JUDGED) && applies(f) && !f.holdsUp()),
        telling.all(f -> is(f, Severity.CONTEXT) && applies(f)),
        Charts.of(evaluation, messages, beside),
        beside.key(),
        version(ruleSet, messages),
        evaluation.draft().digest(),
        links.all());
  }

  private static String head(Evaluation evaluation, Messages messages) {
    String code = evaluation.draft().applicant();
    return messages.text(
        "text.head",
        Map.of(
            "city",
            messages.division(code),
            "day",
            TextNode.valueOf(evaluation.asOf().toString())));
  }

  private static String version(RuleSet ruleSet, Messages messages) {
    return messages.text(
        "text.version",
        Map.of(
            "id", ruleSet.id(),
            "version", ruleSet.version(),
            "digest", ruleSet.digest().substring(0, 12)));
  }

  private static boolean is(Finding finding, Severity severity) {
    return finding.rule().severity() == severity;
  }

  private static boolean applies(Finding finding) {
    return finding.outcome() != Outcome.INAPPLICABLE;
  }
}
