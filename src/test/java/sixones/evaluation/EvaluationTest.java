package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.evaluation.Verdict.MET;
import static sixones.evaluation.Verdict.NOT_MET;
import static sixones.evaluation.Verdict.OPEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.ruleset.Finding;
import sixones.ruleset.Outcome;
import sixones.ruleset.Rule;
import sixones.ruleset.RuleSetsInTests;
import sixones.ruleset.Severity;

/** How findings become verdicts: silence is never a pass. */
class EvaluationTest {
  private static final Draft DRAFT = Fixtures.draft(Fixtures.compliant());
  private static final List<String> REQUIREMENTS = RuleSetsInTests.SICHUAN.requirements();

  @ParameterizedTest
  @CsvSource({
    "PASS, MET",
    "FAIL, NOT_MET",
    "INCOMPLETE, OPEN",
    "REVIEW, OPEN",
    "ERROR, OPEN",
    "INAPPLICABLE, OPEN"
  })
  void one_required_rule_decides_by_its_outcome(Outcome outcome, Verdict verdict) {
    Evaluation evaluation = evaluation(List.of(required("park", outcome)));

    assertThat(evaluation.verdictOn("park")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, MET",
    "PASS, INAPPLICABLE, MET",
    "INAPPLICABLE, INAPPLICABLE, OPEN",
    "PASS, FAIL, NOT_MET",
    "FAIL, INCOMPLETE, NOT_MET",
    "REVIEW, FAIL, NOT_MET",
    "ERROR, FAIL, NOT_MET",
    "INAPPLICABLE, FAIL, NOT_MET",
    "PASS, INCOMPLETE, OPEN",
    "PASS, REVIEW, OPEN",
    "PASS, ERROR, OPEN",
    "INAPPLICABLE, REVIEW, OPEN"
  })
  void of_two_required_rules_the_worse_decides_in_either_order(
      Outcome one, Outcome other, Verdict verdict) {
    Finding first = required("park", one);
    Finding second = required("park", other);

    assertThat(evaluation(List.of(first, second)).verdictOn("park")).isEqualTo(verdict);
    assertThat(evaluation(List.of(second, first)).verdictOn("park")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void judged_advisory_and_context_rules_never_touch_the_verdict(Outcome outcome) {
    for (Severity severity : List.of(Severity.JUDGED, Severity.ADVISORY, Severity.CONTEXT)) {
      Finding other = finding("park", severity, outcome);
      Finding passed = required("park", Outcome.PASS);

      assertThat(evaluation(List.of(passed, other)).verdictOn("park")).isEqualTo(MET);
      assertThat(evaluation(List.of(other)).verdictOn("park")).isEqualTo(OPEN);
    }
  }

  @Test
  void a_requirement_without_any_rule_is_open() {
    assertThat(evaluation(List.of()).verdictOn("park")).isEqualTo(OPEN);
    assertThat(evaluation(List.of()).verdict()).isEqualTo(OPEN);
    assertThat(evaluation(List.of(required("other", Outcome.PASS))).verdictOn("park"))
        .isEqualTo(OPEN);
  }

  @Test
  void the_bid_has_the_worst_verdict_of_its_requirements() {
    assertThat(evaluation(allButParkMet(Outcome.PASS)).verdict()).isEqualTo(MET);
    assertThat(evaluation(allButParkMet(Outcome.REVIEW)).verdict()).isEqualTo(OPEN);
    assertThat(evaluation(allButParkMet(Outcome.FAIL)).verdict()).isEqualTo(NOT_MET);
    List<Finding> both = new ArrayList<>(allButParkMet(Outcome.INCOMPLETE));
    both.add(required("chain-head", Outcome.FAIL));
    assertThat(evaluation(both).verdict()).isEqualTo(NOT_MET);
  }

  @Test
  void a_required_rule_of_no_requirement_does_not_touch_the_verdict() {
    List<Finding> findings = new ArrayList<>(allButParkMet(Outcome.PASS));
    findings.add(required("bid", Outcome.FAIL));

    Evaluation evaluation = evaluation(findings);

    assertThat(evaluation.verdict()).isEqualTo(MET);
    assertThat(evaluation.context()).hasSize(1);
  }

  @Test
  void requirements_no_rule_decides_and_judged_rules_are_left_to_people() {
    List<Finding> findings =
        List.of(
            required("park", Outcome.PASS),
            finding("pillar-industry", Severity.JUDGED, Outcome.REVIEW));

    List<String> left = evaluation(findings).leftToPeople();

    assertThat(left)
        .containsExactly(
            "pillar-industry",
            "chain-leader",
            "chain-head",
            "innovation-platform",
            "world-conference",
            "pillar-industry-judged-review");
  }

  @Test
  void findings_are_told_by_requirement_and_by_outcome() {
    Finding park = required("park", Outcome.FAIL);
    Finding core = finding("core", Severity.CONTEXT, Outcome.PASS);

    Evaluation evaluation = evaluation(List.of(park, core));

    assertThat(evaluation.findingsOn("park")).containsExactly(park);
    assertThat(evaluation.context()).containsExactly(core);
    assertThat(evaluation.rulesWith(Outcome.FAIL)).containsExactly("park-required-fail");
    assertThat(evaluation.rulesWith(Outcome.ERROR)).isEmpty();
  }

  @Test
  void the_worse_of_two_verdicts_is_the_same_in_either_order() {
    assertThat(MET.worse(OPEN)).isEqualTo(OPEN).isEqualTo(OPEN.worse(MET));
    assertThat(OPEN.worse(NOT_MET)).isEqualTo(NOT_MET).isEqualTo(NOT_MET.worse(OPEN));
    assertThat(MET.worse(MET)).isEqualTo(MET);
  }

  private static List<Finding> allButParkMet(Outcome park) {
    List<Finding> findings = new ArrayList<>();
    for (String requirement : REQUIREMENTS) {
      findings.add(required(requirement, requirement.equals("park") ? park : Outcome.PASS));
    }
    return findings;
  }

  private static Finding required(String requirement, Outcome outcome) {
    return finding(requirement, Severity.REQUIRED, outcome);
  }

  private static Finding finding(String requirement, Severity severity, Outcome outcome) {
    String id = requirement + "-" + severity.word() + "-" + outcome.name().toLowerCase();
    Rule rule =
        new Rule(
            id,
            requirement,
            severity,
            "a#b",
            Fixtures.BID_DAY,
            null,
            "Bid",
            List.of(""),
            false,
            List.of(),
            List.of());
    return new Finding(rule, outcome, List.of(new Finding.At("", outcome, Map.of())));
  }

  private static Evaluation evaluation(List<Finding> findings) {
    return new Evaluation(RuleSetsInTests.SICHUAN, DRAFT, Fixtures.BID_DAY, findings);
  }
}
