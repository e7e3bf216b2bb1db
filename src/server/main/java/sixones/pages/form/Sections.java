package sixones.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.rule.Citation;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

/**
 * Determines which member of a bid answers which requirement, from the places that the rules
 * examine in a blank bid.
 */
@ApplicationScoped
class Sections {
  private static final String BLANK =
      "{\"schema\":\"%s\",\"ruleSet\":\"%s\",\"city\":{\"code\":\"510100\"}}";

  private final Map<RuleSet, Map<String, String>> known = new ConcurrentHashMap<>();
  @Inject Evaluations evaluations;

  /** Returns the requirements by the member that answers each, such as {@code parks}. */
  Map<String, String> of(RuleSet ruleSet) {
    return known.computeIfAbsent(ruleSet, this::infer);
  }

  private Map<String, String> infer(RuleSet ruleSet) {
    Map<String, String> sections = new LinkedHashMap<>();
    String blank = BLANK.formatted(BidContract.SCHEMA, ruleSet.id());
    try {
      Draft draft = Draft.read(blank.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON);
      String name = ruleSet.id() + "/" + ruleSet.version();
      Evaluation evaluation =
          evaluations.run(draft, ruleSet.rules().values().iterator().next().from(), name);
      for (String requirement : ruleSet.requirements()) {
        for (Finding finding : evaluation.findingsOn(requirement)) {
          finding.places().forEach(at -> sections.putIfAbsent(member(at.pointer()), requirement));
        }
      }
    } catch (UnreadableDraft | UnknownRuleSet | NoRuleInForce e) {
      throw new IllegalStateException("a blank bid can be evaluated by every rule set", e);
    }
    return sections;
  }

  private static String member(String pointer) {
    return pointer.split("/", 3)[1];
  }

  /**
   * Returns what a section shows about its requirement; without a verdict if there is no
   * evaluation.
   */
  static Section told(
      RuleSet ruleSet, String requirement, Evaluation evaluation, Language language) {
    Messages messages = Messages.of(ruleSet, language);
    Citation demand = ruleSet.demand(requirement);
    Verdict verdict = evaluation == null ? null : evaluation.verdictOn(requirement);
    String said =
        verdict == null
            ? null
            : VerdictWords.of(verdict, evaluation.remainingOn(requirement), language).whole();
    return new Section(
        messages.gist(demand),
        messages.source(demand),
        demand.address(),
        verdict == null ? null : VerdictStyle.tone(verdict),
        verdict == null ? null : VerdictStyle.of(verdict),
        said);
  }
}
