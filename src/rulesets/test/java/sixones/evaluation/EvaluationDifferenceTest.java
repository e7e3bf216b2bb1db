package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

class EvaluationDifferenceTest {
  private static Evaluation evaluation(ObjectNode bid) {
    RuleSet rules = RuleSetsInTests.SICHUAN;
    var draft = Fixtures.draft(bid);
    try {
      return new Evaluation(rules, draft, Fixtures.BID_DAY, rules.examine(draft, Fixtures.BID_DAY));
    } catch (sixones.ruleset.NoRuleInForce e) {
      throw new AssertionError(e);
    }
  }

  private static Evaluation withParkForAnotherUse() {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/manufacturing", BooleanNode.FALSE);
    return evaluation(bid);
  }

  @Test
  void two_evaluations_that_conclude_the_same_have_no_difference() {
    EvaluationDifference difference =
        EvaluationDifference.between(
            evaluation(Fixtures.compliant()), evaluation(Fixtures.compliant()));

    assertThat(difference.verdicts()).isEmpty();
    assertThat(difference.findings()).isEmpty();
  }

  @Test
  void a_rule_that_fails_now_is_told_with_its_requirement() {
    EvaluationDifference difference =
        EvaluationDifference.between(evaluation(Fixtures.compliant()), withParkForAnotherUse());

    assertThat(difference.verdicts())
        .containsExactly(
            new EvaluationDifference.VerdictChange(
                "park", Verdict.MET, Verdict.NOT_MET, Remaining.NOTHING, Remaining.NOTHING));
    assertThat(difference.findings())
        .filteredOn(change -> change.rule().id().equals("park-for-manufacturing"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isEqualTo(Outcome.PASS);
              assertThat(change.after()).isEqualTo(Outcome.FAIL);
            });
  }

  @Test
  void the_other_way_round_it_is_told_the_other_way_round() {
    EvaluationDifference difference =
        EvaluationDifference.between(withParkForAnotherUse(), evaluation(Fixtures.compliant()));

    assertThat(difference.verdicts())
        .containsExactly(
            new EvaluationDifference.VerdictChange(
                "park", Verdict.NOT_MET, Verdict.MET, Remaining.NOTHING, Remaining.NOTHING));
  }

  @Test
  void rules_only_one_of_the_two_has_are_told_too() {
    Evaluation whole = evaluation(Fixtures.compliant());
    Evaluation less =
        new Evaluation(
            whole.ruleSet(),
            Fixtures.draft(Fixtures.compliant()),
            whole.asOf(),
            whole.findings().subList(1, whole.findings().size()));
    String first = whole.findings().get(0).rule().id();

    assertThat(EvaluationDifference.between(whole, less).findings())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.rule().id()).isEqualTo(first);
              assertThat(change.after()).isNull();
            });
    assertThat(EvaluationDifference.between(less, whole).findings())
        .singleElement()
        .satisfies(change -> assertThat(change.before()).isNull());
  }
}
