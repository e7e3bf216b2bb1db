package sixones.fact.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.bid.BidContract;
import sixones.bid.ContractsInTests;
import sixones.bid.Draft;
import sixones.fact.InForce;

/** A window needs an entry for each of its years; a year without one is a place of its own. */
class WindowTest {
  private static final BidContract CONTRACT =
      ContractsInTests.withFacts(
          """
          Three: { of: [/figures], window: { year: year, years: 3, before: /call/year } }
          Asked: { of: [/figures], window: { year: year, years: { parameter: years-asked }, before: /call/year } }
          Later: { of: [/figures], window: { year: year, years: { parameter: not-in-force }, before: /call/year } }
          """);
  private static final FactKinds KINDS = FactKinds.of(CONTRACT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                            | /call/year
          { figures: [{ year: 2021 }] }                 | /call/year
          { call: { year: x }, figures: [{ year: 2021 }] } | /call/year
          { call: { year: 2022 } }                      | /figures 2019, /figures 2020, /figures 2021
          { call: { year: 2022 }, figures: [{ year: 2019 }, { year: 2020 }, { year: 2021 }] } | fact /figures/0, fact /figures/1, fact /figures/2
          { call: { year: 2022 }, figures: [{ year: 2021 }, { year: 2018 }, { year: 2022 }] } | fact /figures/0, /figures 2019, /figures 2020
          { call: { year: 2022 }, figures: [{ year: 2021 }, { year: 2021 }] } | fact /figures/0, fact /figures/1, /figures 2019, /figures 2020
          { call: { year: 2022 }, figures: [null, {}, { measure: output }] } | /figures 2019, /figures 2020, /figures 2021
          { call: { year: 2022 }, figures: [{ year: x }] } | /figures 2019, /figures 2020, /figures 2021
          { call: { year: 2022 }, figures: 3 }          | /figures 2019, /figures 2020, /figures 2021
          """)
  void a_year_without_an_entry_is_a_place_with_its_year(String bid, String places)
      throws Exception {
    assertThat(String.join(", ", spots(bid, "Three"))).isEqualTo(places.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { call: { year: 2022 } }  | Asked | /figures 2021
          { call: { year: 2022 } }  | Later | /call/year
          """)
  void the_years_may_be_a_parameter_in_force(String bid, String kind, String places)
      throws Exception {
    assertThat(String.join(", ", spots(bid, kind))).isEqualTo(places.strip());
  }

  private static List<String> spots(String bid, String kind) throws Exception {
    var whole =
        ContractsInTests.yaml("{ schema: sixones/park/1, ruleSet: r, park: { id: '510100' } }");
    whole.setAll(ContractsInTests.yaml(bid));
    byte[] bytes = whole.toString().getBytes(StandardCharsets.UTF_8);
    Map<String, JsonNode> parameters = Map.of("years-asked", IntNode.valueOf(1));
    Facts facts =
        FactsInTests.of(
            Draft.readPartly(bytes, Draft.Format.JSON, CONTRACT),
            KINDS,
            new InForce(LocalDate.of(2022, 6, 13), parameters));
    return facts.of(KINDS.kind(kind)).stream()
        .map(
            spot ->
                spot.fact() != null
                    ? "fact " + spot.fact().pointer()
                    : (spot.emptyPlace()
                            + " "
                            + spot.values().getOrDefault("year", IntNode.valueOf(0)))
                        .replace(" 0", ""))
        .toList();
  }
}
