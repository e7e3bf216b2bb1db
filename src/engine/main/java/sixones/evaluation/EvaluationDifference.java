package sixones.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/**
 * The verdicts and outcomes that differ between two evaluations.
 *
 * @param verdicts the requirements whose verdict differs
 * @param findings the rules whose outcome differs
 */
public record EvaluationDifference(List<VerdictChange> verdicts, List<FindingChange> findings) {

  /**
   * A verdict that differs. A verdict is null if that rule set has no such requirement.
   *
   * @param leftBefore what was left to do for the requirement
   * @param leftAfter what is left to do for the requirement
   */
  public record VerdictChange(
      String requirement,
      Verdict before,
      Verdict after,
      Remaining leftBefore,
      Remaining leftAfter) {}

  /** An outcome that differs. An outcome is null if that evaluation has no such rule. */
  public record FindingChange(Rule rule, Outcome before, Outcome after) {}

  /** Compares two evaluations. The result has the order of the later rule set. */
  public static EvaluationDifference between(Evaluation before, Evaluation after) {
    return new EvaluationDifference(verdicts(before, after), findings(before, after));
  }

  private static List<VerdictChange> verdicts(Evaluation before, Evaluation after) {
    Map<String, VerdictChange> changes = new LinkedHashMap<>();
    for (String each : after.ruleSet().requirements()) {
      boolean known = before.ruleSet().requirements().contains(each);
      Verdict was = known ? before.verdictOn(each) : null;
      changes.put(
          each,
          new VerdictChange(
              each, was, after.verdictOn(each), before.remainingOn(each), after.remainingOn(each)));
    }
    for (String each : before.ruleSet().requirements()) {
      changes.putIfAbsent(
          each,
          new VerdictChange(
              each, before.verdictOn(each), null, before.remainingOn(each), Remaining.NOTHING));
    }
    return changes.values().stream().filter(c -> c.before() != c.after()).toList();
  }

  private static List<FindingChange> findings(Evaluation before, Evaluation after) {
    Map<String, Finding> old = new LinkedHashMap<>();
    before.findings().forEach(finding -> old.put(finding.rule().id(), finding));
    List<FindingChange> changes = new ArrayList<>();
    for (Finding now : after.findings()) {
      Finding was = old.remove(now.rule().id());
      if (was == null || was.outcome() != now.outcome()) {
        changes.add(
            new FindingChange(now.rule(), was == null ? null : was.outcome(), now.outcome()));
      }
    }
    old.values().forEach(gone -> changes.add(new FindingChange(gone.rule(), gone.outcome(), null)));
    return changes;
  }
}
