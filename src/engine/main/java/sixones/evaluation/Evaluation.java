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
import sixones.ruleset.RuleSet;

/**
 * One run of one rule set version over one draft as of one day, or what a stored answer holds of
 * it. Immutable.
 */
public final class Evaluation {
  private final RuleSet ruleSet;
  private final EvaluatedDraft draft;
  private final LocalDate asOf;
  private final List<Finding> findings;
  private final Verdicts verdicts;
  private final Map<String, List<Finding>> byRequirement = new HashMap<>();
  private final List<Finding> context = new ArrayList<>();

  /** Creates the evaluation of a run: the verdicts follow from the findings. */
  public Evaluation(RuleSet ruleSet, Draft draft, LocalDate asOf, List<Finding> findings) {
    this(ruleSet, EvaluatedDraft.of(draft), asOf, findings, Verdicts.of(ruleSet, findings));
  }

  /** Creates an evaluation with the verdicts that were stored with its findings. */
  public Evaluation(
      RuleSet ruleSet,
      EvaluatedDraft draft,
      LocalDate asOf,
      List<Finding> findings,
      Verdicts verdicts) {
    this.ruleSet = ruleSet;
    this.draft = draft;
    this.asOf = asOf;
    this.findings = List.copyOf(findings);
    this.verdicts = verdicts;
    String last = null;
    List<Finding> same = null;
    boolean outside = false;
    for (Finding finding : this.findings) {
      String requirement = finding.rule().requirement();
      if (!requirement.equals(last)) {
        same = byRequirement.computeIfAbsent(requirement, k -> new ArrayList<>());
        outside = !verdicts.requirements().containsKey(requirement);
        last = requirement;
      }
      same.add(finding);
      if (outside) {
        context.add(finding);
      }
    }
  }

  /** Returns the rule set version that examined the draft. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /** Returns the draft that was evaluated. */
  public EvaluatedDraft draft() {
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

  /** Returns the finding of each rule in force, in the order of the rule set. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns what follows from the findings. */
  public Verdicts verdicts() {
    return verdicts;
  }

  /** Returns the worst verdict of all requirements and of the required rules outside them. */
  public Verdict verdict() {
    return verdicts.bid();
  }

  /**
   * Returns the verdict on a requirement. It is {@code MET} only if no finding holds it up and a
   * required rule applied. If the requirement has judged rules only, one of them must be stated
   * instead.
   */
  public Verdict verdictOn(String requirement) {
    return verdicts.requirements().get(requirement).verdict();
  }

  /** Returns the findings that keep a requirement from being met. */
  public List<Finding> inTheWayOf(String requirement) {
    return findingsOn(requirement).stream().filter(Finding::holdsUp).toList();
  }

  /** Returns the findings outside every requirement that keep the bid from being met. */
  public List<Finding> inTheWayOfTheBid() {
    return context.stream().filter(f -> Verdicts.isRequired(f) && f.holdsUp()).toList();
  }

  /** Returns what is left to do for the whole bid. */
  public Remaining remaining() {
    return verdicts.remaining();
  }

  /** Returns what is left to do for one requirement. */
  public Remaining remainingOn(String requirement) {
    return verdicts.requirements().get(requirement).remaining();
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
    return verdicts.leftToPeople();
  }

  /** Returns the ids of the rules with a given outcome. */
  public List<String> rulesWith(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).map(f -> f.rule().id()).toList();
  }
}
