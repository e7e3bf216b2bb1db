package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.plain.FindingsInTests.evaluate;
import static sixones.plain.FindingsInTests.place;
import static sixones.plain.FindingsInTests.places;
import static sixones.plain.FindingsInTests.reasoned;

import org.junit.jupiter.api.Test;

/** What surrounds the six: cooperation, core technologies, benefits per mu, policies. */
class SurroundingRulesTest {
  private static final String PARK = "cooperation-enclave-park";

  @Test
  void an_enclave_park_lies_in_the_city_that_hosts_it() {
    assertThat(reasoned(PARK, enclave("host", "510181"))).isEqualTo("PASS");
    assertThat(reasoned(PARK, enclave("home", "511500"))).isEqualTo("PASS");
    assertThat(reasoned(PARK, enclave("home", "510181"))).isEqualTo("REVIEW in-city");
    assertThat(reasoned(PARK, enclave("host", "511500"))).isEqualTo("REVIEW in-partner-city");
    assertThat(reasoned(PARK, enclave("member", "510700"))).isEqualTo("REVIEW elsewhere");
    assertThat(reasoned(PARK, enclave("home", "510000"))).isEqualTo("REVIEW wider");
    assertThat(reasoned(PARK, enclave("—", "—"))).isEqualTo("INCOMPLETE");
  }

  @Test
  void a_partner_is_another_place_than_the_city() {
    assertThat(
            places("cooperation-partners", "'cooperation': [{'partners': ['511500', '510107']}]"))
        .containsExactly(
            "/cooperation/0/partners/0 PASS {found=\"511500\", city=\"510100\"}",
            "/cooperation/0/partners/1 REVIEW"
                + " {found=\"510107\", city=\"510100\", day=\"2022-06-17\", reason=\"in-city\"}");
  }

  @Test
  void of_an_external_risk_is_told_that_it_is_stated_and_no_more() {
    assertThat(
            places(
                "core-technology-criteria",
                "'coreTechnologies': [{'externalRisk': 'one supplier'}, null]"))
        .contains(
            "/coreTechnologies/0/externalRisk REVIEW {stated=true, reason=\"external-risk\"}",
            "/coreTechnologies/1/externalRisk INCOMPLETE {stated=false}");
  }

  @Test
  void a_share_counts_exactly() {
    assertThat(outcomeOf("benefit-per-mu-share-a", "'firms': 10, 'classA': 3")).isEqualTo("PASS");
    assertThat(outcomeOf("benefit-per-mu-share-a", "'firms': 9, 'classA': 3")).isEqualTo("FAIL");
    assertThat(outcomeOf("benefit-per-mu-share-a", "'firms': 1, 'classA': 1")).isEqualTo("FAIL");
    assertThat(outcomeOf("benefit-per-mu-share-a", "'firms': 1, 'classA': 2")).isEqualTo("REVIEW");
    assertThat(outcomeOf("benefit-per-mu-share-c", "'firms': 10, 'classC': 1")).isEqualTo("PASS");
    assertThat(outcomeOf("benefit-per-mu-share-c", "'firms': 11, 'classC': 1")).isEqualTo("FAIL");
    assertThat(outcomeOf("benefit-per-mu-share-c", "'firms': 1, 'classC': 2")).isEqualTo("REVIEW");
    assertThat(outcomeOf("benefit-per-mu-share-c", "'firms': 0, 'classC': 0"))
        .isEqualTo("INCOMPLETE");
  }

  @Test
  void a_published_share_follows_from_the_counts_to_half_a_decimal() {
    String counts = "'firms': 7546, 'classA': 2131, 'statedShareA': ";

    assertThat(outcomeOf("benefit-per-mu-stated-share", counts + "'２8.2'")).isEqualTo("PASS");
    assertThat(outcomeOf("benefit-per-mu-stated-share", counts + "'28.3'")).isEqualTo("REVIEW");
    assertThat(outcomeOf("benefit-per-mu-stated-share", counts + "'29.1'")).isEqualTo("REVIEW");
  }

  @Test
  void a_mean_is_held_against_that_of_the_province_in_the_same_year() {
    assertThat(
            places(
                "benefit-per-mu-revenue",
                "'parks': [{'perMu': [{'year': 2020, 'revenueTenThousandYuanPerMu': '427.41'},"
                    + " {'year': 2021, 'revenueTenThousandYuanPerMu': '1'}]}]"))
        .containsExactly(
            "/parks/0/perMu/0/revenueTenThousandYuanPerMu PASS"
                + " {found=\"427.41\", year=2020, province=\"427.4\", reason=\"above\"}");
  }

  @Test
  void a_policy_is_shown_where_it_names_the_industry_and_from_its_day_on() {
    assertThat(
            place(
                "policy-context-five-plus-one",
                "'pillarIndustries': [{'name': {'zh': '电子信息产业'}}, {'name': {'zh': '待定'}}]"))
        .startsWith("/pillarIndustries/0/name REVIEW");
    assertThat(evaluate("'parks': []"))
        .extracting(PlainFinding::rule)
        .contains("policy-context-five-plus-one")
        .doesNotContain("policy-context-vehicles", "four-chains-talent");
  }

  private static String enclave(String role, String park) {
    return "'cooperation': [{'form': 'enclave_park', 'partners': ['511500'], 'role': '%s', "
        .concat("'parkCityCode': '%s'}]")
        .formatted(role, park);
  }

  private static String outcomeOf(String rule, String members) {
    return FindingsInTests.outcome(rule, "'perMuEvaluations': [{" + members + "}]");
  }
}
