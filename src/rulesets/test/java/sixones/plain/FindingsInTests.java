package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;

/** What the plain evaluator finds in a bid of a few members, on one day and with short lists. */
final class FindingsInTests {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 17);
  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingsInTests() {}

  static String outcome(String rule, String members) {
    return named(rule, evaluate(members)).outcome();
  }

  /** The outcome with the reason of its first place, if that has one. */
  static String reasoned(String rule, String members) {
    PlainFinding finding = named(rule, evaluate(members));
    JsonNode reason = finding.places().get(0).values().get("reason");
    return finding.outcome() + (reason == null ? "" : " " + reason.textValue());
  }

  static String place(String rule, String members) {
    List<String> places = places(rule, members);
    assertThat(places).hasSize(1);
    return places.get(0);
  }

  static List<String> places(String rule, String members) {
    return written(named(rule, evaluate(members)));
  }

  static List<String> written(PlainFinding finding) {
    return finding.places().stream()
        .map(place -> place.pointer() + " " + place.outcome() + " " + place.values())
        .toList();
  }

  static PlainFinding named(String rule, List<PlainFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  static List<PlainFinding> evaluate(String members) {
    return evaluate(members, "no");
  }

  static List<PlainFinding> evaluate(String members, String revenueAsked) {
    return evaluateWith("'city': {'code': '510100'}, " + members, revenueAsked);
  }

  /** What is found in a bid whose members name the city, too. */
  static List<PlainFinding> evaluateAll(String members) {
    return evaluateWith(members, "no");
  }

  private static List<PlainFinding> evaluateWith(String members, String revenueAsked) {
    String bid = "{'schema': 'sixones/bid/1', 'ruleSet': 'sichuan-2022-cities', " + members + "}";
    return new PlainEvaluator(ParametersInTests.small(revenueAsked)).evaluate(read(bid), DAY);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
