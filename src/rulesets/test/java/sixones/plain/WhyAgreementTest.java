package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The conditions shown agree with the outcome, and nothing else decides it. */
class WhyAgreementTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void on_every_fixture_and_whole_bid_the_conditions_shown_agree_with_the_outcome()
      throws Exception {
    for (Fixtures.Fixture fixture : Fixtures.all()) {
      assertAgreement(fixture.draft(), fixture.asOf());
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      assertAgreement(bid.draft(), bid.asOf());
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void on_a_generated_bid_the_conditions_shown_agree_with_the_outcome(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(Fixtures.draft(bid.get1()), bid.get2());
  }

  @Tag("long")
  @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
  void on_very_many_generated_bids_the_conditions_shown_agree_with_the_outcome(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertAgreement(Fixtures.draft(bid.get1()), bid.get2());
  }

  @Test
  void on_whole_bids_blanking_what_no_condition_names_never_changes_a_finding() throws Exception {
    int blanked = 0;
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      blanked += assertOthersDoNotMatter(tree(bid.draft()), bid.asOf());
    }
    blanked += assertOthersDoNotMatter(Fixtures.compliant(), Fixtures.BID_DAY);

    assertThat(blanked).isGreaterThan(20);
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void on_a_generated_bid_blanking_what_no_condition_names_never_changes_a_finding(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertOthersDoNotMatter(bid.get1(), bid.get2());
  }

  @Tag("long")
  @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
  void on_very_many_generated_bids_blanking_what_no_condition_names_never_changes_a_finding(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    assertOthersDoNotMatter(bid.get1(), bid.get2());
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return BidArbitraries.bidsWithDays();
  }

  private static void assertAgreement(Draft draft, LocalDate day) throws Exception {
    List<Finding> findings = RULES.examine(draft, day);

    List<Why> whys = RULES.explain(draft, day, findings, Focus.WHOLE);

    assertThat(whys).hasSameSizeAs(findings);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Map<String, Outcome> explained =
          whys.get(i).facts().stream()
              .flatMap(fact -> concluded(finding.rule(), fact).entrySet().stream())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      for (Finding.At place : finding.places()) {
        if (whys.get(i).left().isEmpty() || explained.containsKey(place.pointer())) {
          assertThat(explained.get(place.pointer()))
              .as("%s %s", finding.rule().id(), place.pointer())
              .isEqualTo(place.outcome());
        }
      }
      assertThat(finding.places().size()).isGreaterThanOrEqualTo(explained.size());
    }
  }

  /** The outcomes that follow from what an explanation says of the conditions alone. */
  private static Map<String, Outcome> concluded(Rule rule, Why.OfFact fact) {
    Map<String, Outcome> concluded = new java.util.HashMap<>();
    if (fact.checks().isEmpty()) {
      fact.places().forEach(place -> concluded.put(place.pointer(), Outcome.INCOMPLETE));
      return concluded;
    }
    for (String member : rule.examines()) {
      List<Why.OfCheck> holding =
          fact.checks().stream()
              .filter(check -> truth(check.when()) == Truth.HOLDS)
              .filter(check -> check.concludes().contains(member))
              .toList();
      boolean applies =
          !rule.conditional() || holding.stream().anyMatch(c -> c.says().equals("applies"));
      if (applies) {
        List<Outcome> outcomes =
            holding.stream()
                .map(check -> Outcome.of(check.says()))
                .filter(outcome -> outcome != null)
                .distinct()
                .toList();
        concluded.put(
            fact.pointer() + (member.isEmpty() ? "" : "/" + member),
            outcomes.isEmpty()
                ? Outcome.INCOMPLETE
                : outcomes.size() == 1 ? outcomes.get(0) : Outcome.ERROR);
      }
    }
    return concluded;
  }

  /** The truth of a condition, worked out again from that of its parts. */
  private static Truth truth(Why.OfCondition condition) {
    if (condition.parts().isEmpty()) {
      return condition.truth();
    }
    boolean all = condition.condition() instanceof Condition.All;
    Truth truth = all ? Truth.HOLDS : Truth.FAILS;
    for (Why.OfCondition part : condition.parts()) {
      truth = all ? truth.and(truth(part)) : truth.or(truth(part));
    }
    assertThat(condition.truth()).isEqualTo(truth);
    return truth;
  }

  /** Blanks each member that no rule depends on, one by one, and returns how many there were. */
  private static int assertOthersDoNotMatter(ObjectNode bid, LocalDate day) throws Exception {
    List<Finding> before = RULES.examine(Fixtures.draft(bid), day);
    int blanked = 0;
    for (String pointer : leaves(bid, "")) {
      if (RULES.dependents(pointer).isEmpty() && isStatedBeside(bid, pointer)) {
        ObjectNode without = bid.deepCopy();
        Fixtures.change(without, pointer, JsonNodeFactory.instance.nullNode());
        assertThat(RULES.examine(Fixtures.draft(without), day)).as(pointer).isEqualTo(before);
        blanked++;
      }
    }
    return blanked;
  }

  /**
   * Whether the entry that holds the member states something else, too, so that it still counts.
   */
  private static boolean isStatedBeside(JsonNode bid, String pointer) {
    String[] steps = pointer.split("/");
    boolean ofList = steps.length > 3 && steps[2].matches("[0-9]+");
    return !ofList
        || leaves(bid.at("/" + steps[1] + "/" + steps[2]), "/" + steps[1] + "/" + steps[2]).stream()
            .filter(other -> !other.equals(pointer))
            .anyMatch(other -> !bid.at(other).asText().isBlank());
  }

  private static List<String> leaves(JsonNode node, String pointer) {
    List<String> leaves = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(m -> leaves.addAll(leaves(m.getValue(), pointer + "/" + m.getKey())));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves.addAll(leaves(node.get(i), pointer + "/" + i));
      }
    } else if (!node.isNull() && !List.of("/schema", "/ruleSet").contains(pointer)) {
      leaves.add(pointer);
    }
    return leaves;
  }

  private static ObjectNode tree(Draft draft) throws Exception {
    return (ObjectNode) new ObjectMapper().readTree(draft.bytes());
  }
}
