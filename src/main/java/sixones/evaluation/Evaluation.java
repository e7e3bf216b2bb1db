package sixones.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.ruleset.Finding;
import sixones.ruleset.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.Severity;

/** One run of one rule set version over one draft as of one day; never changed. */
public final class Evaluation {
  private final RuleSet ruleSet;
  private final Draft draft;
  private final LocalDate asOf;
  private final List<Finding> findings;
  private final Map<String, List<Finding>> byRequirement = new HashMap<>();

  public Evaluation(RuleSet ruleSet, Draft draft, LocalDate asOf, List<Finding> findings) {
    this.ruleSet = ruleSet;
    this.draft = draft;
    this.asOf = asOf;
    this.findings = List.copyOf(findings);
    for (Finding finding : this.findings) {
      byRequirement
          .computeIfAbsent(finding.rule().requirement(), k -> new ArrayList<>())
          .add(finding);
    }
  }

  public RuleSet ruleSet() {
    return ruleSet;
  }

  public Draft draft() {
    return draft;
  }

  /** The day the draft was evaluated for. */
  public LocalDate asOf() {
    return asOf;
  }

  /** What each rule found, in the order of the rule set. */
  public List<Finding> findings() {
    return findings;
  }

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
    for (Finding finding : findingsOn(requirement)) {
      if (finding.rule().severity() == Severity.REQUIRED) {
        verdict = verdict.worse(verdictOf(finding.outcome()));
        applied |= finding.outcome() != Outcome.INAPPLICABLE;
      }
    }
    return applied ? verdict : Verdict.OPEN;
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
    return byRequirement.getOrDefault(requirement, List.of());
  }

  /** The findings of rules that belong to no requirement. */
  public List<Finding> context() {
    List<Finding> context = new ArrayList<>();
    for (Finding finding : findings) {
      if (!ruleSet.requirements().contains(finding.rule().requirement())) {
        context.add(finding);
      }
    }
    return context;
  }

  /** What only a person can judge: the judged rules and the requirements no rule decides. */
  public List<String> leftToPeople() {
    List<String> left = new ArrayList<>();
    for (String requirement : ruleSet.requirements()) {
      if (findingsOn(requirement).stream()
          .noneMatch(f -> f.rule().severity() == Severity.REQUIRED)) {
        left.add(requirement);
      }
    }
    for (Finding finding : findings) {
      if (finding.rule().severity() == Severity.JUDGED) {
        left.add(finding.rule().id());
      }
    }
    return left;
  }

  /** The ids of the rules with an outcome. */
  public List<String> rulesWith(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).map(f -> f.rule().id()).toList();
  }
}
