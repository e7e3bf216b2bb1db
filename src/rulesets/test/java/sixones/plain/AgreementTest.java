package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The engine's reading of every bid is the plain one, written from the words alone. */
@InTurns(
    value = 4,
    at = {0, 2})
class AgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ArrayNode MADE_UP_GDP =
      JSON.createArrayNode().add("2020: 50.00").add("2021: 53850.79").add("2026: 10");
  private static final RuleSet ASKING_REVENUE =
      RuleSetsInTests.sichuanWith(
          Map.of(
              "chain-leader-revenue-asked", TextNode.valueOf("yes"), "province-gdp", MADE_UP_GDP));
  private static final Map<Map<String, Object>, PlainEvaluator> PLAIN = new HashMap<>();
  private static final Map<Map<String, Object>, PlainEvaluator> PLAIN_RELAXED = new HashMap<>();

  private static final RuleSet RELAXED =
      RuleSetsInTests.sichuanRelaxed(
          """
          {"early": {"title": "Early", "citation": "six-ones#one-reading", "from": "2022-06-13",
             "rules": ["park-hosts-pillar-industry", "park-level", "bid-city-in-province"]},
           "of-a-call": {"title": "Call", "citation": "six-ones#one-reading", "from": "2022-06-13",
             "rules": ["chain-head-city-leader"], "call": [2022]},
           "of-places": {"title": "Places", "citation": "six-ones#one-reading",
             "from": "2022-06-14", "until": "2023-01-01", "places": ["510100", "511500"],
             "rules": ["park-level", "park-in-city", "chain-head-city-leader"]},
           "of-all": {"title": "All", "citation": "six-ones#one-reading", "from": "2022-06-15",
             "places": ["510000"], "rules": ["chain-leader-in-chain", "chain-leader-credit-code"]}}
          """);
  private static final LocalDate FIRST = LocalDate.of(2022, 6, 13);
  private static final List<RelaxedRules> RELAXATIONS =
      List.of(
          relaxed(
              "early",
              FIRST,
              null,
              "",
              "park-hosts-pillar-industry",
              "park-level",
              "bid-city-in-province"),
          relaxed(
              "of-places",
              FIRST.plusDays(1),
              LocalDate.of(2023, 1, 1),
              "510100 511500",
              "park-level",
              "park-in-city",
              "chain-head-city-leader"),
          relaxed(
              "of-all",
              FIRST.plusDays(2),
              null,
              "510000",
              "chain-leader-in-chain",
              "chain-leader-credit-code"));

  private static RelaxedRules relaxed(
      String id, LocalDate from, LocalDate until, String places, String... rules) {
    List<String> of = places.isEmpty() ? List.of() : List.of(places.split(" "));
    return new RelaxedRules(id, List.of(rules), from, until, List.of(), of);
  }

  @Property(tries = 4_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_every_place_of_a_generated_bid(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(RuleSetsInTests.SICHUAN, Fixtures.draft(bid.get1()), bid.get1(), bid.get2());
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_generated_bids_with_the_revenue_rule_on_and_more_years(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING_REVENUE, Fixtures.draft(bid.get1()), bid.get1(), bid.get2());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_generated_bids_under_relaxations(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    PlainEvaluator plain =
        PLAIN_RELAXED.computeIfAbsent(
            RuleSetsInTests.plainParameters(RELAXED, bid.get2()),
            parameters -> new PlainEvaluator(parameters, RELAXATIONS));

    List<Finding> found = RELAXED.examine(Fixtures.draft(bid.get1()), bid.get2());

    assertThat(Readings.differences(found, (plain.evaluate(bid.get1(), bid.get2())))).isEmpty();
  }

  @Tag("long")
  @Property(tries = 15_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_very_many_generated_bids(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(RuleSetsInTests.SICHUAN, Fixtures.draft(bid.get1()), bid.get1(), bid.get2());
  }

  @Tag("long")
  @Property(tries = 5_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_very_many_generated_bids_with_the_revenue_rule_on(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING_REVENUE, Fixtures.draft(bid.get1()), bid.get1(), bid.get2());
  }

  @Test
  void both_readings_agree_on_every_fixture_and_whole_bid() throws Exception {
    for (Fixtures.Fixture fixture : Fixtures.all()) {
      Draft draft = fixture.draft();
      JsonNode tree = JSON.readTree(draft.bytes());
      assertAgreement(RuleSetsInTests.SICHUAN, draft, tree, fixture.asOf());
      assertAgreement(ASKING_REVENUE, draft, tree, fixture.asOf());
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Draft draft = bid.draft();
      JsonNode tree = JSON.readTree(draft.bytes());
      assertAgreement(RuleSetsInTests.SICHUAN, draft, tree, bid.asOf());
    }
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return BidArbitraries.bidsWithDays();
  }

  private static void assertAgreement(RuleSet rules, Draft draft, JsonNode tree, LocalDate day)
      throws Exception {
    PlainEvaluator plain =
        PLAIN.computeIfAbsent(RuleSetsInTests.plainParameters(rules, day), PlainEvaluator::new);

    List<Finding> found = rules.examine(draft, day);

    assertThat(Readings.differences(found, plain.evaluate(tree, day))).isEmpty();
  }
}
