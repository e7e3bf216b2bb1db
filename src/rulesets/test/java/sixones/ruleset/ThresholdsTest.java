package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Fixtures.Fixture;
import sixones.Fixtures.Folder;
import sixones.InTurns;
import sixones.fact.kind.FactKind;
import sixones.finding.Finding;
import sixones.rule.Parameter;
import sixones.rule.Rule;

/**
 * Each number and day of a parameter is held by fixtures on both sides: with one unit more, and
 * with one less, some fixture comes out otherwise. The values recorded do not count, for they
 * repeat it.
 */
@InTurns(3)
class ThresholdsTest {
  static List<Folder> folders() {
    return Fixtures.folders();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void a_number_or_day_one_unit_off_changes_an_outcome(Folder folder) throws Exception {
    RuleSet rules = RuleSetsInTests.of(folder.name());
    List<Fixture> fixtures = folder.all();
    List<String> unseen = new ArrayList<>();
    int mutants = 0;

    for (Parameter parameter : rules.parameters().values()) {
      List<Fixture> near =
          fixtures.stream().filter(fixture -> reads(rules, fixture, parameter.id())).toList();
      for (Parameter.Value value : parameter.values()) {
        for (JsonNode other : around(value.value())) {
          mutants++;
          if (!isSeen(near, with(parameter, value, other))) {
            unseen.add(parameter.id() + " " + value + " as " + other);
          }
        }
      }
    }

    assertThat(unseen).as("of %d", mutants).isEmpty();
  }

  /** Returns what is one unit more and one unit less; empty for what is no number and no day. */
  private static List<JsonNode> around(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      BigDecimal unit = BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()));
      return List.of(
          DecimalNode.valueOf(number.subtract(unit)), DecimalNode.valueOf(number.add(unit)));
    }
    if (value.asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      LocalDate day = LocalDate.parse(value.asText());
      return List.of(
          TextNode.valueOf(day.minusDays(1).toString()),
          TextNode.valueOf(day.plusDays(1).toString()));
    }
    return List.of();
  }

  private static Parameter with(Parameter parameter, Parameter.Value changed, JsonNode other) {
    List<Parameter.Value> values = new ArrayList<>();
    for (Parameter.Value value : parameter.values()) {
      values.add(
          value != changed
              ? value
              : new Parameter.Value(
                  value.from(), value.call(), value.place(), other, value.citation()));
    }
    return new Parameter(parameter.id(), parameter.title(), parameter.citation(), values);
  }

  /** Returns whether the rule of a fixture, or the facts it looks at, read a parameter. */
  private static boolean reads(RuleSet rules, Fixture fixture, String parameter) {
    Rule rule = rules.rules().get(fixture.rule());
    FactKind kind = rules.factKinds().kind(rule.kind());
    Set<String> members = new HashSet<>();
    rule.checks().forEach(check -> check.when().eachLeaf(leaf -> members.addAll(leaf.members())));
    return !fixture.body().path("parameters").has(parameter)
        && (rule.parameters().contains(parameter)
            || kind.needs().parameters(members).contains(parameter));
  }

  private static boolean isSeen(List<Fixture> fixtures, Parameter changed) throws Exception {
    for (Fixture fixture : fixtures) {
      RuleSet rules = RuleFixturesTest.rules(fixture);
      if (!outcomes(rules, fixture).equals(outcomes(rules.withParameter(changed), fixture))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, String> outcomes(RuleSet rules, Fixture fixture) throws Exception {
    Map<String, String> outcomes = new TreeMap<>();
    for (Finding finding : rules.examine(fixture.draft(), fixture.asOf())) {
      if (finding.rule().id().equals(fixture.rule())) {
        finding
            .places()
            .forEach(place -> outcomes.put(place.pointer(), place.outcome().toString()));
      }
    }
    return outcomes;
  }
}
