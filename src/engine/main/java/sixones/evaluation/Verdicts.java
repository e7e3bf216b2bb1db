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
    Map<String, List<Finding>> byRequirement = new LinkedHashMap<>();
    ruleSet.requirements().forEach(id -> byRequirement.put(id, new ArrayList<>()));
    Verdict worst = Verdict.MET;
    for (Finding finding : findings) {
      List<Finding> same = byRequirement.get(finding.rule().requirement());
      if (same != null) {
        same.add(finding);
      } else if (isRequired(finding)) {
        worst = worst.worse(verdictOf(finding));
      }
    }
    Map<String, OnRequirement> requirements = new LinkedHashMap<>();
    List<String> left = new ArrayList<>();
    for (Map.Entry<String, List<Finding>> each : byRequirement.entrySet()) {
      Verdict verdict = verdictOn(each.getValue());
      worst = worst.worse(verdict);
      requirements.put(each.getKey(), new OnRequirement(verdict, Remaining.of(each.getValue())));
      if (each.getValue().stream().noneMatch(Verdicts::speaksForRequirement)) {
        left.add(each.getKey());
      }
    }
    for (Finding finding : findings) {
      if (finding.rule().severity() == Severity.JUDGED) {
        left.add(finding.rule().id());
      }
    }
    return new Verdicts(worst, Remaining.of(findings), requirements, left);
  }

  /**
   * A requirement is met only if nothing holds it up and something speaks for it: a required rule
   * that applied or, where it has judged rules alone, a judged one whose text is stated.
   */
  private static Verdict verdictOn(List<Finding> findings) {
    Verdict verdict = Verdict.MET;
    boolean required = false;
    boolean applied = false;
    boolean stated = false;
    for (Finding finding : findings) {
      verdict = verdict.worse(verdictOf(finding));
      required |= isRequired(finding);
      applied |= isRequired(finding) && finding.outcome() != Outcome.INAPPLICABLE;
      stated |= isToJudge(finding);
    }
    return (required ? applied : stated) ? verdict : Verdict.OPEN;
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

  private static boolean speaksForRequirement(Finding finding) {
    return isRequired(finding) || finding.rule().severity() == Severity.JUDGED;
  }
}
