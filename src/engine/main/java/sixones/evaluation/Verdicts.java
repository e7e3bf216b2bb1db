package sixones.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/**
 * What follows from the findings of an evaluation.
 *
 * @param bid the verdict on the bid
 * @param remaining what remains to be done about the bid
 * @param requirements the verdict on each requirement by its id, in the order of the rule set
 * @param leftToPeople the ids of the judged rules, and of the requirements that no rule reads
 */
public record Verdicts(
    Verdict bid,
    Remaining remaining,
    Map<String, OnRequirement> requirements,
    List<String> leftToPeople) {

  /** The verdict on one requirement and what remains to be done about it. */
  public record OnRequirement(Verdict verdict, Remaining remaining) {}

  public Verdicts {
    requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
    leftToPeople = List.copyOf(leftToPeople);
  }

  /** Draws the verdicts from the findings of all rules in force. */
  public static Verdicts of(RuleSet ruleSet, List<Finding> findings) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    ruleSet.requirements().forEach(id -> tallies.put(id, new Tally()));
    Tally outside = new Tally();
    Remaining.Counter remaining = new Remaining.Counter();
    List<String> judged = new ArrayList<>();
    String last = null;
    Tally tally = null;
    for (Finding finding : findings) {
      remaining.count(finding);
      String requirement = finding.rule().requirement();
      if (!requirement.equals(last)) {
        tally = tallies.get(requirement);
        last = requirement;
      }
      if (tally != null) {
        tally.add(finding);
      } else if (isRequired(finding)) {
        outside.add(finding);
      }
      if (finding.rule().severity() == Severity.JUDGED) {
        judged.add(finding.rule().id());
      }
    }
    Verdict worst = outside.verdict;
    Map<String, OnRequirement> requirements = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (Map.Entry<String, Tally> each : tallies.entrySet()) {
      Tally of = each.getValue();
      worst = worst.worse(of.onRequirement());
      requirements.put(each.getKey(), new OnRequirement(of.onRequirement(), of.remaining.total()));
      if (!of.isSpokenFor) {
        left.add(each.getKey());
      }
    }
    left.addAll(judged);
    return new Verdicts(worst, remaining.total(), requirements, left);
  }

  /** What the findings on one requirement come to. */
  private static final class Tally {
    private final Remaining.Counter remaining = new Remaining.Counter();
    private Verdict verdict = Verdict.MET;
    private boolean isRequired;
    private boolean isApplied;
    private boolean isStated;
    private boolean isSpokenFor;

    void add(Finding finding) {
      boolean required = isRequired(finding);
      remaining.count(finding);
      verdict = verdict.worse(verdictOf(finding));
      isRequired |= required;
      isApplied |= required && finding.outcome() != Outcome.INAPPLICABLE;
      isStated |= isToJudge(finding);
      isSpokenFor |= required || finding.rule().severity() == Severity.JUDGED;
    }

    /**
     * A requirement is met only if nothing holds it up and something speaks for it: a required rule
     * that applied or, where it has judged rules alone, a judged one whose text is stated.
     */
    Verdict onRequirement() {
      return (isRequired ? isApplied : isStated) ? verdict : Verdict.OPEN;
    }
  }

  private static Verdict verdictOf(Finding finding) {
    if (!finding.holdsUp()) {
      return Verdict.MET;
    }
    return finding.outcome() == Outcome.FAIL ? Verdict.NOT_MET : Verdict.OPEN;
  }

  static boolean isRequired(Finding finding) {
    return finding.rule().severity() == Severity.REQUIRED;
  }

  private static boolean isToJudge(Finding finding) {
    return finding.rule().severity() == Severity.JUDGED && finding.outcome() == Outcome.REVIEW;
  }
}
