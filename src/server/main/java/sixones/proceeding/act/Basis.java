package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a determination was made on; each digest is {@code sha256:} and 64 digits.
 *
 * @param finding of the rule, the outcome, and the places with their values
 * @param rule of its source, severity, citation and the parameters it reads
 * @param reads of the places of the bid that the rule can read
 * @param lookedAt of the places that the person looked at
 * @param asOf the day of the evaluation
 */
public record Basis(
    UUID evaluation, String finding, String rule, String reads, String lookedAt, LocalDate asOf) {

  /** Returns whether it is the same but for the evaluation. */
  public boolean isSame(Basis other) {
    return finding.equals(other.finding)
        && rule.equals(other.rule)
        && reads.equals(other.reads)
        && lookedAt.equals(other.lookedAt)
        && asOf.equals(other.asOf);
  }

  /** Returns whether the same was found by the same rule in the same places of the bid. */
  public boolean isOfSameFinding(Basis other) {
    return finding.equals(other.finding) && rule.equals(other.rule) && reads.equals(other.reads);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("evaluation", evaluation.toString())
        .put("finding", finding)
        .put("rule", rule)
        .put("reads", reads)
        .put("lookedAt", lookedAt)
        .put("asOf", asOf.toString());
  }
}
