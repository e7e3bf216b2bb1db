package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static List<String> ids(String pointer) {
    return RULES.dependents(pointer).stream().map(one -> one.rule().id()).toList();
  }
}
