package sixones.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sixones.bid.Defect;
import sixones.evaluation.EvaluatedDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdicts;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/**
 * An evaluation as its document holds it: what was answered, apart from the rules and words that
 * explain it.
 *
 * @param format the format of the document, {@code sixones/answer/1}
 * @param ruleSet the id of the rule set
 * @param version the version of the rule set
 * @param digest the SHA-256 of the rule set's folder in hexadecimal
 * @param draftDigest {@code sha256:} and the SHA-256 of the draft's bytes
 * @param applicant the code of the applicant the draft names; null if it names none
 * @param defects the places that could not be read; empty after a strict reading
 * @param findings in the order of the document: requirement by requirement, then the context
 */
public record Answer(
    String format,
    String ruleSet,
    String version,
    String digest,
    LocalDate asOf,
    String draftDigest,
    String applicant,
    List<Defect> defects,
    Verdicts verdicts,
    List<Found> findings) {

  /**
   * The finding of one rule.
   *
   * @param requirement the requirement it is listed under; null if it is part of the context
   */
  public record Found(
      String requirement,
      String rule,
      String severity,
      Outcome outcome,
      List<Finding.At> places,
      String citation) {}

  /** Hands over the id of a rule once for each of its places that the shadow made an error. */
  public void eachDisagreement(Consumer<String> to) {
    for (Found found : findings) {
      found.places().stream()
          .filter(Finding.At::isOfShadow)
          .forEach(place -> to.accept(found.rule()));
    }
  }

  public Answer {
    defects = List.copyOf(defects);
    findings = List.copyOf(findings);
  }

  /**
   * The evaluation with the rules it was made by, whose words explain it. No rule is run.
   *
   * @param rules the rule set version of the document
   * @param declaredUntruthful whether the draft's own declaration says that it is not true, which
   *     the document does not hold
   * @throws IllegalArgumentException if the document is of another rule set version, or of a rule
   *     the version does not have
   */
  public Evaluation explainedBy(RuleSet rules, boolean declaredUntruthful) {
    if (!rules.id().equals(ruleSet)
        || !rules.version().equals(version)
        || !rules.digest().equals(digest)) {
      throw new IllegalArgumentException("an answer by " + ruleSet + " " + version + ", " + digest);
    }
    List<Finding> all =
        findings.stream()
            .map(found -> new Finding(rule(rules, found), found.outcome(), found.places()))
            .sorted(byRule(rules))
            .toList();
    EvaluatedDraft draft = new EvaluatedDraft(draftDigest, applicant, declaredUntruthful, defects);
    return new Evaluation(rules, draft, asOf, all, verdicts);
  }

  private static Rule rule(RuleSet rules, Found found) {
    Rule rule = rules.rules().get(found.rule());
    if (rule == null) {
      throw new IllegalArgumentException("an answer by a rule " + found.rule());
    }
    return rule;
  }

  private static Comparator<Finding> byRule(RuleSet rules) {
    Map<String, Integer> order = new HashMap<>();
    rules.rules().keySet().forEach(id -> order.put(id, order.size()));
    return Comparator.comparing(finding -> order.get(finding.rule().id()));
  }
}
