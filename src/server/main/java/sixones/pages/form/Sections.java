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
import sixones.finding.Finding;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.Report;
import sixones.report.VerdictWords;
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
   * Returns what a section shows about its requirement.
   *
   * @param report the report on the form; null if there is none, and so no verdict
   */
  static FormPart.Section section(
      RuleSet ruleSet, String requirement, Report report, Messages messages) {
    Passage demand = messages.passage(ruleSet.demand(requirement));
    VerdictWords verdict = report == null ? null : report.section(requirement).verdict();
    return new FormPart.Section(
        demand.gist(),
        demand.source(),
        demand.address(),
        verdict == null ? null : VerdictStyle.tone(verdict.of()),
        verdict == null ? null : VerdictStyle.of(verdict.of()),
        verdict == null ? null : verdict.whole());
  }
}
