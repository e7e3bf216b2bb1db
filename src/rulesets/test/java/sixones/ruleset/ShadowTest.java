package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.fact.Fact;
import sixones.fact.kind.Facts;
import sixones.finding.Finding;
import sixones.finding.Findings;
import sixones.packer.PackedInTests;
import sixones.packer.SmallRuleSet;
import sixones.report.Language;
import sixones.report.Report;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.rule.Outcome;

/** A check fires if and only if its condition holds, or what it concludes is an error. */
@InTurns(3)
class ShadowTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void a_firing_that_is_suppressed_is_an_error_that_names_the_check() throws Exception {
    Facts facts = RULES.facts(Fixtures.draft(Fixtures.compliant()), Fixtures.BID_DAY);
    List<Finding> whole = RULES.examine(Fixtures.draft(Fixtures.compliant()), Fixtures.BID_DAY);
    List<Fact> withoutPark =
        facts.all().stream().filter(f -> !f.factMembers().name().equals("Park")).toList();

    List<Finding> findings = RULES.conclude(RULES.runChecks(withoutPark), facts, Fixtures.BID_DAY);

    for (Finding finding : findings) {
      boolean ofParks =
          finding.rule().kind().equals("Park")
              && find(whole, finding.rule().id()).outcome() != Outcome.INAPPLICABLE;
      assertThat(finding.outcome() == Outcome.ERROR).as(finding.rule().id()).isEqualTo(ofParks);
    }
    Finding.At place = find(findings, "park-level").worst();
    assertThat(place.pointer()).isEqualTo("/parks/0/level");
    assertThat(place.isOfShadow()).isTrue();
    assertThat(place.values().get("checks")).hasToString("[\"park-level: pass\"]");
  }

  @Test
  void a_check_that_fires_wrongly_is_an_error_that_names_the_check() throws Exception {
    Facts facts = RULES.facts(Fixtures.draft(Fixtures.compliant()), Fixtures.BID_DAY);
    Findings fired = RULES.runChecks(facts.all());
    Fact park = facts.of(RULES.factKinds().kind("Park")).get(0).fact();

    fired.pass(new RuleImpl("park-level: fail"), park.at("level"));

    Finding finding = find(RULES.conclude(fired, facts, Fixtures.BID_DAY), "park-level");
    assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(finding.worst().values().get("checks")).hasToString("[\"park-level: fail\"]");
    assertThat(finding.worst().values().get("reason").asText()).isEqualTo("engines-differ");
  }

  @Test
  void an_application_that_is_suppressed_is_an_error_and_not_inapplicable() throws Exception {
    Facts facts = RULES.facts(Fixtures.draft(Fixtures.compliant()), Fixtures.BID_DAY);

    List<Finding> findings = RULES.conclude(RULES.runChecks(List.of()), facts, Fixtures.BID_DAY);

    Finding finding = find(findings, "core-gdp-plausible");
    assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(finding.worst().values().get("checks").get(0).asText())
        .isEqualTo("core-gdp-plausible: applies");
  }

  @Test
  void among_many_facts_only_the_one_that_is_suppressed_is_an_error() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    for (int i = 0; i < 20; i++) {
      bid.withArray("parks").add(bid.withArray("parks").get(0).deepCopy());
    }
    Facts facts = RULES.facts(Fixtures.draft(bid), Fixtures.BID_DAY);
    List<Fact> all = new ArrayList<>(facts.all());
    all.remove(facts.of(RULES.factKinds().kind("Park")).get(7).fact());

    Finding finding =
        find(RULES.conclude(RULES.runChecks(all), facts, Fixtures.BID_DAY), "park-level");

    assertThat(finding.places().stream().filter(p -> p.outcome() == Outcome.ERROR))
        .extracting(Finding.At::pointer)
        .containsExactly("/parks/7/level");
  }

  @Test
  void a_manifest_with_another_condition_than_the_compiled_one_gives_an_error_in_words()
      throws Exception {
    PackedInTests packed = new PackedInTests(new SmallRuleSet().build().pack());
    ((ObjectNode) checks(packed).get(0)).set("when", checks(packed).get(1).get("when"));
    RuleSet set = new RuleSet(packed.open());
    var draft = SmallRuleSet.bidOf("{\"level\": \"county\"}");

    List<Finding> findings = set.examine(draft, Fixtures.BID_DAY);

    assertThat(findings.get(0).outcome()).isEqualTo(Outcome.ERROR);
    assertThat(findings.get(0).worst().values().get("checks"))
        .hasToString("[\"park-level: pass\"]");
    RuleSet titled =
        new RuleSet(
            new PackedInTests(
                    new SmallRuleSet()
                        .with("messages/en.properties", "park.title = Park\npark-level.title = T\n")
                        .build()
                        .pack())
                .open());
    Report report =
        Report.of(new Evaluation(titled, draft, Fixtures.BID_DAY, findings), Language.EN);
    assertThat(report.finding("park-level").message())
        .isEqualTo(
            "The rule engine and the plain evaluation of the conditions disagree here on"
                + " park-level: pass. This is a fault of the software, not of the bid.");
  }

  @Test
  void whoever_runs_evaluations_is_told_the_rule_of_each_disagreement_and_no_more()
      throws Exception {
    PackedInTests packed = new PackedInTests(new SmallRuleSet().build().pack());
    ((ObjectNode) checks(packed).get(0)).set("when", checks(packed).get(1).get("when"));
    List<String> told = new ArrayList<>();
    Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC(), told::add);

    evaluations.run(
        SmallRuleSet.bidOf("{\"level\": \"county\"}, {\"level\": \"national\"}, {}"),
        Fixtures.BID_DAY,
        new RuleSet(packed.open()));
    evaluations.run(Fixtures.draft(Fixtures.compliant()), Fixtures.BID_DAY);

    assertThat(told).containsExactly("park-level", "park-level");
  }

  @Test
  void a_bundle_packed_without_conditions_runs_as_before() throws Exception {
    PackedInTests packed = new PackedInTests(new SmallRuleSet().build().pack());
    checks(packed).forEach(check -> ((ObjectNode) check).remove(List.of("when", "concludes")));
    RuleSet set = new RuleSet(packed.open());

    Finding finding =
        set.examine(SmallRuleSet.bidOf("{\"level\": \"county\"}"), Fixtures.BID_DAY).get(0);

    assertThat(set.rules().get("park-level").checks().get(0).when()).isNull();
    assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
    Facts facts = set.facts(SmallRuleSet.bidOf("{\"level\": \"county\"}"), Fixtures.BID_DAY);
    assertThat(set.conclude(set.runChecks(List.of()), facts, Fixtures.BID_DAY).get(0).outcome())
        .isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void a_condition_on_a_member_that_is_none_breaks_the_rule_set() throws Exception {
    PackedInTests packed = new PackedInTests(new SmallRuleSet().build().pack());
    ((ObjectNode) checks(packed).get(0).get("when")).put("member", "height");
    Bundle bundle = packed.open();

    assertThatThrownBy(() -> new RuleSet(bundle).loaded())
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("park-level: Park has no member height");
  }

  @Test
  void on_every_fixture_and_whole_bid_engine_and_conditions_agree() throws Exception {
    for (Fixtures.Fixture fixture : Fixtures.all()) {
      RuleSet rules = RULES.with(parameters(fixture.body()));
      assertThat(rules.examine(fixture.draft(), fixture.asOf()))
          .as(fixture.toString())
          .allMatch(finding -> finding.outcome() != Outcome.ERROR);
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      assertThat(RULES.examine(bid.draft(), bid.asOf()))
          .as(bid.toString())
          .allMatch(finding -> finding.outcome() != Outcome.ERROR);
    }
  }

  private static Map<String, JsonNode> parameters(JsonNode fixture) {
    Map<String, JsonNode> parameters = new java.util.HashMap<>();
    fixture.path("parameters").properties().forEach(p -> parameters.put(p.getKey(), p.getValue()));
    return parameters;
  }

  private static ArrayNode checks(PackedInTests packed) {
    return (ArrayNode) packed.manifest().at("/rules/0/checks");
  }

  private static Finding find(List<Finding> findings, String rule) {
    return findings.stream().filter(f -> f.rule().id().equals(rule)).findFirst().orElseThrow();
  }
}
