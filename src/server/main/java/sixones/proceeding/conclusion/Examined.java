package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import sixones.evaluation.Evaluation;
import sixones.finding.Finding;
import sixones.proceeding.act.Canonical;
import sixones.rule.Parameter;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/** An official evaluation with the bid it is of, as a case looks at them. */
public final class Examined {
  private final UUID id;
  private final UUID submission;
  private final Evaluation evaluation;
  private final JsonNode bid;
  private final Map<String, Finding> findings = new HashMap<>();
  private final Map<String, Set<String>> reads = new ConcurrentHashMap<>();
  private final Map<String, String> ruleDigests = new ConcurrentHashMap<>();

  /**
   * Creates an instance.
   *
   * @param bid the bid as it was handed in; it must not change
   */
  public Examined(UUID id, UUID submission, Evaluation evaluation, JsonNode bid) {
    this.id = id;
    this.submission = submission;
    this.evaluation = evaluation;
    this.bid = bid;
    evaluation.findings().forEach(finding -> findings.put(finding.rule().id(), finding));
  }

  public UUID id() {
    return id;
  }

  public UUID submission() {
    return submission;
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  public JsonNode bid() {
    return bid;
  }

  public RuleSet ruleSet() {
    return evaluation.ruleSet();
  }

  /** Returns the finding of a rule; null if it found nothing. */
  public Finding finding(String rule) {
    return findings.get(rule);
  }

  /** Returns what a rule found at a place; null if it did not look there. */
  public Finding.At place(String rule, String pointer) {
    Finding finding = findings.get(rule);
    if (finding != null) {
      for (Finding.At place : finding.places()) {
        if (place.pointer().equals(pointer)) {
          return place;
        }
      }
    }
    return null;
  }

  /**
   * Returns the digest of what a rule demands: its source, severity, citation and the parameters it
   * reads as they are in force for this bid. Words are no part of it.
   */
  String ruleDigest(Rule rule) {
    return ruleDigests.computeIfAbsent(rule.id(), id -> Canonical.digest(described(rule)));
  }

  /** Returns what a rule reads, computed once. */
  Set<String> reads(Rule rule, Supplier<Set<String>> compute) {
    return reads.computeIfAbsent(rule.id(), id -> compute.get());
  }

  private JsonNode described(Rule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("source", ruleSet().source(rule));
    json.put("severity", rule.severity().word());
    json.put("citation", rule.citation());
    LocalDate day = evaluation.asOf();
    JsonNode call = ruleSet().contract().call().map(bid::at).orElse(null);
    Integer year = call != null && call.isInt() ? (Integer) call.intValue() : null;
    ObjectNode parameters = json.putObject("parameters");
    for (String parameter : rule.parameters()) {
      Parameter.Value value =
          ruleSet().inForce(parameter, day, year, evaluation.draft().applicant());
      parameters.set(parameter, value == null ? null : value.value());
    }
    return json;
  }
}
