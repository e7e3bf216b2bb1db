package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;

/** An amount is known of the years that a parameter lists, and of no other. */
class AmountsByYearTest {
  private static final String PARAMETER = "output-by-year";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_year_that_is_not_listed_has_none() throws Exception {
    AmountsByYear amounts = listing("[\"2020: 40\", \"2021: 50.5\"]");

    assertThat(amounts.of(2021)).isEqualByComparingTo("50.5");
    assertThat(amounts.of(2019)).isNull();
    assertThat(amounts.of(null)).isNull();
    assertThat(new AmountsByYear(new InForce(Fixtures.BID_DAY, Map.of()), PARAMETER).of(2021))
        .isNull();
  }

  @Test
  void the_boldest_figure_exceeds_its_year_by_most_and_is_the_first_of_several() throws Exception {
    AmountsByYear amounts = listing("[\"2020: 40\", \"2021: 50\"]");

    AmountsByYear.Compared boldest =
        amounts.boldest(
            JSON.readTree(
                """
                [{"year":2021,"amount":"52"},{"year":2020,"amount":"４３"},{"year":2021,"amount":"53"},
                 {"year":2019,"amount":"99"},{"amount":"99"},{"year":2021},null]\
                """));

    assertThat(boldest.amount()).isEqualByComparingTo("43");
    assertThat(boldest.year()).isEqualTo(2020);
    assertThat(boldest.against()).isEqualByComparingTo("40");
  }

  @Test
  void without_a_figure_of_a_listed_year_there_is_nothing_to_compare() throws Exception {
    AmountsByYear amounts = listing("\"2021: 50\"");

    assertThat(amounts.boldest(JSON.readTree("[{\"year\":2020,\"amount\":\"99\"},{}]")).amount())
        .isNull();
    assertThat(amounts.boldest(JSON.nullNode()).amount()).isNull();
  }

  private static AmountsByYear listing(String value) throws Exception {
    JsonNode parameter = JSON.readTree(value);
    return new AmountsByYear(
        new InForce(Fixtures.BID_DAY, Map.of(PARAMETER, parameter)), PARAMETER);
  }
}
