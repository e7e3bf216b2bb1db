package sixones.plain.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.plain.Blanks;
import sixones.plain.PlainFinding;
import sixones.plain.RelaxedRules;
import sixones.plain.Texts;

/**
 * A second, independent reading of {@code docs/rules/miit-sme-clusters.md}, against which the rule
 * set is held: the same findings for the same bid, parameters and day, without a rule engine.
 */
final class ClustersEvaluator {
  private static final Blanks BLANKS =
      new Blanks(
          Set.of(
              "counties",
              "areaKm2",
              "year",
              "noIncidentsDeclared",
              "kind",
              "grade",
              "on",
              "measure",
              "scope",
              "basis",
              "total",
              "bySmes",
              "byLeadingIndustry",
              "bound",
              "asOf",
              "smes",
              "nationalChampions",
              "nationalLittleGiants",
              "ofMixedLevels",
              "specialisedSmes",
              "innovativeSmes",
              "highTechEnterprises",
              "level",
              "inLeadingIndustry",
              "listYear",
              "amount",
              "standardsTakenPartIn",
              "platformUsePercent",
              "byCode",
              "issuedOn",
              "sha256",
              "truthful",
              "signedOn"));
  private static final List<String> WEST =
      List.of(
          "150000", "450000", "500000", "510000", "520000", "530000", "540000", "610000", "620000",
          "630000", "640000", "650000", "422800", "433100");
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 9, 13);

  private final ParametersOfApplicant parameters;

  /**
   * @param instead values of parameters that count everywhere instead of those of the file, each a
   *     list of texts, a text or a {@link java.math.BigDecimal}
   */
  ClustersEvaluator(Map<String, Object> instead) {
    this.parameters = new ParametersOfApplicant(instead);
  }

  /** One finding for every rule of the words, of a bid that fits the contract. */
  List<PlainFinding> evaluate(JsonNode bid, LocalDate day) {
    JsonNode stated = BLANKS.withoutWhiteSpace(bid);
    String code = Texts.narrow(stated.at("/county/code").asText());
    JsonNode year = stated.at("/call/year");
    Integer call = Texts.isStated(year) ? (Integer) year.intValue() : null;
    Reading reading = new Reading(stated, day, parameters.on(day, call, code));
    List<PlainFinding> findings = new ArrayList<>();
    findings.addAll(new ApplicantRules(reading).findings());
    findings.addAll(new SubjectRules(reading).findings());
    findings.addAll(new IntegrityRules(reading).findings());
    findings.addAll(new ScaleRules(reading).findings());
    findings.addAll(new EnterpriseRules(reading).findings());
    findings.addAll(new JudgedRules(reading).findings());
    findings.addAll(new ProvinceRules(reading).findings());
    findings.addAll(new CallRules(reading).findings());
    for (int of = 2022; of <= 2025; of++) {
      RelaxedRules west = west(of);
      if (west.holds(day, call, code)) {
        findings.replaceAll(west::relax);
      }
    }
    return findings;
  }

  private static RelaxedRules west(int call) {
    return new RelaxedRules(
        "west-" + call,
        List.of("scale-output", "scale-sme-share", "scale-leading-share", "scale-growth"),
        FIRST_DAY,
        null,
        List.of(call),
        WEST);
  }
}
