package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.plain.FindingsInTests.evaluateAll;
import static sixones.plain.FindingsInTests.named;
import static sixones.plain.FindingsInTests.written;

import org.junit.jupiter.api.Test;

/** Codes of divisions, the place of an answer, and the bidding city, on 2022-06-17. */
class CityRulesTest {
  @Test
  void a_code_of_a_member_of_the_roll_may_bid() {
    assertThat(code("５１０３００ ")).isEqualTo("/city/code PASS {found=\"５１０３００ \"}");
  }

  @Test
  void a_withdrawn_code_of_a_member_goes_to_a_person() {
    assertThat(code("512900"))
        .isEqualTo(
            "/city/code REVIEW {found=\"512900\", today=\"511300\", day=\"2022-06-17\","
                + " reason=\"withdrawn\"}");
  }

  @Test
  void a_code_off_the_roll_says_how_it_lies_to_the_members() {
    assertThat(code("510104"))
        .isEqualTo("/city/code FAIL {found=\"510104\", member=\"510100\", reason=\"in-member\"}");
    assertThat(code("510000"))
        .isEqualTo("/city/code FAIL {found=\"510000\", reason=\"above-members\"}");
    assertThat(code("440300"))
        .isEqualTo("/city/code FAIL {found=\"440300\", reason=\"not-on-roll\"}");
    assertThat(code("510124"))
        .isEqualTo("/city/code FAIL {found=\"510124\", reason=\"not-on-roll\"}");
    assertThat(code("999999"))
        .isEqualTo("/city/code FAIL {found=\"999999\", reason=\"unknown-code\"}");
  }

  @Test
  void both_codes_between_two_editions_are_one_place() {
    assertThat(park("510132", "510118", "")).isEqualTo("PASS {found=\"510118\", city=\"510132\"}");
    assertThat(park("510118", "510132", "")).isEqualTo("PASS {found=\"510132\", city=\"510118\"}");
    assertThat(park("510100", "510132", "")).isEqualTo("PASS {found=\"510132\", city=\"510100\"}");
  }

  @Test
  void a_place_that_is_no_division_of_the_day_goes_to_a_person() {
    assertThat(park("511300", "512901", ""))
        .isEqualTo(
            "REVIEW {found=\"512901\", city=\"511300\", today=\"511300\", day=\"2022-06-17\","
                + " reason=\"withdrawn\"}");
    assertThat(park("510100", "510124", ""))
        .isEqualTo(
            "REVIEW {found=\"510124\", city=\"510100\", day=\"2022-06-17\", reason=\"untraced\"}");
    assertThat(park("510100", "510199", "'510100'"))
        .isEqualTo(
            "REVIEW {found=\"510199\", city=\"510100\", day=\"2022-06-17\","
                + " reason=\"unknown-code\"}");
  }

  @Test
  void a_city_that_bids_by_a_withdrawn_code_is_compared_by_its_code_today() {
    assertThat(park("512900", "511302", "")).isEqualTo("PASS {found=\"511302\", city=\"512900\"}");
    assertThat(park("510200", "510200", ""))
        .isEqualTo(
            "REVIEW {found=\"510200\", city=\"510200\", day=\"2022-06-17\", reason=\"untraced\"}");
  }

  @Test
  void a_wider_place_is_not_known_even_in_a_partner_city() {
    assertThat(park("510100", "510000", "'510000'"))
        .isEqualTo("INCOMPLETE {found=\"510000\", city=\"510100\", reason=\"wider\"}");
  }

  @Test
  void a_partner_in_force_is_asked_before_the_first_one_in_doubt() {
    assertThat(park("510100", "510700", "'999999', '510700'"))
        .isEqualTo(
            "REVIEW {found=\"510700\", city=\"510100\", day=\"2022-06-17\","
                + " reason=\"in-partner-city\"}");
    assertThat(park("510100", "510700", "'５１２９００', '999999'"))
        .isEqualTo(
            "REVIEW {found=\"510700\", city=\"510100\", partner=\"512900\", today=\"511300\","
                + " day=\"2022-06-17\", reason=\"partner-withdrawn\"}");
    assertThat(park("510100", "510700", "null, '999999', '512900'"))
        .isEqualTo(
            "REVIEW {found=\"510700\", city=\"510100\", partner=\"999999\","
                + " day=\"2022-06-17\", reason=\"partner-unknown-code\"}");
    assertThat(park("510100", "510700", "'500000'"))
        .isEqualTo("FAIL {found=\"510700\", city=\"510100\"}");
  }

