package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.packer.SmallRuleSet.PARK_LEVEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The parser of conditions gives the tree of each check, and the manifest keeps it. */
@InTurns(6)
class ConditionTreeTest {
  private static final String WAS = "$park : Park(level memberOf force(\"levels\"))";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "level != null; {'member':'level','is':'stated'}",
        "level == \"national\"; {'member':'level','is':'equal','word':'national'}",
        "level in (\"national\", \"county\");"
            + " {'member':'level','is':'among','words':['national','county']}",
        "level memberOf force(\"levels\"); {'member':'level','is':'among','parameter':'levels'}",
        "manufacturing == false; {'member':'manufacturing','is':'equal','yes':false}",
        "level != null, level not in (\"county\"); {'all':[{'member':'level','is':'stated'},"
            + "{'member':'level','is':'not-among','words':['county']}]}",
        "level != null, asked(\"levels\") == true; {'all':[{'member':'level','is':'stated'},"
            + "{'parameter':'levels','is':'asked'}]}",
        "level != null, asked(\"levels\") == false; {'all':[{'member':'level','is':'stated'},"
            + "{'parameter':'levels','is':'not-asked'}]}",
        "level == \"county\" || (manufacturing == true && state == \"planned\"); "
            + "{'any':[{'member':'level','is':'equal','word':'county'},"
            + "{'all':[{'member':'manufacturing','is':'equal','yes':true},"
            + "{'member':'state','is':'equal','word':'planned'}]}]}"
      })
  void a_condition_becomes_its_tree(String drl, String tree) throws Exception {
    RuleSet set = new SmallRuleSet().with(PARK_LEVEL, WAS, "$park : Park(" + drl + ")").open();

    Rule.Check check = set.rules().get("park-level").checks().get(0);

    JsonNode expected = new ObjectMapper().readTree(tree.replace('\'', '"'));
    assertThat(check.when().toJson()).isEqualTo(expected);
    assertThat(Condition.of(expected)).isEqualTo(check.when());
    assertThat(check.concludes()).containsExactly("level");
  }

  @ParameterizedTest
  @CsvSource({"==,equal", "!=,different", ">=,at-least", ">,over", "<=,at-most", "<,under"})
  void a_comparison_of_two_members_and_with_a_number_has_its_word(String operator, String word)
      throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with(
                "bid/bid-gdp.drl",
                """
                // Made up.
                package rules.small_set.bid

                import facts.Bid;
                global sixones.finding.Findings findings

                rule "bid-gdp: pass"
                    @citation("law#level") @severity("context") @from("2022-06-13") @examines("baseline/gdp")
                when
                    $bid : Bid(gdp != null, secondaryIndustryValueAdded != null, gdp %1$s secondaryIndustryValueAdded, parks != null, parks %1$s number("most"), gdp %1$s 1)
                then
                    findings.pass(drools.getRule(), $bid.at("baseline/gdp"));
                end
                """
                    .formatted(operator))
            .open();

    Condition when = set.rules().get("bid-gdp").checks().get(0).when();

    List<Condition> parts = ((Condition.All) when).parts();
    assertThat(parts.get(2).toJson())
        .hasToString(
            "{\"member\":\"gdp\",\"is\":\""
                + word
                + "\",\"other\":\"secondaryIndustryValueAdded\"}");
    assertThat(parts.get(4).toJson())
        .hasToString("{\"member\":\"parks\",\"is\":\"" + word + "\",\"parameter\":\"most\"}");
    assertThat(parts.get(5).toJson())
        .hasToString("{\"member\":\"gdp\",\"is\":\"" + word + "\",\"number\":1}");
    assertThat(Condition.of(when.toJson())).isEqualTo(when);
    for (String amounts : List.of("1.00 1.0", "1 1", "2 1", "1 2")) {
      assertThat(set.examine(bid(amounts.split(" ")), Fixtures.BID_DAY))
          .extracting(Finding::outcome)
          .doesNotContain(Outcome.ERROR);
    }
  }

  private static Draft bid(String[] amounts) {
    ObjectNode bid = Fixtures.compliant().put("ruleSet", "small-set");
    bid.withObject("/baseline")
        .put("gdp", amounts[0])
        .put("secondaryIndustryValueAdded", amounts[1]);
    return Fixtures.draft(bid);
  }

  @Test
  void every_check_of_the_packed_rule_set_has_its_tree() {
    for (Rule rule : RuleSetsInTests.SICHUAN.rules().values()) {
      for (Rule.Check check : rule.checks()) {
        assertThat(check.when()).as(check.name()).isNotNull();
        assertThat(check.concludes()).as(check.name()).isNotEmpty();
        assertThat(Condition.of(check.when().toJson())).isEqualTo(check.when());
      }
    }
  }
}
