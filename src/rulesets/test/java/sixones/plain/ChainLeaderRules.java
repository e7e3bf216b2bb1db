package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One chain leader. */
final class ChainLeaderRules {
  private static final String REVENUE_ASKED = "chain-leader-revenue-asked";
  private static final String LOWER = "chain-leader-revenue-lower";
  private static final String HIGHER = "chain-leader-revenue-higher";
  private static final String REVENUE = "revenue";

  private final Reading reading;

  ChainLeaderRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    Answers leaders = reading.chainLeaders;
    return List.of(
        leaders.named(),
        leaders.one(),
        leaders.related("chain-leader-in-chain", "industry"),
        leaders.each("chain-leader-credit-code", this::judgeCreditCode),
        leaders.plausible("chain-leader-figures-plausible"),
        leaders.member("chain-leader-registered-in-city", "cityCode", reading.city::locateLeader),
        revenue(),
        leaders.documented());
  }

  private void judgeCreditCode(JsonNode leader, String pointer, Places places) {
    JsonNode written = leader.path("creditCode");
    State asName = reading.parameters.states().ofName(written);
    if (asName == State.NONE) {
      places.add(pointer + "/creditCode", written, INCOMPLETE);
      return;
    }
    CreditCode code = CreditCode.read(written.textValue());
    String state = code.state(asName, reading.day, reading.parameters);
    boolean hidden = state.equals(CreditCode.IDENTITY_NUMBER);
    places.add(
        pointer + "/creditCode",
        hidden ? TextNode.valueOf(code.masked()) : written,
        judgeCreditCode(state));
  }

  private static Conclusion judgeCreditCode(String state) {
    return switch (state) {
      case "right" -> Conclusion.of(PASS);
      case "length", "characters", "division", "organisation-code" -> Conclusion.of(FAIL, state);
      default -> Conclusion.of(REVIEW, state);
    };
  }

  private PlainFinding revenue() {
    String rule = "chain-leader-revenue";
    if (!reading.parameters.says(REVENUE_ASKED, "yes")) {
      return new Places(rule).finding();
    }
    return reading.chainLeaders.eachIfAny(rule, this::judgeRevenue);
  }

  private void judgeRevenue(JsonNode leader, String pointer, Places places) {
    Figures figures = new Figures(leader);
    List<Amount> revenues =
        figures.latestYear(REVENUE).map(year -> figures.amounts(REVENUE, year)).orElse(List.of());
    places.add(
        pointer + "/figures",
        leader.path("figures"),
        Amount.gap(revenues).orElseGet(() -> judgeRevenue(revenues.get(0))));
  }

  private Conclusion judgeRevenue(Amount revenue) {
    return Conclusion.of(compare(revenue)).with(compared(revenue));
  }

  private String compare(Amount revenue) {
    if (revenue.isBelow(reading.parameters.number(LOWER))) {
      return FAIL;
    }
    return revenue.isBelow(reading.parameters.number(HIGHER)) ? REVIEW : PASS;
  }

  private Map<String, JsonNode> compared(Amount revenue) {
    Map<String, JsonNode> compared = new LinkedHashMap<>();
    compared.put("revenue", TextNode.valueOf(revenue.written()));
    compared.put("lower", reading.parameters.written(LOWER));
    compared.put("higher", reading.parameters.written(HIGHER));
    return compared;
  }
}
