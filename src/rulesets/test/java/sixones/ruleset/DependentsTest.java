package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Project;
import sixones.packer.PackedFolder;
import sixones.rule.Bundle;

/** Of each member of a bid it is known which rules depend on it. */
class DependentsTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void a_member_that_a_rule_judges_is_examined_by_it() {
    assertThat(RULES.dependents("/parks/3/level"))
        .containsExactly(new Dependents.Dependent(RULES.rules().get("park-level"), true));
  }

  @Test
  void a_member_that_a_derived_one_rests_on_has_the_rules_that_compare_that() {
    assertThat(ids("/city/code")).contains("bid-city-in-province", "park-in-city");
    assertThat(ids("/cooperation/0/partners/1"))
        .contains("park-in-city")
        .doesNotContain("park-level");
    assertThat(ids("/baseline/year"))
        .contains("core-gdp-plausible", "pillar-industry-baseline-figure");
    assertThat(ids("/pillarIndustries/0/figures/2/amount"))
        .contains("pillar-industry-target-not-below-baseline")
        .doesNotContain("pillar-industry-named");
  }

  @Test
  void a_list_that_is_counted_is_asked_for_as_a_whole_alone() {
    assertThat(ids("/parks")).contains("park-one", "park-level");
    assertThat(ids("/parks/0")).contains("park-one");
    assertThat(ids("/parks/0/level")).doesNotContain("park-one");
  }

  @Test
  void a_member_that_no_rule_asks_for_has_none() {
    assertThat(ids("/evidence/0/sha256")).isEmpty();
    assertThat(ids("/conferences/0/edition")).isEmpty();
  }

  @Test
  void a_window_of_years_and_what_is_in_force_depend_on_the_call_year_and_the_applicant() {
    byte[] bundle =
        PackedFolder.bundle(
            Project.file("src/rulesets/test/programme/rules").resolve("sample-workshops"));
    RuleSet rules = RuleSets.open(bundle, Bundle.sha256(bundle));

    assertThat(ids(rules, "/call/year")).containsExactly("scale-output");
    assertThat(ids(rules, "/outputs/0/year")).containsExactly("scale-output");
    assertThat(ids(rules, "/applicant/id")).contains("scale-output", "subject-on-roll");
    assertThat(ids(rules, "/applicant/contact")).isEmpty();
  }

  private static List<String> ids(String pointer) {
    return ids(RULES, pointer);
  }

  private static List<String> ids(RuleSet rules, String pointer) {
    return rules.dependents(pointer).stream().map(one -> one.rule().id()).toList();
  }
}
