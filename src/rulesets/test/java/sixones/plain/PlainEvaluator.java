package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A second, independent reading of {@code docs/rules-in-words.md}, against which the rule set is
 * held: the same findings for the same bid, parameters and day, without a rule engine.
 */
public final class PlainEvaluator {
  private final Parameters parameters;

  /**
   * @param parameters the values in force by parameter id, each a list of texts, a text or a {@link
   *     java.math.BigDecimal}
   */
  public PlainEvaluator(Map<String, Object> parameters) {
    this.parameters = new Parameters(parameters);
  }

  /** One finding for every rule of the words, in their order, of a bid that fits the contract. */
  public List<PlainFinding> evaluate(JsonNode bid, LocalDate day) {
    Reading reading = new Reading(bid, day, parameters);
    List<PlainFinding> findings = new ArrayList<>(56);
    findings.addAll(new ParkRules(reading).findings());
    findings.addAll(new PillarIndustryRules(reading).findings());
    findings.addAll(new ChainLeaderRules(reading).findings());
    findings.addAll(new ChainHeadRules(reading).findings());
    findings.addAll(new InnovationPlatformRules(reading).findings());
    findings.addAll(new WorldConferenceRules(reading).findings());
    findings.addAll(new WholeBidRules(reading).findings());
    return findings;
  }
}
