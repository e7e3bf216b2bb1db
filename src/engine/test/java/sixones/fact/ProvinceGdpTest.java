package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;

/** The province's GDP is known of the years a parameter lists, and of no other. */
class ProvinceGdpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_year_that_is_not_listed_has_none() throws Exception {
    ProvinceGdp gdp = listing("[\"2020: 40\", \"2021: 50.5\"]");

    assertThat(gdp.of(2021)).isEqualByComparingTo("50.5");
    assertThat(gdp.of(2019)).isNull();
    assertThat(gdp.of(null)).isNull();
    assertThat(new ProvinceGdp(new InForce(Fixtures.BID_DAY, Map.of())).of(2021)).isNull();
  }

  @Test
  void the_boldest_figure_exceeds_its_year_by_most_and_is_the_first_of_several() throws Exception {
    ProvinceGdp gdp = listing("[\"2020: 40\", \"2021: 50\"]");

    ProvinceGdp.Compared boldest =
        gdp.boldest(
            JSON.readTree(
                """
                [{"year":2021,"amount":"52"},{"year":2020,"amount":"４３"},{"year":2021,"amount":"53"},
                 {"year":2019,"amount":"99"},{"amount":"99"},{"year":2021},null]\
                """));

    assertThat(boldest.amount()).isEqualByComparingTo("43");
    assertThat(boldest.year()).isEqualTo(2020);
    assertThat(boldest.gdp()).isEqualByComparingTo("40");
  }

  @Test
  void without_a_figure_of_a_listed_year_there_is_nothing_to_compare() throws Exception {
    ProvinceGdp gdp = listing("\"2021: 50\"");

    assertThat(gdp.boldest(JSON.readTree("[{\"year\":2020,\"amount\":\"99\"},{}]")).amount())
        .isNull();
    assertThat(gdp.boldest(JSON.nullNode()).amount()).isNull();
  }

  private static ProvinceGdp listing(String value) throws Exception {
    JsonNode parameter = JSON.readTree(value);
    return new ProvinceGdp(new InForce(Fixtures.BID_DAY, Map.of("province-gdp", parameter)));
  }
}
