package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.packer.VersionsInTests;
import sixones.report.Language;
import sixones.report.Report;
import sixones.rule.Outcome;

/** An older version is frozen beside the newest one, and both evaluate. */
@InTurns(value = 4, at = 2)
class FrozenVersionTest {
  private static final String SET = Fixtures.RULE_SET;

  @TempDir static Path folder;
  private static RuleSets both;
  private static Evaluations evaluations;

  @BeforeAll
  static void a_version_is_frozen_that_had_a_word_a_parameter_and_a_rule_otherwise()
      throws Exception {
    both =
        new VersionsInTests(folder, SET)
            .freeze(
                SET,
                "2022.1",
                Map.of(
                    "messages/en.properties",
                    text ->
                        text.replaceFirst(
                                "(?m)^park-level\\.title = .*$", "park-level.title = The park was")
                            .replaceAll(OF_GDP, ""),
                    "messages/zh-CN.properties",
                    text -> text.replaceAll(OF_GDP, ""),
                    "parameters.yaml",
                    text ->
                        text.replaceFirst(
                            "(?s)(park-levels:.*?)\\n\\n", "$1\n        - county\n\n"),
                    "park/park-level.drl",
                    text -> text.replace("advisory", "required"),
                    "core/core-gdp.drl",
                    text -> null))
            .load();
    evaluations = new Evaluations(both, Clock.systemUTC());
  }

  /** The messages of the rule that the older version does not have. */
  private static final String OF_GDP = "(?m)^core-gdp\\..*\n";

  private static Draft inACounty() {
    var bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/level", TextNode.valueOf("county"));
    return Fixtures.draft(bid);
  }

  @Test
  void the_newest_comes_first_and_is_what_an_id_names() throws Exception {
    assertThat(both.all()).extracting(RuleSet::version).hasSize(2).last().isEqualTo("2022.1");
    assertThat(evaluations.find(SET)).isSameAs(both.all().get(0));
    assertThat(evaluations.find(SET + "/2022.1")).isSameAs(both.all().get(1));
    assertThat(both.newest()).containsExactly(both.all().get(0));
    assertThat(both.all()).extracting(both::folder).containsExactly(SET, SET + "@2022.1");
    assertThat(both.packed(both.all().get(1))).isNotEqualTo(both.packed(both.all().get(0)));
  }

  @Test
  void each_version_evaluates_by_its_own_rules_parameters_and_words() throws Exception {
    Evaluation newest = evaluations.run(inACounty(), Fixtures.BID_DAY);
    Evaluation older = evaluations.run(inACounty(), Fixtures.BID_DAY, SET + "/2022.1");

    assertThat(newest.rulesWith(Outcome.FAIL)).containsExactly("park-level");
    assertThat(older.rulesWith(Outcome.FAIL)).isEmpty();
    assertThat(older.rulesWith(Outcome.PASS)).contains("park-level");
    assertThat(newest.ruleSet().rules()).containsKey("core-gdp");
    assertThat(older.ruleSet().rules()).doesNotContainKey("core-gdp");
    assertThat(Report.of(older, Language.EN).finding("park-level").title())
        .isEqualTo("The park was")
        .isNotEqualTo(Report.of(newest, Language.EN).finding("park-level").title());
  }
}
