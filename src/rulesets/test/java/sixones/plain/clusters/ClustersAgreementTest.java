package sixones.plain.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Share;
import sixones.finding.Finding;
import sixones.plain.PlainFinding;
import sixones.plain.PlainPlace;
import sixones.plain.Readings;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The engine's reading of every bid of a cluster is the plain one, written from words alone. */
@InTurns(value = 4, at = 1)
class ClustersAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SET = "miit-sme-clusters";
  private static final RuleSet RULES = RuleSetsInTests.ALL.find(SET).orElseThrow();
  private static final RuleSet ASKING =
      RULES.with(Map.of("province-standards-asked", TextNode.valueOf("yes")));
  private static final ClustersEvaluator PLAIN = new ClustersEvaluator(Map.of());
  private static final ClustersEvaluator PLAIN_ASKING =
      new ClustersEvaluator(Map.of("province-standards-asked", "yes"));

  @Property(tries = 1_250, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_every_place_of_a_generated_bid(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(RULES, PLAIN, bid.get1(), bid.get2());
  }

  @Property(tries = 1_250, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_with_the_standards_of_provinces_on(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING, PLAIN_ASKING, bid.get1(), bid.get2());
  }

  @Tag("long")
  @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
  void both_readings_agree_on_very_many_generated_bids(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(ASKING, PLAIN_ASKING, bid.get1(), bid.get2());
  }

  @Test
  void both_readings_agree_on_every_fixture_and_whole_bid() throws Exception {
    for (Fixtures.Fixture fixture : Share.ofEvery(2, Fixtures.all(SET))) {
      JsonNode tree = JSON.readTree(fixture.draft().bytes());
      assertAgreement(RULES, PLAIN, tree, fixture.asOf());
      assertAgreement(ASKING, PLAIN_ASKING, tree, fixture.asOf());
    }
    for (Fixtures.WholeBid bid : Fixtures.bids(SET)) {
      JsonNode tree = JSON.readTree(bid.draft().bytes());
      assertAgreement(RULES, PLAIN, tree, bid.asOf());
      assertAgreement(ASKING, PLAIN_ASKING, tree, bid.asOf());
    }
  }

  @Test
  @InTurns(6)
  void generated_bids_reach_every_outcome_and_reason_of_a_fixture() throws Exception {
    Set<String> ofFixtures = new TreeSet<>();
    for (Fixtures.Fixture fixture : Fixtures.all(SET)) {
      JsonNode tree = JSON.readTree(fixture.draft().bytes());
      addConclusions(PLAIN_ASKING.evaluate(tree, fixture.asOf()), ofFixtures);
    }

    Set<String> ofGenerated = new TreeSet<>();
    JqwikSession.run(() -> addGenerated(600, ofGenerated));

    assertThat(ofGenerated).containsAll(ofFixtures);
  }

  /** What is concluded of always the same bids: what they reach is a property of the generator. */
  private static void addGenerated(int count, Set<String> conclusions) {
    RandomGenerator<Tuple2<ObjectNode, LocalDate>> bids =
        ClusterBids.bidsWithDays().generator(count, false);
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      Tuple2<ObjectNode, LocalDate> bid = bids.next(random).value();
      addConclusions(PLAIN_ASKING.evaluate(bid.get1(), bid.get2()), conclusions);
    }
  }

  /** What is concluded of rules and of places, these with reason and relaxation. */
  private static void addConclusions(List<PlainFinding> findings, Set<String> all) {
    for (PlainFinding finding : findings) {
      all.add(finding.rule() + " " + finding.outcome());
      for (PlainPlace place : finding.places()) {
        all.add(
            finding.rule()
                + ": "
                + place.outcome()
                + " "
                + place.values().get("reason")
                + " "
                + place.values().get("relaxation"));
      }
    }
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return ClusterBids.bidsWithDays();
  }

  private static void assertAgreement(
      RuleSet rules, ClustersEvaluator plain, JsonNode tree, LocalDate day) throws Exception {
    List<Finding> found = rules.examine(Fixtures.draft(tree), day);

    assertThat(Readings.differences(found, plain.evaluate(tree, day))).isEmpty();
  }
}
