package sixones.plain.industries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import sixones.plain.Readings;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/**
 * The engine's reading of every bid of this track is the plain one, written from the words alone.
 */
@InTurns(value = 4, at = 3)
class IndustriesAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleSet RULES =
      RuleSetsInTests.ALL.find("sichuan-2022-industries").orElseThrow();
  private static final RuleSet ASKING =
      RULES.with(Map.of("champion-criteria-asked", TextNode.valueOf("yes")));
  private static final Map<Map<String, Object>, IndustriesEvaluator> PLAIN = new HashMap<>();

  @Property(tries = 1_500, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_every_place_of_a_generated_bid(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(RULES, bid.get1(), bid.get2());
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_with_the_criteria_of_champions_on(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING, bid.get1(), bid.get2());
  }

  @Tag("long")
  @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_very_many_generated_bids(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING, bid.get1(), bid.get2());
  }

  @Test
  void both_readings_agree_on_every_fixture_and_whole_bid() throws Exception {
    for (Fixtures.Fixture fixture : Fixtures.all("sichuan-2022-industries")) {
      JsonNode tree = JSON.readTree(fixture.draft().bytes());
      assertAgreement(RULES, tree, fixture.asOf());
      assertAgreement(ASKING, tree, fixture.asOf());
    }
    for (Fixtures.WholeBid bid : Fixtures.bids("sichuan-2022-industries")) {
      assertAgreement(RULES, JSON.readTree(bid.draft().bytes()), bid.asOf());
    }
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return IndustryBids.bidsWithDays();
  }

  private static void assertAgreement(RuleSet rules, JsonNode tree, LocalDate day)
      throws Exception {
    Draft draft = Fixtures.draft(tree);
    IndustriesEvaluator plain =
        PLAIN.computeIfAbsent(
            RuleSetsInTests.plainParameters(rules, day), IndustriesEvaluator::new);

    List<Finding> found = rules.examine(draft, day);

    assertThat(Readings.differences(found, plain.evaluate(tree, day))).isEmpty();
  }
}
