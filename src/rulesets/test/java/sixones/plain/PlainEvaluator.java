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
  private final List<RelaxedRules> relaxations;

  /**
   * @param parameters the values in force by parameter id, each a list of texts, a text or a {@link
   *     java.math.BigDecimal}
   */
  public PlainEvaluator(Map<String, Object> parameters) {
    this(parameters, List.of());
  }

  /**
   * @param relaxations in the order of their first days; of two that hold the later one counts
   */
  PlainEvaluator(Map<String, Object> parameters, List<RelaxedRules> relaxations) {
    this.parameters = new Parameters(parameters);
    this.relaxations = relaxations;
  }

  /** One finding for every rule of the words, in their order, of a bid that fits the contract. */
  public List<PlainFinding> evaluate(JsonNode bid, LocalDate day) {
    Reading reading = new Reading(bid, day, parameters);
    List<PlainFinding> findings = new ArrayList<>(88);
    findings.addAll(new ParkRules(reading).findings());
    findings.addAll(new PillarIndustryRules(reading).findings());
    findings.addAll(new ChainLeaderRules(reading).findings());
    findings.addAll(new ChainHeadRules(reading).findings());
    findings.addAll(new InnovationPlatformRules(reading).findings());
    findings.addAll(new WorldConferenceRules(reading).findings());
    findings.addAll(new WholeBidRules(reading).findings());
    CooperationRules cooperation = new CooperationRules(reading);
    findings.addAll(cooperation.findings());
    findings.add(cooperation.enclavePark());
    findings.addAll(new TechnologyRules(reading).findings());
    findings.addAll(new BenefitRules(reading).findings());
    findings.addAll(new SurroundingRules(reading).findings());
    String city = Texts.narrow(bid.path("city").path("code").asText());
    for (int i = relaxations.size() - 1; i >= 0; i--) {
      RelaxedRules relaxed = relaxations.get(i);
      if (relaxed.holds(day, null, city)) {
        findings.replaceAll(relaxed::relax);
      }
    }
    return findings;
  }
}