  @Test
  void partners_in_doubt_do_not_count_for_a_chain_leader() {
    String members =
        "'chainLeaders': [{'cityCode': '510700'}], 'cooperation': [{'partners': ['512900']}]";

    assertThat(found("chain-leader-registered-in-city", "'code': '510100'", members))
        .isEqualTo(
            "/chainLeaders/0/cityCode REVIEW {found=\"510700\", city=\"510100\","
                + " day=\"2022-06-17\", reason=\"elsewhere\"}");
  }

  @Test
  void a_name_is_the_codes_with_its_level_or_without() {
    assertThat(name("510100", "'zh': '成都'")).startsWith("/city/name PASS");
    assertThat(name("510100", "'en': 'Chengdu CITY', 'zh': '成 都市。'")).startsWith("/city/name PASS");
    assertThat(name("511800", "'en': 'Yaan'")).startsWith("/city/name PASS");
    assertThat(name("510922", "'zh': '射洪市'")).startsWith("/city/name PASS");
    assertThat(name("510922", "'zh': '射洪县'")).startsWith("/city/name PASS");
    assertThat(name("512900", "'zh': '南充'")).startsWith("/city/name PASS");
  }

  @Test
  void a_name_that_is_not_the_codes_goes_to_a_person() {
    assertThat(name("510100", "'en': 'Chengdu', 'zh': '自贡市'"))
        .isEqualTo(
            "/city/name REVIEW {found={\"en\":\"Chengdu\",\"zh\":\"自贡市\"},"
                + " city=\"510100\", stated=\"自贡市\"}");
    assertThat(name("510100", "'zh': '成都地区'")).startsWith("/city/name REVIEW");
    assertThat(name("510100", "'en': 'Zigong', 'zh': '成都市'")).contains("stated=\"Zigong\"");
    assertThat(name("510100", "'zh': '市'")).startsWith("/city/name REVIEW");
    assertThat(name("512900", "'zh': '南充市'")).startsWith("/city/name REVIEW");
  }

  @Test
  void a_name_that_cannot_be_compared_is_not_known() {
    assertThat(name("510104", "'en': 'Jinjiang'"))
        .isEqualTo(
            "/city/name INCOMPLETE {found={\"en\":\"Jinjiang\"}, city=\"510104\","
                + " reason=\"no-english-name\"}");
    assertThat(name("999999", "'zh': '成都'"))
        .isEqualTo(
            "/city/name INCOMPLETE {found={\"zh\":\"成都\"}, city=\"999999\","
                + " reason=\"unknown-code\"}");
    assertThat(name("510104", "'en': 'Jinjiang', 'zh': '锦江区'")).startsWith("/city/name PASS");
  }

  @Test
  void a_city_without_a_name_is_not_asked_for_one() {
    assertThat(
            named(
                    "bid-city-name",
                    evaluateAll("'city': {'code': '510100', 'name': {'zh': '—', 'en': ''}}"))
                .places())
        .isEmpty();
  }

  private static String code(String code) {
    return found("bid-city-in-province", "'code': '" + code + "'", "'parks': []");
  }

  private static String name(String code, String name) {
    return found("bid-city-name", "'code': '" + code + "', 'name': {" + name + "}", "'parks': []");
  }

  private static String park(String city, String place, String partners) {
    String members =
        "'parks': [{'cityCode': '%s'}], 'cooperation': [{'partners': [%s]}]"
            .formatted(place, partners);
    return found("park-in-city", "'code': '" + city + "'", members)
        .replace("/parks/0/cityCode ", "");
  }

  private static String found(String rule, String city, String members) {
    return String.join(
        "\n", written(named(rule, evaluateAll("'city': {" + city + "}, " + members))));
  }
}
