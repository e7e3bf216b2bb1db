package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.rule.Outcome;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSetsInTests;

/** The one place where drafts are evaluated. */
@InTurns(3)
class EvaluationsTest {
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());
  private static final Draft COMPLIANT = Fixtures.draft(Fixtures.compliant());

  @ParameterizedTest
  @CsvSource({
    "2022-06-12T15:59:59Z, 2022-06-12",
    "2022-06-12T16:00:00Z, 2022-06-13",
    "2022-06-12T16:30:00Z, 2022-06-13",
    "2022-12-31T23:00:00Z, 2023-01-01"
  })
  void today_is_the_day_in_sichuan_wherever_the_machine_stands(Instant now, LocalDate day) {
    for (ZoneId zone : new ZoneId[] {ZoneOffset.UTC, ZoneId.of("America/New_York")}) {
      Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.fixed(now, zone));

      assertThat(evaluations.today()).isEqualTo(day);
    }
  }

  @Test
  void the_compliant_bid_is_met() throws Exception {
    Evaluation evaluation = EVALUATIONS.run(COMPLIANT, Fixtures.BID_DAY);

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    assertThat(evaluation.rulesWith(Outcome.ERROR)).isEmpty();
    assertThat(evaluation.draft()).isEqualTo(EvaluatedDraft.of(COMPLIANT));
    assertThat(evaluation.asOf()).isEqualTo(Fixtures.BID_DAY);
  }

  @Test
  void a_blank_required_fact_leaves_the_requirement_open() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/chainHeads/0/name", NullNode.instance);

    Evaluation evaluation = EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(evaluation.verdictOn("chain-head")).isEqualTo(Verdict.OPEN);
    assertThat(evaluation.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(evaluation.rulesWith(Outcome.INCOMPLETE)).containsExactly("chain-head-named");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parks",
        "pillarIndustries",
        "chainLeaders",
        "chainHeads",
        "innovationPlatforms",
        "conferences"
      })
  void a_bid_without_one_of_the_six_is_open_and_never_refused(String list) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.remove(list);

    Evaluation evaluation = EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(evaluation.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void a_required_demand_that_is_not_met_refuses_the_bid() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/conferences/0").put("scope", "regional");

    Evaluation evaluation = EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY);

    assertThat(evaluation.verdictOn("world-conference")).isEqualTo(Verdict.NOT_MET);
    assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void a_rule_set_is_found_by_its_id_or_by_id_and_version() throws Exception {
    String id = RuleSetsInTests.SICHUAN.id();
    String both = id + "/" + RuleSetsInTests.SICHUAN.version();

    Evaluation byId = EVALUATIONS.run(COMPLIANT, Fixtures.BID_DAY, id);
    Evaluation byVersion = EVALUATIONS.run(COMPLIANT, Fixtures.BID_DAY, both);

    assertThat(byId.ruleSet()).isSameAs(byVersion.ruleSet()).isSameAs(RuleSetsInTests.SICHUAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "sichuan",
        "sichuan-2022-cities/",
        "sichuan-2022-cities/1",
        "/2022.2",
        "sichuan-2022-cities/2022.2/",
        "SICHUAN-2022-CITIES"
      })
  void an_unknown_rule_set_is_told_with_those_there_are(String name) {
    UnknownRuleSet unknown =
        catchThrowableOfType(
            UnknownRuleSet.class, () -> EVALUATIONS.run(COMPLIANT, Fixtures.BID_DAY, name));

    assertThat(unknown.name()).isEqualTo(name);
    assertThat(unknown.known())
        .startsWith(RuleSetsInTests.NEWEST)
        .contains("sichuan-2022-industries/2022.1")
        .hasSameSizeAs(RuleSetsInTests.ALL.all());
  }

  @Test
  void a_bid_that_names_an_unknown_rule_set_is_not_evaluated() {
    ObjectNode bid = Fixtures.compliant().put("ruleSet", "sichuan-2030");

    assertThatThrownBy(() -> EVALUATIONS.run(Fixtures.draft(bid), Fixtures.BID_DAY))
        .isInstanceOf(UnknownRuleSet.class)
        .hasMessageContaining("sichuan-2030");
  }

  @Test
  void a_day_before_the_first_rule_is_refused_and_told() {
    LocalDate before = Fixtures.BID_DAY.minusDays(1);

    NoRuleInForce none =
        catchThrowableOfType(NoRuleInForce.class, () -> EVALUATIONS.run(COMPLIANT, before));

    assertThat(none.day()).isEqualTo(before);
    assertThat(none.first()).isEqualTo(Fixtures.BID_DAY);
  }
}
