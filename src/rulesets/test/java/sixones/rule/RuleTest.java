package sixones.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.packer.SmallRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

@InTurns(3)
class RuleTest {
  private static final LocalDate FROM = LocalDate.of(2022, 6, 13);
  private static final LocalDate UNTIL = LocalDate.of(2024, 1, 1);
  private static final Draft BID = SmallRuleSet.bidOf("{\"level\": \"national\"}");

  @Test
  void a_rule_is_in_force_from_its_first_day_on() {
    Rule rule = rule(null);

    assertThat(rule.inForceOn(FROM.minusDays(1))).isFalse();
    assertThat(rule.inForceOn(FROM)).isTrue();
    assertThat(rule.inForceOn(LocalDate.MAX)).isTrue();
  }

  @Test
  void a_rule_closed_is_no_longer_in_force_on_the_day_it_names() {
    Rule rule = rule(UNTIL);

    assertThat(rule.inForceOn(UNTIL.minusDays(1))).isTrue();
    assertThat(rule.inForceOn(UNTIL)).isFalse();
    assertThat(rule.inForceOn(UNTIL.plusDays(1))).isFalse();
  }

  @Test
  void the_words_after_the_comma_of_a_check_are_its_reason() {
    assertThat(new Rule.Check("park-level: fail", "fail", List.of()).namedReason()).isNull();
    assertThat(new Rule.Check("park-level: fail, too low", "fail", List.of()).namedReason())
        .isEqualTo("too-low");
  }

  @Test
  void a_day_without_a_rule_in_force_is_an_error_that_names_the_first_day() throws Exception {
    RuleSet set = new SmallRuleSet().open();

    NoRuleInForce error =
        catchThrowableOfType(NoRuleInForce.class, () -> set.examine(BID, FROM.minusDays(1)));

    assertThat(error).hasMessage("no rule of small-set is in force on 2022-06-12");
    assertThat(error.ruleSet()).isEqualTo("small-set");
    assertThat(error.day()).isEqualTo(FROM.minusDays(1));
    assertThat(error.first()).isEqualTo(FROM);
  }

  @Test
  void the_first_day_is_that_of_the_earliest_rule() throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with(SmallRuleSet.PARK_LEVEL, "2022-06-13", "2023-01-01")
            .with("park/park-also.drl", SmallRuleSet.HARMLESS.replace("park-level", "park-also"))
            .open();

    NoRuleInForce error =
        catchThrowableOfType(NoRuleInForce.class, () -> set.examine(BID, FROM.minusDays(1)));

    assertThat(error.first()).isEqualTo(FROM);
  }

  @Test
  void a_rule_not_in_force_finds_nothing_beside_one_that_is() throws Exception {
    String closed = "@until(\"2024-01-01\") @examines";
    RuleSet set =
        new SmallRuleSet()
            .with(SmallRuleSet.PARK_LEVEL, "@examines", closed)
            .with(SmallRuleSet.BID_REST, "@examines", closed)
            .with(SmallRuleSet.PARKS_REST, "@examines", closed)
            .with("park/park-also.drl", SmallRuleSet.HARMLESS.replace("park-level", "park-also"))
            .open();

    List<Finding> before = set.examine(BID, UNTIL.minusDays(1));
    List<Finding> after = set.examine(BID, UNTIL);

    assertThat(before).extracting(f -> f.rule().id()).contains("park-also", "park-level");
    assertThat(after).extracting(f -> f.rule().id()).containsExactly("park-also");
  }

  @Test
  void once_every_rule_is_closed_no_rule_is_in_force() throws Exception {
    String closed = "@until(\"2024-01-01\") @examines";
    RuleSet set =
        new SmallRuleSet()
            .with(SmallRuleSet.PARK_LEVEL, "@examines", closed)
            .with(SmallRuleSet.BID_REST, "@examines", closed)
            .with(SmallRuleSet.PARKS_REST, "@examines", closed)
            .open();

    NoRuleInForce error = catchThrowableOfType(NoRuleInForce.class, () -> set.examine(BID, UNTIL));

    assertThat(error.day()).isEqualTo(UNTIL);
  }

  @Test
  void a_rule_that_begins_later_with_its_parameter_leaves_earlier_days_alone() throws Exception {
    String later =
        SmallRuleSet.HARMLESS
            .replace("park-level", "park-later")
            .replace("2022-06-13", "2025-01-01")
            .replace("\"levels\"", "\"later-levels\"");
    RuleSet set =
        new SmallRuleSet()
            .with("park/park-later.drl", later)
            .with(
                "parameters.yaml",
                "most:\n",
                "later-levels:\n"
                    + "  citation: \"law#level\"\n"
                    + "  values: [{ from: \"2025-01-01\", value: [national] }]\n"
                    + "most:\n")
            .open();

    List<Finding> before = set.examine(BID, FROM);
    List<Finding> after = set.examine(BID, LocalDate.of(2025, 1, 1));

    assertThat(before).extracting(f -> f.rule().id()).doesNotContain("park-later");
    assertThat(after)
        .filteredOn(f -> f.rule().id().startsWith("park-"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.PASS, Outcome.PASS);
  }

  @ParameterizedTest
  @EnumSource(Blank.class)
  void a_judged_rule_says_in_its_file_what_its_blank_does(Blank blank) throws Exception {
    String judged = "@severity(\"judged\") @blank(\"" + blank.word() + "\")";
    RuleSet set =
        new SmallRuleSet().with(SmallRuleSet.PARK_LEVEL, "@severity(\"required\")", judged).open();

    assertThat(set.rules().get("park-level").blank()).isEqualTo(blank);
    Finding silent = set.examine(SmallRuleSet.bidOf("{}"), FROM).get(0);
    assertThat(silent.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(silent.holdsUp()).isEqualTo(blank == Blank.OPEN);
  }

  private static Rule rule(LocalDate until) {
    return new Rule(
        "park-level",
        "park",
        Severity.REQUIRED,
        null,
        "law#level",
        FROM,
        until,
        "Park",
        List.of("level"),
        false,
        List.of(new Rule.Check("park-level: pass", "pass", List.of())),
        List.of());
  }
}
