package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import sixones.plain.Amount;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** The numbers of a province’s own standard, where they are asked for and it has one. */
final class ProvinceRules {
  private final Reading reading;
  private final Outputs outputs;

  ProvinceRules(Reading reading) {
    this.reading = reading;
    this.outputs = new Outputs(reading);
  }

  static boolean areAsked(Reading reading) {
    return reading.parameters.says("province-standards-asked", "yes");
  }

  List<PlainFinding> findings() {
    String output = "province-output-least";
    String platforms = "province-platform-use-least";
    return List.of(
        asked(
            "scale-output-of-province",
            output,
            rule ->
                outputs.some(rule, Outputs.OUTPUTS, "total", entry -> judgeOutput(entry, output))),
        shares(
            "scale-sme-share-of-province",
            Shares.ofSmes(reading.parameters, "province-sme-share-least")),
        shares(
            "scale-leading-share-of-province",
            Shares.ofLeadingIndustry(reading.parameters, "province-leading-share-above")),
        growth(
            "scale-growth-of-province",
            "/outputs",
            outputs::comparable,
            "total",
            "province-growth-above"),
        growth(
            "joint-innovation-rd-growth",
            "/jointInnovation/rdSpendingOfSmes",
            this::spending,
            "amount",
            "province-rd-growth-above"),
        least(
            "joint-innovation-standards",
            "/jointInnovation/standardsTakenPartIn",
            "province-standards-least",
            JsonNode::decimalValue),
        least(
            "digital-platform-use",
            "/digital/platformUsePercent",
            platforms,
            percent -> Amount.read(percent).number()));
  }

  private PlainFinding asked(
      String rule, String parameter, Function<String, PlainFinding> finding) {
    return areAsked(reading) && reading.has(parameter)
        ? finding.apply(rule)
        : new Places(rule).finding();
  }

  private Conclusion judgeOutput(JsonNode entry, String least) {
    return Outputs.isComparable(entry) && Texts.isStated(entry.path("total"))
        ? ScaleRules.reaches(reading, entry, least)
        : Conclusion.of(INCOMPLETE);
  }

  private PlainFinding shares(String rule, Shares shares) {
    return asked(
        rule,
        shares.parameter(),
        asked -> outputs.some(asked, Outputs.SHARES, shares.member(), shares::judge));
  }

  private PlainFinding growth(
      String rule, String pointer, Supplier<List<JsonNode>> entries, String member, String above) {
    return asked(
        rule,
        above,
        asked ->
            reading.one(
                asked, pointer, list -> ScaleRules.growth(reading, entries.get(), member, above)));
  }

  private List<JsonNode> spending() {
    List<JsonNode> spending = new ArrayList<>();
    reading.bid.at("/jointInnovation/rdSpendingOfSmes").forEach(spending::add);
    return spending;
  }

  private PlainFinding least(
      String rule, String pointer, String parameter, Function<JsonNode, BigDecimal> number) {
    return asked(
        rule,
        parameter,
        asked ->
            reading.one(
                asked,
                pointer,
                value ->
                    Texts.isStated(value)
                        ? judgeLeast(number.apply(value), parameter)
                        : Conclusion.of(INCOMPLETE)));
  }

  private Conclusion judgeLeast(BigDecimal number, String parameter) {
    boolean reached = number.compareTo(reading.parameters.number(parameter)) >= 0;
    return Conclusion.of(reached ? PASS : FAIL)
        .with(Map.of("least", reading.parameters.written(parameter)));
  }
}
