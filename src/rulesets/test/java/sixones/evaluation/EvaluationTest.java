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
import sixones.finding.Finding;
import sixones.rule.Blank;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.ruleset.RuleSetsInTests;

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
  void advisory_and_context_rules_never_touch_the_verdict(Outcome outcome) {
    for (Severity severity : List.of(Severity.ADVISORY, Severity.CONTEXT)) {
      Finding other = finding("park", severity, outcome);
      Finding passed = required("park", Outcome.PASS);

      assertThat(evaluation(List.of(passed, other)).verdictOn("park")).isEqualTo(MET);
      assertThat(evaluation(List.of(other)).verdictOn("park")).isEqualTo(OPEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, REVIEW, OPEN, MET",
    "PASS, INCOMPLETE, OPEN, OPEN",
    "PASS, ERROR, OPEN, OPEN",
    "PASS, INAPPLICABLE, OPEN, MET",
    "PASS, INCOMPLETE, NOTE, MET",
    "PASS, ERROR, NOTE, MET",
    "PASS, REVIEW, NOTE, MET",
    "FAIL, INCOMPLETE, OPEN, NOT_MET",
    "FAIL, REVIEW, OPEN, NOT_MET",
    "REVIEW, REVIEW, NOTE, OPEN",
    "INAPPLICABLE, REVIEW, OPEN, OPEN"
  })
  void a_judged_rule_holds_its_requirement_up_only_by_a_blank_that_keeps_it_open(
      Outcome required, Outcome judged, Blank blank, Verdict verdict) {
    List<Finding> findings = List.of(required("park", required), judged("park", judged, blank));

    assertThat(evaluation(findings).verdictOn("park")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEW, OPEN, REVIEW, NOTE, MET",
    "REVIEW, OPEN, INCOMPLETE, NOTE, MET",
    "REVIEW, NOTE, INCOMPLETE, OPEN, OPEN",
    "REVIEW, NOTE, ERROR, OPEN, OPEN",
    "INCOMPLETE, NOTE, INCOMPLETE, NOTE, OPEN",
    "INCOMPLETE, NOTE, INAPPLICABLE, OPEN, OPEN",
    "INAPPLICABLE, OPEN, INAPPLICABLE, NOTE, OPEN"
  })
  void a_requirement_of_judged_rules_alone_is_met_once_one_is_stated_and_none_keeps_it_open(
      Outcome one, Blank blank, Outcome other, Blank otherBlank, Verdict verdict) {
    List<Finding> findings = List.of(judged("park", one, blank), judged("park", other, otherBlank));

    assertThat(evaluation(findings).verdictOn("park")).isEqualTo(verdict);
  }

  @Test
  void what_is_left_is_counted_in_findings_by_whose_turn_it_is() {
    List<Finding> findings = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      findings.add(required("park", outcome));
      findings.add(judged("park", outcome, Blank.NOTE));
      findings.add(finding("park", Severity.ADVISORY, outcome));
      findings.add(finding("core", Severity.CONTEXT, outcome));
    }
    findings.add(required("bid", Outcome.REVIEW));
    findings.add(judged("chain-head", Outcome.REVIEW, Blank.OPEN));

    Evaluation evaluation = evaluation(findings);

    assertThat(evaluation.remainingOn("park")).isEqualTo(new Remaining(1, 2, 1));
    assertThat(evaluation.remainingOn("chain-head")).isEqualTo(new Remaining(1, 0, 0));
    assertThat(evaluation.remainingOn("chain-leader")).isEqualTo(Remaining.NOTHING);
    assertThat(evaluation.remaining()).isEqualTo(new Remaining(2, 2, 2));
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

  @ParameterizedTest
  @CsvSource({
    "PASS, MET",
    "INAPPLICABLE, MET",
    "INCOMPLETE, OPEN",
    "REVIEW, OPEN",
    "ERROR, OPEN",
    "FAIL, NOT_MET"
  })
  void a_required_rule_of_no_requirement_counts_towards_the_bid_and_no_requirement(
      Outcome outcome, Verdict verdict) {
    List<Finding> findings = new ArrayList<>(allButParkMet(Outcome.PASS));
    findings.add(required("bid", outcome));

    Evaluation evaluation = evaluation(findings);

    assertThat(evaluation.verdict()).isEqualTo(verdict);
    assertThat(REQUIREMENTS).allMatch(each -> evaluation.verdictOn(each) == MET);
    assertThat(evaluation.context()).hasSize(1);
    assertThat(evaluation.inTheWayOfTheBid()).hasSize(verdict == MET ? 0 : 1);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void a_rule_of_no_requirement_that_is_not_required_never_touches_the_bid(Outcome outcome) {
    List<Finding> findings = new ArrayList<>(allButParkMet(Outcome.PASS));
    findings.add(judged("bid", outcome, Blank.OPEN));
    findings.add(finding("bid", Severity.ADVISORY, outcome));

    assertThat(evaluation(findings).verdict()).isEqualTo(MET);
    assertThat(evaluation(findings).inTheWayOfTheBid()).isEmpty();
  }

  @Test
  void requirements_no_rule_reads_and_judged_rules_are_left_to_people() {
    List<Finding> findings =
        List.of(
            required("park", Outcome.PASS), judged("pillar-industry", Outcome.REVIEW, Blank.OPEN));

    List<String> left = evaluation(findings).leftToPeople();

    assertThat(left)
        .containsExactly(
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

  private static Finding judged(String requirement, Outcome outcome, Blank blank) {
    return finding(requirement, Severity.JUDGED, blank, outcome);
  }

  private static Finding finding(String requirement, Severity severity, Outcome outcome) {
    return finding(requirement, severity, null, outcome);
  }

  private static Finding finding(
      String requirement, Severity severity, Blank blank, Outcome outcome) {
    String id = requirement + "-" + severity.word() + "-" + outcome.name().toLowerCase();
    Rule rule =
        new Rule(
            id,
            requirement,
            severity,
            blank,
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
