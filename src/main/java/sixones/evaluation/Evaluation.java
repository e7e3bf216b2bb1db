package sixones.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import sixones.bid.Draft;
import sixones.ruleset.Finding;
import sixones.ruleset.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.Severity;

/** One run of one rule set version over one draft as of one day; never changed. */
public record Evaluation(RuleSet ruleSet, Draft draft, LocalDate asOf, List<Finding> findings) {

  /** The worst verdict of the requirements. */
  public Verdict verdict() {
    Verdict worst = Verdict.MET;
    for (String requirement : ruleSet.requirements()) {
      worst = worst.worse(verdictOn(requirement));
    }
    return worst;
  }

  /** A requirement is met only if all its required rules are, and at least one of them applied. */
  public Verdict verdictOn(String requirement) {
    Verdict verdict = Verdict.MET;
    boolean applied = false;
    for (Finding finding : findings) {
      if (decides(finding, requirement)) {
        verdict = verdict.worse(verdictOf(finding.outcome()));
        applied |= finding.outcome() != Outcome.INAPPLICABLE;
      }
    }
    return applied ? verdict : Verdict.OPEN;
  }

  private static boolean decides(Finding finding, String requirement) {
    return finding.rule().severity() == Severity.REQUIRED
        && finding.rule().requirement().equals(requirement);
  }

  private static Verdict verdictOf(Outcome outcome) {
    return switch (outcome) {
      case FAIL -> Verdict.NOT_MET;
      case ERROR, INCOMPLETE, REVIEW -> Verdict.OPEN;
      case PASS, INAPPLICABLE -> Verdict.MET;
    };
  }

  /** The findings of one requirement, or of a group of rules on the whole bid. */
  public List<Finding> findingsOn(String requirement) {
    return findings.stream().filter(f -> f.rule().requirement().equals(requirement)).toList();
  }

  /** The findings of rules that belong to no requirement. */
  public List<Finding> context() {
    List<String> requirements = ruleSet.requirements();
    return findings.stream().filter(f -> !requirements.contains(f.rule().requirement())).toList();
  }

  /** What only a person can judge: the judged rules and the requirements no rule decides. */
  public List<String> leftToPeople() {
    List<String> left =
        new ArrayList<>(
            ruleSet.requirements().stream()
                .filter(r -> findings.stream().noneMatch(f -> decides(f, r)))
                .toList());
    findings.stream()
        .filter(f -> f.rule().severity() == Severity.JUDGED)
        .forEach(f -> left.add(f.rule().id()));
    return left;
  }

  /** The ids of the rules with an outcome. */
  public List<String> rulesWith(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).map(f -> f.rule().id()).toList();
  }
}
