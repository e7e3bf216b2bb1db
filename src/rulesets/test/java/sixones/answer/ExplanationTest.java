package sixones.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.door.Evaluator;
import sixones.evaluation.Evaluation;
import sixones.finding.Why;
import sixones.rule.Bundle;
import sixones.rule.Outcome;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** An explanation says of each place which conditions held, of what, and against what. */
class ExplanationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

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
  void of_very_many_facts_those_that_did_not_pass_are_explained_first() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    for (int i = 1; i < 200; i++) {
      bid.withArray("parks").add(bid.withArray("parks").get(0).deepCopy());
    }
    Fixtures.change(bid, "/parks/199/level", TextNode.valueOf("county"));

    Why why = find(bid, "park-level");

    assertThat(why.facts()).hasSize(Why.MOST_FACTS);
    assertThat(why.left()).isEqualTo(200 - Why.MOST_FACTS);
    assertThat(why.facts().get(Why.MOST_FACTS - 1).pointer()).isEqualTo("/parks/199");
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

  private static Explanation explain(Draft draft, java.time.LocalDate day) throws Exception {
    return Explanation.of(new Evaluation(RULES, draft, day, RULES.examine(draft, day)), draft);
  }
}
