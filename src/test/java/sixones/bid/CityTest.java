package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place belongs to a city by its code, as far as the code says. */
class CityTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "510100, 510100, true",
        "510100, 510104, true",
        "510100, ５１０１０４, true",
        "510100, ' 510104　', true",
        "510100, 510700, false",
        "510100, 510722, false",
        "510100, 110100, false",
        "510100, 510000, -",
        "510100, 500000, false",
        "510100, -, -",
        "510104, 510104, true",
        "510104, 510105, false",
        "510104, 510100, -",
        "500000, 500112, true",
        "500000, 510100, false",
        "513401, 513400, -",
        "５１０１００, 510104, true"
      })
  void a_place_is_in_the_city_if_the_code_of_the_city_covers_its_own(
      String city, String place, Boolean held) throws Exception {
    assertThat(city(city, "[]").holds(place)).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "500000, true",
        "500112, true",
        "510722, true",
        "５１０７２２, true",
        "510100, false",
        "510000, false",
        "-, -"
      })
  void a_place_is_in_a_partner_city_if_one_covers_it(String place, Boolean held) throws Exception {
    City city =
        city("510100", "[null,{\"partners\":[\"500000\",null]},{\"partners\":[\"５１０７００ \"]}]");

    assertThat(city.partnerHolds(place)).isEqualTo(held);
  }

  @Test
  void without_partners_no_place_is_in_a_partner_city() throws Exception {
    assertThat(city("510100", "null").partnerHolds("500000")).isFalse();
  }

  private static City city(String code, String cooperation) throws Exception {
    String bid = "{\"city\":{\"code\":\"" + code + "\"},\"cooperation\":" + cooperation + "}";
    InForce inForce = new InForce(LocalDate.of(2022, 6, 13), Map.of());
    return new City(new Stated("", new ObjectMapper().readTree(bid), inForce));
  }
}
