package sixones.plain.industries;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.plain.Blanks;
import sixones.plain.CooperationRules;
import sixones.plain.Parameters;
import sixones.plain.PlainFinding;
import sixones.plain.Reading;
import sixones.plain.TechnologyRules;

/**
 * A second, independent reading of {@code docs/rules/sichuan-2022-industries.md}, against which the
 * rule set is held: the same findings for the same bid, parameters and day, without a rule engine.
 */
public final class IndustriesEvaluator {
  private static final Blanks BLANKS =
      new Blanks(
          Set.of(
              "cityCode",
              "partners",
              "measure",
              "year",
              "amount",
              "bound",
              "scope",
              "basis",
              "period",
              "level",
              "listYear",
              "batch",
              "category",
              "yearsInField",
              "worldRank",
              "shareOfMainRevenue",
              "form",
              "role",
              "state",
              "signedOn",
              "levelNow",
              "levelAimed",
              "stage",
              "assessedBy",
              "assessedOn",
              "truthful",
              "issuedOn",
              "sha256"));

  private final Parameters parameters;

  /**
   * @param parameters the values in force by parameter id, each a list of texts, a text or a {@link
   *     java.math.BigDecimal}
   */
  public IndustriesEvaluator(Map<String, Object> parameters) {
    this.parameters = new Parameters(parameters);
  }

  /** One finding for every rule of the words in force, of a bid that fits the contract. */
  public List<PlainFinding> evaluate(JsonNode bid, LocalDate day) {
    Reading reading = new Reading(BLANKS.withoutWhiteSpace(bid), day, parameters);
    Sections sections = new Sections(reading, new IndustryNames(reading));
    List<PlainFinding> findings = new ArrayList<>(45);
    findings.addAll(new ApplicantRules(sections).findings());
    findings.addAll(new IndustryRules(sections).findings());
    findings.addAll(new TargetRules(sections).findings());
    findings.addAll(new EnterpriseRules(sections).findings());
    findings.addAll(new ChampionRules(sections).findings());
    findings.addAll(new CooperationRules(reading).findings());
    findings.addAll(new TechnologyRules(reading).findings());
    return findings;
  }
}
