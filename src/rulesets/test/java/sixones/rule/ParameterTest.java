package sixones.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.packer.SmallRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

@InTurns(3)
class ParameterTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 6, 13);
  private static final LocalDate CHANGED = LocalDate.of(2024, 1, 1);

  private static final Map<Integer, String> OF_CALL = Map.of(2021, "call of 2021", 2022, "call");

  private static final List<String> VALUES =
      List.of(
          "{ from: \"2022-06-13\", value: [default] }",
          "{ from: \"2022-06-13\", call: 2021, value: [call of 2021] }",
          "{ from: \"2022-06-13\", call: 2022, value: [call] }",
          "{ from: \"2022-06-13\", place: \"530000\", value: [province] }",
          "{ from: \"2022-06-13\", place: \"530300\", value: [prefecture] }",
          "{ from: \"2022-06-13\", place: \"530000\", call: 2022, value: [province and call] }",
          "{ from: \"2024-01-01\", place: \"530300\", value: [later] }");

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

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, default",
        "2022, -, call",
        "2023, -, default",
        "-, 530000, province",
        "-, 530300, prefecture",
        "-, 530302, prefecture",
        "-, 530102, province",
        "-, 510100, default",
        "2023, 530302, prefecture",
        "2022, 530302, province and call",
        "2021, 530302, prefecture",
        "2021, 530102, province",
        "2021, 510100, call of 2021",
        "2022, 510100, call",
        "-, 999999, default",
        "-, 53zzzz, default"
      })
  void the_most_specific_value_wins(Integer call, String applicant, String wins) throws Exception {
    RuleSet set = setOf(VALUES);

    assertThat(set.inForce("levels", FIRST, call, applicant).value().get(0).textValue())
        .isEqualTo(wins);
    assertThat(set.inForce(FIRST, call, applicant).texts("levels")).containsExactly(wins);
  }

  @Test
  void a_specific_value_of_an_earlier_day_beats_a_later_default() throws Exception {
    RuleSet set =
        setOf(
            List.of(
                "{ from: \"2022-06-13\", value: [a] }",
                "{ from: \"2024-01-01\", value: [b] }",
                "{ from: \"2023-01-01\", place: \"530000\", value: [c] }"));

    assertThat(set.inForce(FIRST, null, "530302").texts("levels")).containsExactly("a");
    assertThat(set.inForce(CHANGED, null, "530302").texts("levels")).containsExactly("c");
    assertThat(set.inForce(CHANGED, null, "510100").texts("levels")).containsExactly("b");
  }

  @Property(tries = 200)
  void the_order_of_the_file_never_decides_what_wins(
      @ForAll("orders") List<String> values,
      @ForAll @IntRange(min = 2021, max = 2023) int call,
      @ForAll @From("applicants") String applicant)
      throws Exception {
    Parameter shuffled = parameter(String.join(", ", values));
    Parameter written = parameter(String.join(", ", VALUES));
    List<String> places =
        applicant.startsWith("53")
            ? List.of(applicant, applicant.substring(0, 4) + "00", "530000")
            : List.of(applicant);

    assertThat(shuffled).isEqualTo(written);
    assertThat(shuffled.inForce(FIRST, call, places).value()).isEqualTo(expected(call, applicant));
  }

  /** A second reading of which value wins, from the words of the ADR. */
  private static JsonNode expected(int call, String applicant) {
    boolean yunnan = applicant.startsWith("53");
    String wins =
        yunnan && call == 2022
            ? "province and call"
            : applicant.startsWith("5303")
                ? "prefecture"
                : yunnan ? "province" : OF_CALL.getOrDefault(call, "default");
    return JsonNodeFactory.instance.arrayNode().add(wins);
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(VALUES);
  }

  @Provide
  Arbitrary<String> applicants() {
    return Arbitraries.of("530302", "530300", "530102", "530000", "510100", "500000");
  }

  @Test
  void a_finding_shows_the_value_of_the_applicants_place() throws Exception {
    String levels = "{ from: \"2022-06-13\", value: [national] }";
    String here = "{ from: \"2022-06-13\", place: \"510000\", value: [provincial] }";
    String there = "{ from: \"2022-06-13\", place: \"530000\", value: [provincial] }";
    Draft bid = SmallRuleSet.bidOf("{\"level\": \"provincial\"}");

    Finding inForceHere = setOf(List.of(levels, here)).examine(bid, FIRST).get(0);
    Finding elsewhere = setOf(List.of(levels, there)).examine(bid, FIRST).get(0);

    assertThat(inForceHere.outcome()).isEqualTo(Outcome.PASS);
    assertThat(inForceHere.places().get(0).values().get("accepted"))
        .hasToString("[\"provincial\"]");
    assertThat(elsewhere.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(elsewhere.places().get(0).values().get("accepted")).hasToString("[\"national\"]");
  }

  @Test
  void a_number_without_a_value_is_unknown() throws Exception {
    String rule =
        SmallRuleSet.HARMLESS
            .replace("facts.Park", "facts.Bid")
            .replace("Park(level memberOf force(\"levels\"))", "Bid(parks <= number(\"most\"))")
            .replace(
                "Park(level != null, level not memberOf force(\"levels\"))",
                "Bid(parks > number(\"most\"))")
            .replace("at(\"level\")", "at(\"parks\")")
            .replace("@examines(\"level\")", "@examines(\"parks\")")
            .replace("\"levels\"", "\"most\"");
    String most = "values: [{ from: \"2022-06-13\", value: 1 }]";
    String mostOfYunnan = "{ from: \"2022-06-13\", place: \"530000\", value: 1 }";
    SmallRuleSet set = withPlaces(new SmallRuleSet().with(SmallRuleSet.PARK_LEVEL, rule));
    Draft bid = SmallRuleSet.bidOf("{\"level\": \"provincial\"}");

    RuleSet known = set.open();
    RuleSet unknown =
        set.with("parameters.yaml", most, "default: none\n  values: [" + mostOfYunnan + "]").open();

    assertThat(known.examine(bid, FIRST).get(0).outcome()).isEqualTo(Outcome.PASS);
    assertThat(unknown.examine(bid, FIRST).get(0).outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void what_is_in_force_is_remembered_for_all_for_whom_it_is_the_same() throws Exception {
    RuleSet set = setOf(VALUES);

    assertThat(set.inForce(FIRST, 2023, "510100")).isSameAs(set.inForce(FIRST, null, "500000"));
    assertThat(set.inForce(FIRST, null, "530302")).isSameAs(set.inForce(FIRST, null, "530300"));
    assertThat(set.inForce(FIRST, null, "530302")).isNotSameAs(set.inForce(FIRST, null, "530102"));
    assertThat(set.inForce(FIRST, 2022, "510100")).isNotSameAs(set.inForce(FIRST, 2023, "510100"));
  }

  private static RuleSet setOf(List<String> values) throws Exception {
    return withPlaces(new SmallRuleSet())
        .with(
            "parameters.yaml",
            "values: [{ from: \"2022-06-13\", value: [national, provincial] }]",
            "values: [" + String.join(", ", values) + "]")
        .open();
  }

  private static SmallRuleSet withPlaces(SmallRuleSet set) {
    return set.withApplicant("530302", "麒麟区")
        .with(
            "divisions.tsv",
            "510000\t",
            """
        500000\t重庆市\t1980-12\t\t
        510000\t""")
        .with(
            "divisions.tsv",
            "510100\t成都市\t1980-12\t\t\n",
            """
            510100\t成都市\t1980-12\t\t
            530000\t云南省\t1980-12\t\t
            530102\t五华区\t1980-12\t\t
            530300\t曲靖市\t1980-12\t\t
            530302\t麒麟区\t1980-12\t\t
            """);
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
