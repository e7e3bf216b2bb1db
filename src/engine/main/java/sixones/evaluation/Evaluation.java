package sixones.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/** One run of one rule set version over one draft as of one day. Immutable. */
public final class Evaluation {
  private final RuleSet ruleSet;
  private final Draft draft;
  private final LocalDate asOf;
  private final List<Finding> findings;
  private final Map<String, List<Finding>> byRequirement = new HashMap<>();
  private final List<Finding> context = new ArrayList<>();

  public Evaluation(RuleSet ruleSet, Draft draft, LocalDate asOf, List<Finding> findings) {
    this.ruleSet = ruleSet;
    this.draft = draft;
    this.asOf = asOf;
    this.findings = List.copyOf(findings);
    for (Finding finding : this.findings) {
      String requirement = finding.rule().requirement();
      byRequirement.computeIfAbsent(requirement, k -> new ArrayList<>()).add(finding);
      if (!ruleSet.requirements().contains(requirement)) {
        context.add(finding);
      }
    }
  }

  public RuleSet ruleSet() {
    return ruleSet;
  }

  public Draft draft() {
    return draft;
  }

  /** Returns the day the draft was evaluated for. */
  public LocalDate asOf() {
    return asOf;
  }

  /** Returns the defects of the draft; empty if every place could be read. */
  public List<Defect> defects() {
    return draft.defects();
  }

  /** Returns the finding of each rule, in the order of the rule set. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the worst verdict of all requirements and of the required rules outside them. */
  public Verdict verdict() {
    Verdict worst = Verdict.MET;
    for (String requirement : ruleSet.requirements()) {
      worst = worst.worse(verdictOn(requirement));
    }
    for (Finding finding : inTheWayOfTheBid()) {
      worst = worst.worse(verdictOf(finding));
    }
    return worst;
  }

  /**
   * Returns the verdict on a requirement. It is {@code MET} only if no finding holds it up and a
   * required rule applied. If the requirement has judged rules only, one of them must be stated
   * instead.
   */
  public Verdict verdictOn(String requirement) {
    Verdict verdict = Verdict.MET;
    boolean required = false;
    boolean applied = false;
    boolean stated = false;
    for (Finding finding : findingsOn(requirement)) {
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

  private static boolean isRequired(Finding finding) {
    return finding.rule().severity() == Severity.REQUIRED;
  }

  private static boolean isToJudge(Finding finding) {
    return finding.rule().severity() == Severity.JUDGED && finding.outcome() == Outcome.REVIEW;
  }

  /** Returns the findings that keep a requirement from being met. */
  public List<Finding> inTheWayOf(String requirement) {
    return findingsOn(requirement).stream().filter(Finding::holdsUp).toList();
  }

  /** Returns the findings outside every requirement that keep the bid from being met. */
  public List<Finding> inTheWayOfTheBid() {
    return context().stream().filter(f -> isRequired(f) && f.holdsUp()).toList();
  }

  /** Returns what is left to do for the whole bid. */
  public Remaining remaining() {
    return Remaining.of(findings);
  }

  /** Returns what is left to do for one requirement. */
  public Remaining remainingOn(String requirement) {
    return Remaining.of(findingsOn(requirement));
  }

  /** Returns the findings of one requirement or of one group of rules on the whole bid. */
  public List<Finding> findingsOn(String requirement) {
    return byRequirement.getOrDefault(requirement, List.of());
  }

  /** Returns the findings of the rules that belong to no requirement. */
  public List<Finding> context() {
    return Collections.unmodifiableList(context);
  }

  /**
   * Returns what only a person can judge: the ids of requirements without a required or judged
   * rule, then the ids of the judged rules.
   */
  public List<String> leftToPeople() {
    List<String> left = new ArrayList<>();
    for (String requirement : ruleSet.requirements()) {
      if (findingsOn(requirement).stream().noneMatch(Evaluation::speaksForRequirement)) {
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

  private static boolean speaksForRequirement(Finding finding) {
    return isRequired(finding) || finding.rule().severity() == Severity.JUDGED;
  }

  /** Returns the ids of the rules with a given outcome. */
  public List<String> rulesWith(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).map(f -> f.rule().id()).toList();
  }
}
