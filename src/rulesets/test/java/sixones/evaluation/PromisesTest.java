package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.Share;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSetsInTests;

/** What is promised of every bid, shown on every fixture and whole bid. */
@InTurns(3)
class PromisesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  private static final int WHOLE_BIDS = Fixtures.bids().size();

  /** A bid of the repository and the day it is for. */
  private record Case(String name, Draft draft, LocalDate day) {
    ObjectNode tree() {
      try {
        return (ObjectNode) JSON.readTree(draft.bytes());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** In the short form of the tests, on whole bids and every twelfth of the fixtures it has. */
  @Test
  void blanking_a_place_a_rule_examined_never_makes_it_pass() throws Exception {
    List<String> broken = new ArrayList<>();
    List<Case> cases = cases();
    for (int i = 0; i < cases.size(); i += i < WHOLE_BIDS ? 1 : Length.of(12, 1)) {
      Case one = cases.get(i);
      Map<String, Evaluation> blanked = new HashMap<>();
      for (Finding finding : run(one.draft(), one.day()).findings()) {
        for (Finding.At place : finding.places()) {
          if (isThere(one.tree(), place.pointer()) && !place.pointer().equals("/city/code")) {
            if (!blanked.containsKey(place.pointer())) {
              blanked.put(place.pointer(), withoutPlace(one, place.pointer()));
            }
            Outcome after = outcomeAt(blanked.get(place.pointer()), finding, place);
            if (after == Outcome.PASS) {
              broken.add(one.name() + " " + finding.rule().id() + " " + place.pointer());
            }
          }
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  private static Evaluation withoutPlace(Case one, String pointer) throws Exception {
    ObjectNode blanked = one.tree();
    Fixtures.change(blanked, pointer, NullNode.instance);
    return run(Fixtures.draft(blanked), one.day());
  }

  @Test
  void the_citys_own_name_changes_no_outcome_but_that_of_the_rule_on_it() throws Exception {
    JsonNode other = JSON.readTree("{\"en\": \"Elsewhere\", \"zh\": \"他处\"}");

    assertNothingChangesBut(
        "bid-city-name",
        tree -> {
          ((ObjectNode) tree.get("city")).set("name", other);
          return tree;
        });
  }

  @Test
  void full_width_digits_change_no_outcome() throws Exception {
    assertNothingChanges(
        tree -> {
          everyText(
              tree,
              "amount|gdp|secondaryIndustryValueAdded|aboveScaleIndustryGrowth",
              PromisesTest::wide);
          everyText(
              tree, "cityCode|code|startsOn|endsOn|appointedOn|creditCode", PromisesTest::wide);
          return tree;
        });
  }

  @Test
  void white_space_around_changes_no_outcome() throws Exception {
    assertNothingChanges(
        tree -> {
          everyText(
              tree,
              "amount|gdp|cityCode|code|startsOn|endsOn|appointedOn|creditCode",
              t -> " " + t + "\u3000");
          everyText(tree, "en|zh|industry|chain|category|id", t -> "\u3000" + t + "  ");
          return tree;
        });
  }

  @Test
  void the_order_of_members_changes_no_outcome() throws Exception {
    assertNothingChanges(tree -> (ObjectNode) reversed(tree));
  }

  @Test
  void the_language_of_the_reader_changes_no_byte_of_the_answer() throws Exception {
    Locale before = Locale.getDefault();
    Draft draft = Fixtures.draft(Fixtures.compliant());
    byte[] answer = AnswerWriter.write(run(draft, Fixtures.BID_DAY));
    try {
      for (String tag : List.of("tr-TR", "zh-CN", "ar-EG", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(AnswerWriter.write(run(draft, Fixtures.BID_DAY))).isEqualTo(answer);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertNothingChanges(UnaryOperator<ObjectNode> change) throws Exception {
    assertNothingChangesBut("", change);
  }

  private static void assertNothingChangesBut(String rule, UnaryOperator<ObjectNode> change)
      throws Exception {
    for (Case one : cases()) {
      Map<String, String> before = outcomes(run(one.draft(), one.day()));

      Map<String, String> after =
          outcomes(run(Fixtures.draft(change.apply(one.tree())), one.day()));

      before.keySet().removeIf(key -> key.startsWith(rule + "/"));
      after.keySet().removeIf(key -> key.startsWith(rule + "/"));
      assertThat(after).as(one.name()).isEqualTo(before);
    }
  }

  private static Evaluation run(Draft draft, LocalDate day) throws Exception {
    return EVALUATIONS.run(draft, day);
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    Fixtures.bids().forEach(b -> cases.add(new Case(b.toString(), b.draft(), b.asOf())));
    Share.ofEvery(6, Fixtures.all())
        .forEach(f -> cases.add(new Case(f.toString(), f.draft(), f.asOf())));
    return cases;
  }

  private static Map<String, String> outcomes(Evaluation evaluation) {
    Map<String, String> outcomes = new TreeMap<>();
    for (Finding finding : evaluation.findings()) {
      finding
          .places()
          .forEach(p -> outcomes.put(finding.rule().id() + p.pointer(), p.outcome().name()));
    }
    outcomes.put("verdict", evaluation.verdict().name());
    return outcomes;
  }

  private static Outcome outcomeAt(Evaluation evaluation, Finding finding, Finding.At place) {
    return evaluation.findings().stream()
        .filter(f -> f.rule().equals(finding.rule()))
        .flatMap(f -> f.places().stream())
        .filter(p -> p.pointer().equals(place.pointer()))
        .map(Finding.At::outcome)
        .findFirst()
        .orElse(Outcome.INAPPLICABLE);
  }

  private static boolean isThere(JsonNode tree, String pointer) {
    JsonNode node = tree.at(pointer);
    return !node.isMissingNode() && !node.isNull();
  }

  private static void everyText(JsonNode node, String members, UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        JsonNode value = object.get(name);
        if (value.isTextual() && name.matches(members)) {
          object.set(name, TextNode.valueOf(change.apply(value.textValue())));
        } else {
          everyText(value, members, change);
        }
      }
    } else {
      node.forEach(entry -> everyText(entry, members, change));
    }
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode turned = JsonNodeFactory.instance.objectNode();
      List<String> names = names(object);
      Collections.reverse(names);
      names.forEach(name -> turned.set(name, reversed(object.get(name))));
      return turned;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode same = JsonNodeFactory.instance.arrayNode();
      list.forEach(entry -> same.add(reversed(entry)));
      return same;
    }
    return node;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c).forEach(wide::appendCodePoint);
    return wide.toString();
  }
}
