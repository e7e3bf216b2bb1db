package sixones.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import sixones.packer.SmallRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

class ParameterTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 6, 13);
  private static final LocalDate CHANGED = LocalDate.of(2024, 1, 1);

  @Test
  void a_value_is_in_force_from_its_first_day_on() throws Exception {
    Parameter parameter = parameter();

    assertThat(parameter.inForceOn(FIRST).intValue()).isEqualTo(1);
    assertThat(parameter.inForceOn(FIRST.plusDays(1)).intValue()).isEqualTo(1);
  }

  @Test
  void on_the_day_before_the_first_no_value_is_in_force() throws Exception {
    Parameter parameter = parameter();

    JsonNode value = parameter.inForceOn(FIRST.minusDays(1));

    assertThat(value).isNull();
  }

  @Test
  void a_later_value_replaces_the_earlier_on_its_own_first_day() throws Exception {
    Parameter parameter = parameter();

    assertThat(parameter.inForceOn(CHANGED.minusDays(1)).intValue()).isEqualTo(1);
    assertThat(parameter.inForceOn(CHANGED).intValue()).isEqualTo(2);
    assertThat(parameter.inForceOn(LocalDate.MAX).intValue()).isEqualTo(2);
  }

  @Test
  void the_order_of_the_values_in_the_file_does_not_matter() throws Exception {
    Parameter parameter =
        parameter("{ from: \"2024-01-01\", value: 2 }, { from: \"2022-06-13\", value: 1 }");

    assertThat(parameter).isEqualTo(parameter());
  }

  @Test
  void the_rules_see_the_value_of_the_day_they_are_asked_for() throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with(
                "parameters.yaml",
                "values: [{ from: \"2022-06-13\", value: [national, provincial] }]",
                "values: [{ from: \"2022-06-13\", value: [national, provincial] },"
                    + " { from: \"2024-01-01\", value: [national] }]")
            .open();

    assertThat(outcomeOn(set, CHANGED.minusDays(1))).isEqualTo(Outcome.PASS);
    assertThat(outcomeOn(set, CHANGED)).isEqualTo(Outcome.FAIL);
    assertThat(outcomeOn(set, CHANGED.minusDays(1))).isEqualTo(Outcome.PASS);
  }

  private static Outcome outcomeOn(RuleSet set, LocalDate day) throws NoRuleInForce {
    return set.examine(SmallRuleSet.bidOf("{\"level\": \"provincial\"}"), day).get(0).outcome();
  }

  private static Parameter parameter() throws Exception {
    return parameter("{ from: \"2022-06-13\", value: 1 }, { from: \"2024-01-01\", value: 2 }");
  }

  private static Parameter parameter(String values) throws Exception {
    String yaml = "{ title: The most, citation: \"law#most\", values: [" + values + "] }";
    return Parameter.of("most", new YAMLMapper().readTree(yaml));
  }
}
