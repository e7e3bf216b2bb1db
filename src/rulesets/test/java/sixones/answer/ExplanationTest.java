package sixones.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.door.Evaluator;
import sixones.evaluation.Evaluation;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.Bundle;
import sixones.rule.Outcome;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** An explanation says of each place which conditions held, of what, and against what. */
@InTurns(6)
class ExplanationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;
  private static final String TARGET = "pillar-industry-target-not-below-baseline";

  @Test
  void a_document_reads_as_what_was_written() throws Exception {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Explanation explanation = explain(bid.draft(), bid.asOf());

      byte[] document = ExplanationWriter.write(explanation);

      assertThat(ExplanationReader.read(JSON.readTree(document))).isEqualTo(explanation);
      assertThat(ExplanationWriter.write(ExplanationReader.read(JSON.readTree(document))))
          .isEqualTo(document);
    }
  }

  @Test
  void the_door_explains_by_types_of_the_jdk_the_answer_that_it_gives() throws Exception {
    Evaluator door = new Evaluator(RuleSetsInTests.ALL.packed(RULES));
    byte[] draft = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);

    byte[] document = door.explain(draft, "json", Evaluator.STRICT, "2022-06-13");

    JsonNode root = JSON.readTree(document);
    assertThat(root.path("format").asText()).isEqualTo("sixones/explanation/1");
    byte[] answer = door.evaluate(draft, "json", Evaluator.STRICT, "2022-06-13");
    assertThat(root.path("answer").textValue()).isEqualTo("sha256:" + Bundle.sha256(answer));
    assertThat(format(door.explain(draft, "json", Evaluator.STRICT, "2001-01-01")))
        .isEqualTo("sixones/no-rule-in-force/1");
    assertThat(format(door.explain(new byte[] {'{'}, "json", Evaluator.STRICT, "2022-06-13")))
        .isEqualTo("sixones/defects/1");
  }

  private static String format(byte[] document) throws Exception {
    return JSON.readTree(document).path("format").asText();
  }

  @Test
  void a_condition_has_its_member_as_written_and_its_parameter_with_its_citation()
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/level", TextNode.valueOf("county"));

    Why.OfFact fact = find(bid, "park-level").facts().get(0);

    assertThat(fact.pointer()).isEqualTo("/parks/0");
    assertThat(fact.places()).containsExactly(new Why.AtPlace("/parks/0/level", Outcome.FAIL));
    assertThat(fact.members().get("level"))
        .isEqualTo(
            new Why.MemberValue(
                TextNode.valueOf("county"),
                List.of(new Why.Written("/parks/0/level", TextNode.valueOf("county")))));
    assertThat(fact.parameters().get("park-levels").value())
        .hasToString("[\"national\",\"provincial\"]");
    assertThat(RULES.citations()).containsKey(fact.parameters().get("park-levels").citation());
    assertThat(fact.checks())
        .extracting(check -> check.when().truth())
        .containsExactly(Truth.FAILS, Truth.HOLDS);
    assertThat(fact.missing()).isEmpty();
  }

  @Test
  void what_is_incomplete_names_the_blank_members_that_would_decide_it() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/level", NullNode.instance);
    Fixtures.change(bid, "/chainHeads/0/body", NullNode.instance);
    Fixtures.change(bid, "/conferences/0/state", NullNode.instance);
    bid.putArray("innovationPlatforms");

    assertThat(find(bid, "park-level").facts().get(0).missing()).containsExactly("/parks/0/level");
    assertThat(find(bid, "chain-head-city-leader").facts().get(0).missing())
        .containsExactly("/chainHeads/0/body");
    assertThat(find(bid, "world-conference-dated").facts().get(0).missing())
        .contains("/conferences/0/state");
    assertThat(find(bid, "innovation-platform-level").facts().get(0).missing())
        .containsExactly("/innovationPlatforms");
  }

  @Test
  void a_rule_that_does_not_apply_says_so_by_the_condition_that_failed() throws Exception {
    ObjectNode bid = Fixtures.compliant();

    Why why = find(bid, "chain-leader-revenue");

    assertThat(why.outcome()).isEqualTo(Outcome.INAPPLICABLE);
    assertThat(why.facts().get(0).places()).isEmpty();
    assertThat(why.facts().get(0).checks().get(0).when().truth()).isEqualTo(Truth.FAILS);
  }

  @Test
  void an_identity_number_is_masked_as_in_the_answer() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/chainLeaders/0/creditCode", TextNode.valueOf("11010519491231002X"));
    Draft draft = Fixtures.draft(bid);

    byte[] document = ExplanationWriter.write(explain(draft, Fixtures.BID_DAY));

    assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("11010519491231002X");
  }

  @Test
  void a_finding_on_a_full_list_is_explained_at_every_entry() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    filled(bid, "parks", Shape.MOST_ENTRIES);

    List<Why> findings = explain(Fixtures.draft(bid), Fixtures.BID_DAY).findings();

    assertThat(findings)
        .filteredOn(why -> why.rule().startsWith("park-"))
        .hasSizeGreaterThan(5)
        .allSatisfy(why -> assertThat(why.left()).as(why.rule()).isEmpty());
    assertThat(find(bid, "park-level").facts())
        .extracting(Why.OfFact::pointer)
        .containsExactlyElementsOf(
            IntStream.range(0, 200).mapToObj(park -> "/parks/" + park).toList());
  }

  @Test
  void of_lists_within_lists_those_that_did_not_pass_come_first_and_the_others_are_named()
      throws Exception {
    ObjectNode bid = withTargets(3, 100);
    Fixtures.change(bid, "/pillarIndustries/2/targets/99/amount", TextNode.valueOf("0.01"));

    Why why = find(bid, TARGET);
    JsonNode written = JSON.readTree(ExplanationWriter.write(explain(bid, Focus.of(TARGET, null))));

    assertThat(why.facts()).hasSize(Focus.MOST_FACTS);
    assertThat(why.facts().get(199).pointer()).isEqualTo("/pillarIndustries/2/targets/99");
    assertThat(why.leftFacts()).isEqualTo(100);
    assertThat(why.left())
        .containsExactly(
            new Why.Left("/pillarIndustries/1/targets", 1),
            new Why.Left("/pillarIndustries/2/targets", 99));
    assertThat(written.at("/findings/0/left").intValue()).isEqualTo(100);
    assertThat(written.at("/findings/0/leftAt/1/ask").textValue())
        .isEqualTo("rule=" + TARGET + "&pointer=/pillarIndustries/2/targets");
  }

  @Test
  void whatever_is_left_out_is_explained_when_its_list_is_asked_for() throws Exception {
    ObjectNode bid = withTargets(3, 150);
    Why whole = find(bid, TARGET);
    Set<String> places = new HashSet<>();
    whole.facts().forEach(fact -> places.add(fact.pointer()));

    for (Why.Left left : whole.left()) {
      List<Why> asked = explain(bid, Focus.of(TARGET, left.pointer())).findings();
      assertThat(asked).singleElement().satisfies(why -> assertThat(why.left()).isEmpty());
      asked.get(0).facts().forEach(fact -> places.add(fact.pointer()));
    }

    assertThat(places).hasSize(450);
  }

  @Test
  void lists_too_many_to_name_are_told_by_the_lists_around_them() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    filled(bid, "parks", 200);
    filled(bid, "conferences", 200);
    for (JsonNode park : bid.path("parks")) {
      ((ObjectNode) park).putArray("evidence").add("e1").add("e2");
    }

    Why whole = find(bid, "bid-evidence-resolves");
    Why parks = explain(bid, Focus.of("bid-evidence-resolves", "/parks")).findings().get(0);

    assertThat(whole.left()).extracting(Why.Left::pointer).contains("/parks", "/conferences");
    assertThat(whole.facts().size() + whole.leftFacts()).isGreaterThan(600);
    assertThat(parks.left()).hasSize(100).contains(new Why.Left("/parks/199/evidence", 2));
  }

  @Test
  void asked_of_a_place_it_has_what_is_at_below_or_around_that_place() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    filled(bid, "parks", 3);

    List<Why> field = explain(bid, Focus.of(null, "/parks/1/level")).findings();
    List<Why> entry = explain(bid, Focus.of(null, "/parks/1")).findings();

    assertThat(field).extracting(Why::rule).contains("park-level", "park-one");
    assertThat(field)
        .extracting(Why::rule)
        .doesNotContain("chain-head-named", "core-gdp-plausible");
    assertThat(field)
        .filteredOn(why -> why.rule().equals("park-level"))
        .flatExtracting(Why::facts)
        .extracting(Why.OfFact::pointer)
        .containsExactly("/parks/1");
    assertThat(entry).extracting(Why::rule).contains("park-named", "bid-evidence-resolves");
    assertThat(explain(bid, Focus.of("park-level", "/conferences")).findings()).isEmpty();
  }

  @Test
  void asked_of_one_rule_it_has_that_in_full_and_of_the_others_as_many_as_asked() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    filled(bid, "parks", 20);
    Fixtures.change(bid, "/parks/19/name", NullNode.instance);

    Explanation asked = explain(bid, new Focus("park-level", null, 5));
    Explanation alone = explain(bid, Focus.of("park-level", null));

    assertThat(facts(asked, "park-level")).hasSize(20);
    assertThat(facts(asked, "park-named")).hasSize(5);
    assertThat(facts(asked, "park-named").get(4).pointer()).isEqualTo("/parks/19");
    assertThat(alone.findings()).extracting(Why::rule).containsExactly("park-level");
    assertThat(ExplanationReader.read(JSON.readTree(ExplanationWriter.write(asked))))
        .isEqualTo(asked);
  }

  @Test
  void the_door_explains_what_is_asked() throws Exception {
    Evaluator door = new Evaluator(RuleSetsInTests.ALL.packed(RULES));
    byte[] draft = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);

    byte[] document =
        door.explain(draft, "json", Evaluator.STRICT, "2022-06-13", "park-level", "/parks/0", 0);

    JsonNode root = JSON.readTree(document);
    assertThat(root.at("/findings")).hasSize(1);
    assertThat(root.at("/asked/rule").textValue()).isEqualTo("park-level");
    assertThat(root.at("/asked/pointer").textValue()).isEqualTo("/parks/0");
  }

  /** 16 MiB hold every list of the first level full; the bid itself may have 1 MiB. */
  @Test
  void the_explanation_of_all_lists_full_has_every_entry_and_stays_small() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    List<String> lists = new ArrayList<>();
    bid.properties()
        .forEach(
            each -> {
              if (each.getValue().isArray()) {
                lists.add(each.getKey());
              }
            });
    lists.forEach(list -> filled(bid, list, Shape.MOST_ENTRIES));

    Explanation explanation = explain(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(facts(explanation, "park-level")).hasSize(200);
    assertThat(ExplanationWriter.write(explanation).length).isLessThan(16 << 20);
  }

  private static List<Why.OfFact> facts(Explanation explanation, String rule) {
    return explanation.findings().stream()
        .filter(why -> why.rule().equals(rule))
        .findFirst()
        .map(Why::facts)
        .orElse(List.of());
  }

  private static ObjectNode withTargets(int industries, int each) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    filled((ObjectNode) bid.path("pillarIndustries").get(0), "targets", each);
    filled(bid, "pillarIndustries", industries);
    return bid;
  }

  /** Repeats the first entry of a list. */
  private static void filled(ObjectNode holder, String list, int entries) {
    ArrayNode filled = holder.withArray(list);
    while (filled.size() < entries) {
      filled.add(filled.get(0).deepCopy());
    }
  }

  @Test
  void a_document_that_is_none_is_refused() {
    assertThatThrownBy(() -> ExplanationReader.read(JSON.readTree("{\"format\":\"x\"}")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ExplanationReader.read(JSON.readTree("{\"format\":\"sixones/explanation/1\"}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Why find(ObjectNode bid, String rule) throws Exception {
    return explain(Fixtures.draft(bid), Fixtures.BID_DAY).findings().stream()
        .filter(why -> why.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Explanation explain(ObjectNode bid, Focus focus) throws Exception {
    Draft draft = Fixtures.draft(bid);
    return Explanation.of(
        new Evaluation(RULES, draft, Fixtures.BID_DAY, RULES.examine(draft, Fixtures.BID_DAY)),
        draft,
        focus);
  }

  private static Explanation explain(Draft draft, java.time.LocalDate day) throws Exception {
    return Explanation.of(
        new Evaluation(RULES, draft, day, RULES.examine(draft, day)), draft, Focus.WHOLE);
  }
}
