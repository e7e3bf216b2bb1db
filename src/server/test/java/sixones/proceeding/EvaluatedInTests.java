package sixones.proceeding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.proceeding.conclusion.Examined;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** Evaluations of fixtures as a case looks at them. */
public final class EvaluatedInTests {
  private EvaluatedInTests() {}

  /** A bid of the rule set it names, evaluated for the day of the fixtures. */
  public static Examined of(JsonNode bid) {
    return of(bid, RuleSetsInTests.of(bid.path("ruleSet").asText()), Fixtures.BID_DAY);
  }

  public static Examined of(JsonNode bid, RuleSet rules, LocalDate day) {
    return of(Fixtures.draft(bid), rules, day);
  }

  private static Examined of(Draft draft, RuleSet rules, LocalDate day) {
    try {
      Evaluation evaluation = new Evaluation(rules, draft, day, rules.examine(draft, day));
      UUID id = UUID.nameUUIDFromBytes(draft.digest().getBytes(StandardCharsets.UTF_8));
      return new Examined(id, id, evaluation, draft.tree());
    } catch (NoRuleInForce e) {
      throw new AssertionError(e);
    }
  }

  /** A fixture, with its parameters and on its day. */
  public static Examined of(Fixtures.Fixture fixture) {
    return of(fixture.draft(), rules(fixture), fixture.asOf());
  }

  public static RuleSet rules(Fixtures.Fixture fixture) {
    RuleSet rules = RuleSetsInTests.of(fixture.folder().name());
    Map<String, JsonNode> values = new HashMap<>();
    fixture
        .body()
        .path("parameters")
        .fields()
        .forEachRemaining(e -> values.put(e.getKey(), e.getValue()));
    return values.isEmpty() ? rules : rules.with(values);
  }

  public static Examined of(Fixtures.WholeBid bid) {
    return of(bid.draft(), RuleSetsInTests.of(bid.of().name()), bid.asOf());
  }

  /** The complete made-up bid with changes: a pointer, then its value, and so on. */
  public static Examined changed(Object... changes) {
    ObjectNode bid = Fixtures.readable();
    for (int i = 0; i < changes.length; i += 2) {
      Fixtures.change(bid, (String) changes[i], node(changes[i + 1]));
    }
    return of(bid);
  }

  private static JsonNode node(Object value) {
    return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(value);
  }

  /** All fixtures; in the short form every nth. */
  public static List<Fixtures.Fixture> fixtures(int nth) {
    List<Fixtures.Fixture> all = Fixtures.ofAll();
    return java.util.stream.IntStream.range(0, all.size())
        .filter(i -> i % nth == 0)
        .mapToObj(all::get)
        .toList();
  }
}
