package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.plain.FindingsInTests.place;
import static sixones.plain.FindingsInTests.places;

import org.junit.jupiter.api.Test;

/** The rules on slips: each has a place only where it can conclude. */
class PlausibilityTest {
  private static final String FIGURES = "pillar-industry-figures-plausible";
  private static final String TARGET_YEARS = "pillar-industry-target-after-baseline";
  private static final String IDS = "bid-evidence-ids-unique";

  @Test
  void a_core_figure_may_equal_the_gdp_of_the_province_but_not_exceed_it() {
    assertThat(place("core-gdp-plausible", baseline("'year': 2021, 'gdp': '100.5'")))
        .isEqualTo("/baseline/gdp PASS {found=\"100.5\", year=2021, province=\"100.50\"}");
    assertThat(
            place(
                "core-secondary-value-added-plausible",
                baseline("'year': 2020, 'secondaryIndustryValueAdded': '９0.01'")))
        .isEqualTo(
            "/baseline/secondaryIndustryValueAdded REVIEW"
                + " {found=\"９0.01\", year=2020, province=\"90\"}");
  }

  @Test
  void a_core_figure_without_an_amount_or_a_listed_year_is_not_looked_at() {
    assertThat(places("core-gdp-plausible", baseline("'year': 2021, 'gdp': ' '"))).isEmpty();
    assertThat(places("core-gdp-plausible", baseline("'year': 2022, 'gdp': '999'"))).isEmpty();
    assertThat(places("core-gdp-plausible", baseline("'gdp': '999'"))).isEmpty();
  }

  @Test
  void the_boldest_figure_speaks_for_an_answer() {
    assertThat(
            place(
                FIGURES,
                industry(
                    "{'year': 2021, 'amount': '100.5'}, {'year': 2020, 'amount': '90.10'},"
                        + " {'year': 2020, 'amount': '90.1'}, {'year': 2022, 'amount': '999'}")))
        .isEqualTo(
            "/pillarIndustries/0/figures REVIEW"
                + " {found=4, amount=\"90.10\", year=2020, province=\"90\"}");
    assertThat(
            place(
                "chain-leader-figures-plausible",
                "'chainLeaders': [null, {'figures': [{'year': 2021, 'amount': '1'}]}]"))
        .isEqualTo(
            "/chainLeaders/1/figures PASS"
                + " {found=1, amount=\"1\", year=2021, province=\"100.50\"}");
  }

  @Test
  void figures_without_an_amount_of_a_listed_year_are_not_looked_at() {
    assertThat(places(FIGURES, industry("null, {'year': 2021}, {'amount': '999'}"))).isEmpty();
    assertThat(places(FIGURES, industry("{'year': 2022, 'amount': '999'}"))).isEmpty();
    assertThat(places(FIGURES, "'pillarIndustries': []")).isEmpty();
  }

  @Test
  void a_target_may_be_for_the_baseline_year_but_not_for_one_before() {
    assertThat(
            places(
                TARGET_YEARS,
                baseline("'year': 2021")
                    + ", 'pillarIndustries': [{'targets':"
                    + " [{'year': 2021}, null, {'year': 2020}]}]"))
        .containsExactly(
            "/pillarIndustries/0/targets/0/year PASS {found=2021, baselineYear=2021}",
            "/pillarIndustries/0/targets/2/year REVIEW {found=2020, baselineYear=2021}");
    assertThat(places(TARGET_YEARS, "'pillarIndustries': [{'targets': [{'year': 2020}]}]"))
        .isEmpty();
  }

  @Test
  void ids_given_twice_are_told_as_first_written_in_the_order_they_repeat() {
    assertThat(place(IDS, evidence("'e1', 'E 2', null, 'e2', 'Ｅ1.', 'e2'")))
        .isEqualTo("/evidence REVIEW {found=6, ids=[\"E 2\",\"e1\"]}");
    assertThat(place(IDS, evidence("'e1', '—', '—'"))).isEqualTo("/evidence PASS {found=3}");
    assertThat(places(IDS, evidence("null, '—'"))).isEmpty();
  }

  private static String baseline(String members) {
    return "'baseline': {" + members + "}";
  }

  private static String industry(String figures) {
    return "'pillarIndustries': [{'figures': [" + figures + "]}]";
  }

  private static String evidence(String ids) {
    return "'evidence': [{'id': " + ids.replace(", ", "}, {'id': ") + "}]";
  }
}
