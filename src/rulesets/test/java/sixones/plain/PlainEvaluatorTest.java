package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.plain.FindingsInTests.evaluate;
import static sixones.plain.FindingsInTests.named;
import static sixones.plain.FindingsInTests.outcome;
import static sixones.plain.FindingsInTests.place;
import static sixones.plain.FindingsInTests.places;
import static sixones.plain.FindingsInTests.reasoned;
import static sixones.plain.FindingsInTests.written;
import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INAPPLICABLE;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainEvaluatorTest {
  private static final String ELECTRONICS =
      "'pillarIndustries': [{'name': {'en': 'Electronic Information', 'zh': '电子信息'},"
          + " 'category': 'electronic-information'}]";

  @Test
  void an_empty_bid_gives_every_rule_once_and_passes_none() {
    List<PlainFinding> findings = evaluate("'parks': []");

    Set<String> rules = new LinkedHashSet<>();
    findings.forEach(finding -> rules.add(finding.rule()));
    assertThat(rules).hasSize(76).hasSameSizeAs(findings);
    assertThat(rules).startsWith("park-named", "park-one").endsWith("policy-context-five-plus-one");
    assertThat(findings)
        .filteredOn(finding -> finding.outcome().equals(PASS))
        .extracting(PlainFinding::rule)
        .containsExactly("bid-city-in-province");
    assertThat(findings)
        .filteredOn(finding -> finding.outcome().equals(INAPPLICABLE))
        .extracting(PlainFinding::rule)
        .containsExactly(
            "pillar-industry-target-after-baseline",
            "pillar-industry-figures-plausible",
            "chain-leader-figures-plausible",
            "chain-leader-revenue",
            "bid-evidence-ids-unique",
            "bid-city-name",
            "core-gdp-plausible",
            "core-secondary-value-added-plausible",
            "cooperation-form",
            "cooperation-partners",
            "cooperation-subject",
            "cooperation-state",
            "cooperation-enclave-sides",
            "cooperation-enclave-park",
            "core-technology-criteria",
            "core-technology-level",
            "core-technology-assessed",
            "core-technology-stage",
            "benefit-per-mu-share-a",
            "benefit-per-mu-share-c",
            "benefit-per-mu-stated-share",
            "benefit-per-mu-revenue",
            "benefit-per-mu-tax",
            "benefit-per-mu-park-evaluated",
            "benefit-per-mu-class-of-park",
            "leading-cadre-follows",
            "policy-context-five-plus-one");
  }

  @Test
  void an_empty_list_is_one_incomplete_place_without_values() {
    assertThat(place("park-level", "'parks': []")).isEqualTo("/parks INCOMPLETE {}");
    assertThat(place("park-one", "'parks': []")).isEqualTo("/parks INCOMPLETE {found=0}");
    assertThat(place("park-one", "'parks': null")).isEqualTo("/parks INCOMPLETE {}");
  }

  @Test
  void a_null_entry_is_an_answer_with_nothing_stated() {
    String parks = "'parks': [null, {'name': {'zh': '高新区'}, 'level': 'county'}]";

    assertThat(place("park-one", parks)).isEqualTo("/parks PASS {found=2, count=1, accepted=1}");
    assertThat(places("park-level", parks))
        .containsExactly(
            "/parks/0/level INCOMPLETE {}",
            "/parks/1/level FAIL {found=\"county\", accepted=[\"national\",\"provincial\"]}");
    assertThat(outcome("park-level", parks)).isEqualTo(FAIL);
  }

  @Test
  void answers_with_nothing_stated_leave_their_number_open() {
    assertThat(place("park-one", "'parks': [null, {'name': {'zh': '—'}, 'evidence': ['　']}]"))
        .isEqualTo("/parks INCOMPLETE {found=2}");
  }

  @Test
  void two_answers_where_one_is_asked_go_to_a_person() {
    assertThat(place("park-one", "'parks': [{'manufacturing': false}, {'level': 'county'}]"))
        .isEqualTo("/parks REVIEW {found=2, count=2, accepted=1}");
  }

  @Test
  void a_placeholder_name_goes_to_a_person_however_it_is_spaced_or_wide() {
    assertThat(outcome("park-named", "'parks': [{'name': {'en': 'Ｔ ｂ\u200BＤ'}}]"))
        .isEqualTo(REVIEW);
    assertThat(outcome("park-named", "'parks': [{'name': {'en': 'X', 'zh': '待 定'}}]"))
        .isEqualTo(REVIEW);
    assertThat(place("park-named", "'parks': [{'name': {'en': 'Works', 'zh': '×××'}}]"))
        .isEqualTo(
            "/parks/0/name REVIEW"
                + " {found={\"en\":\"Works\",\"zh\":\"×××\"}, reason=\"placeholder\"}");
  }

  @Test
  void a_lost_name_goes_to_a_person() {
    assertThat(place("park-named", "'parks': [{'name': {'zh': '高\uFFFD区'}}]"))
        .isEqualTo("/parks/0/name REVIEW {found={\"zh\":\"高\uFFFD区\"}, reason=\"lost\"}");
  }

  @Test
  void an_answer_of_a_repeated_character_alone_has_nothing_stated() {
    assertThat(place("park-one", "'parks': [{'name': {'zh': '×××'}}]"))
        .isEqualTo("/parks INCOMPLETE {found=1}");
  }

  @Test
  void a_chinese_name_speaks_for_the_answer_before_an_english_one() {
    assertThat(place("park-named", "'parks': [{'name': {'en': 'TBD', 'zh': '高新区'}}]"))
        .isEqualTo("/parks/0/name PASS {found={\"en\":\"TBD\",\"zh\":\"高新区\"}}");
  }

  @Test
  void a_name_of_punctuation_alone_is_blank() {
    assertThat(outcome("park-named", "'parks': [{'name': {'en': '…', 'zh': '—'}}]"))
        .isEqualTo(INCOMPLETE);
  }

  @Test
  void a_park_lies_in_the_city_in_a_partner_city_elsewhere_or_nobody_knows_where() {
    String partner = "'cooperation': [null, {'partners': [null, '500000']}]";

    assertThat(located("５１０１０４ ", partner)).isEqualTo(PASS);
    assertThat(located("510100", partner)).isEqualTo(PASS);
    assertThat(located("510000", partner)).isEqualTo(INCOMPLETE);
    assertThat(located("", partner)).isEqualTo(INCOMPLETE);
    assertThat(located("500112", partner)).isEqualTo(REVIEW);
    assertThat(located("510700", partner)).isEqualTo(FAIL);
  }

  @Test
  void where_a_park_fails_the_city_of_the_bid_is_recorded() {
    assertThat(place("park-in-city", "'parks': [{'cityCode': '510700'}]"))
        .isEqualTo("/parks/0/cityCode FAIL {found=\"510700\", city=\"510100\"}");
  }

  @Test
  void a_pillar_industry_is_known_by_either_name_and_by_its_category() {
    assertThat(related("ELECTRONIC　information", ELECTRONICS)).isEqualTo("PASS same");
    assertThat(related("电 \u2F26信息。", ELECTRONICS)).isEqualTo("PASS same");
    assertThat(related("Electronic—Information", ELECTRONICS)).isEqualTo("PASS same");
    assertThat(related("装备制造", ELECTRONICS)).isEqualTo("FAIL");
    assertThat(related("food", ELECTRONICS)).isEqualTo("FAIL");
    assertThat(related("—", ELECTRONICS)).isEqualTo("INCOMPLETE");
  }

  @Test
  void a_name_with_another_ending_has_the_same_stem() {
    assertThat(
            place(
                "park-hosts-pillar-industry",
                "'parks': [{'industry': '电子信息—产业链'}], " + ELECTRONICS))
        .isEqualTo(
            "/parks/0/industry PASS {found=\"电子信息—产业链\","
                + " pillar=\"电子信息\", compared=\"电子信息\", reason=\"same-stem\"}");
  }

  @Test
  void a_name_of_the_catalogue_is_related_by_the_category() {
    String byCategory =
        "'pillarIndustries': [{'category': 'food-and-beverage'},"
            + " {'name': {'zh': '芯片'}, 'category': 'Electronic Information Industry'}]";

    assertThat(
            place("park-hosts-pillar-industry", "'parks': [{'industry': '电子信息'}], " + byCategory))
        .isEqualTo(
            "/parks/0/industry PASS {found=\"电子信息\","
                + " pillar=\"Electronic Information Industry\","
                + " compared=\"electronic-information\", reason=\"same-category\"}");
  }

  @Test
  void what_is_only_alike_goes_to_a_person_with_the_first_text_it_is_alike_to() {
    assertThat(
            place("park-hosts-pillar-industry", "'parks': [{'industry': '光电子'}], " + ELECTRONICS))
        .isEqualTo("/parks/0/industry REVIEW {found=\"光电子\", pillar=\"电子信息\", reason=\"alike\"}");
    assertThat(related("electronik-information", ELECTRONICS)).isEqualTo("REVIEW alike");
    assertThat(related("電訊與電子產業", ELECTRONICS)).isEqualTo("REVIEW alike");
  }

  @Test
  void a_text_that_tells_nothing_is_not_compared() {
    assertThat(related("待定", "'pillarIndustries': [{'name': {'zh': '待定'}}]"))
        .isEqualTo("REVIEW placeholder");
    assertThat(related("\uE000", "'pillarIndustries': []")).isEqualTo("REVIEW lost");
  }

  @Test
  void a_pillar_industry_whose_text_tells_nothing_leaves_a_mismatch_to_a_person() {
    String placeholder = "{'name': {'en': 'Food', 'zh': '食品'}, 'category': 'food (T.B.C.)'}";

    assertThat(related("芯片", "'pillarIndustries': [" + placeholder + "]"))
        .isEqualTo("REVIEW placeholder-pillar");
    assertThat(related("芯片", "'pillarIndustries': [" + placeholder + ", {'category': 'a\uFFFD'}]"))
        .isEqualTo("REVIEW lost-pillar");
    assertThat(related("食品", "'pillarIndustries': [" + placeholder + "]")).isEqualTo("PASS same");
    assertThat(related("food", "'pillarIndustries': [" + placeholder + "]")).isEqualTo("PASS same");
  }

  @Test
  void a_private_use_character_leaves_a_mismatch_to_a_person() {
    String damaged = "'pillarIndustries': [{'name': {'en': 'Food', 'zh': '食品\uE000'}}]";

    assertThat(related("芯片\uE000", ELECTRONICS)).isEqualTo("REVIEW lost");
    assertThat(related("芯片\uDBC0\uDC00", damaged)).isEqualTo("REVIEW lost");
    assertThat(related("芯片", damaged)).isEqualTo("REVIEW lost-pillar");
    assertThat(related("芯片", "'pillarIndustries': [{'category': '食品\uE000（拟）'}]"))
        .isEqualTo("REVIEW lost-pillar");
    assertThat(related("食品\uE000", damaged)).isEqualTo("PASS same");
    assertThat(related("食品添加剂", damaged)).isEqualTo("REVIEW alike");
  }

  @Test
  void what_cannot_be_compared_in_its_own_language_is_not_known() {
    String enOnly =
        "'pillarIndustries': [{'name': {'en': 'Electronics'}, 'category': 'electronics'}]";
    String noCategory = "'pillarIndustries': [{'name': {'en': 'Electronics', 'zh': '电子'}}]";

    assertThat(related("装备制造", enOnly)).isEqualTo("INCOMPLETE other-language");
    assertThat(related("food", enOnly)).isEqualTo("FAIL");
    assertThat(related("food", noCategory)).isEqualTo("INCOMPLETE other-language");
    assertThat(related("装备制造", noCategory)).isEqualTo("FAIL");
  }

  @Test
  void one_pillar_industry_without_a_name_leaves_a_mismatch_open() {
    String second =
        "'pillarIndustries': [null, {'name': {'en': 'Food', 'zh': '食品'}, 'category': 'food'},"
            + " {'growthPotential': 'great'}]";

    assertThat(related("装备制造", second)).isEqualTo("INCOMPLETE other-language");
    assertThat(related("食品", second)).isEqualTo("PASS same");
    assertThat(related("食品", "'pillarIndustries': [null, {}]")).isEqualTo("INCOMPLETE no-pillar");
    assertThat(related("食品", "'pillarIndustries': [{'growthPotential': 'great'}]"))
        .isEqualTo("INCOMPLETE unnamed-pillar");
  }

  @Test
  void one_resolving_reference_documents_an_answer() {
    String documents =
        "'evidence': [null, {'id': 'e1', 'address': 'archive'}, {'id': '—'}, {'id': 'e2'},"
            + " {'id': 'e3', 'title': {'zh': '待定', 'en': '\uFFFD'}},"
            + " {'id': 'e4', 'title': {'zh': '待定'}, 'address': '某处'}]";

    assertThat(documented("['x', 'e2', 'Ｅ 1']", documents)).isEqualTo(PASS);
    assertThat(documented("['e3']", documents)).isEqualTo(PASS);
    assertThat(documented("['x', null]", documents)).isEqualTo(FAIL);
    assertThat(place("park-evidence", "'parks': [{'evidence': ['x', 'e4']}], " + documents))
        .isEqualTo("/parks/0/evidence INCOMPLETE {found=2, reason=\"no-title\"}");
    assertThat(documented("[null, '—']", documents)).isEqualTo(INCOMPLETE);
    assertThat(documented("[]", documents)).isEqualTo(INCOMPLETE);
  }

  @Test
  void every_reference_is_resolved_at_its_own_place() {
    String bid =
        "'parks': [{'evidence': ['e1', null]}], 'conferences': [{'evidence': ['e2']}],"
            + " 'evidence': [{'id': 'E1', 'title': {'en': 'Deed'}}]";

    assertThat(places("bid-evidence-resolves", bid))
        .containsExactly(
            "/parks/0/evidence/0 PASS {found=\"e1\"}",
            "/parks/0/evidence/1 INCOMPLETE {}",
            "/conferences/0/evidence/0 FAIL {found=\"e2\"}");
    assertThat(place("bid-evidence-resolves", "'evidence': [{'id': 'e1'}], 'parks': [{}]"))
        .isEqualTo("/evidence INCOMPLETE {}");
  }

  @Test
  void a_baseline_figure_is_missed_only_when_nothing_is_left_to_supply() {
    String of2020 = "{'measure': 'output', 'year': 2020, 'amount': '1'}";
    String of2021 = "{'measure': 'output', 'year': 2021, 'amount': '1'}";

    assertThat(baselineFigure("null, " + of2020))
        .isEqualTo("/pillarIndustries/0/figures REVIEW {found=2, year=2021}");
    assertThat(baselineFigure("{'year': 2021}, " + of2020))
        .isEqualTo(
            "/pillarIndustries/0/figures INCOMPLETE {found=2, reason=\"unfinished-figure\"}");
    assertThat(baselineFigure("{'year': 2021}, " + of2021))
        .isEqualTo("/pillarIndustries/0/figures PASS {found=2, year=2021}");
    assertThat(baselineFigure(""))
        .isEqualTo("/pillarIndustries/0/figures INCOMPLETE {found=0, reason=\"no-figure\"}");
    assertThat(
            place("pillar-industry-baseline-figure", "'pillarIndustries': [{'figures': [null]}]"))
        .isEqualTo("/pillarIndustries/0/figures INCOMPLETE {found=1, reason=\"no-baseline-year\"}");
  }

  @Test
  void a_target_may_equal_its_baseline_but_not_fall_below_it() {
    String figures =
        "{'measure': 'output', 'year': 2021, 'amount': ' １０.0'},"
            + "{'measure': 'output', 'year': 2021, 'amount': '10.00'},"
            + "{'measure': 'output', 'year': 2020, 'amount': '99'}";

    assertThat(target("10", figures))
        .isEqualTo("/pillarIndustries/0/targets/0/amount PASS {found=\"10\", baseline=\"10.0\"}");
    assertThat(target("9.99", figures))
        .isEqualTo("/pillarIndustries/0/targets/0/amount FAIL {found=\"9.99\", baseline=\"10.0\"}");
    assertThat(target("9.99", figures + ", {'measure': 'output', 'year': 2021, 'amount': '11'}"))
        .isEqualTo(
            "/pillarIndustries/0/targets/0/amount INCOMPLETE"
                + " {found=\"9.99\", reason=\"several-amounts\"}");
  }

  @Test
  void a_target_that_cannot_be_compared_says_what_is_missing_first() {
    String rule = "pillar-industry-target-not-below-baseline";
    String year = "'baseline': {'year': 2021}, ";

    assertThat(reasoned(rule, "'pillarIndustries': [{'targets': [null]}]"))
        .isEqualTo("INCOMPLETE no-amount");
    assertThat(reasoned(rule, "'pillarIndustries': [{'targets': [{'amount': '1'}]}]"))
        .isEqualTo("INCOMPLETE no-measure");
    assertThat(
            reasoned(
                rule, "'pillarIndustries': [{'targets': [{'amount': '1', 'measure': 'output'}]}]"))
        .isEqualTo("INCOMPLETE no-baseline-year");
    assertThat(
            reasoned(
                rule,
                year + "'pillarIndustries': [{'targets': [{'amount': '1', 'measure': 'output'}]}]"))
        .isEqualTo("INCOMPLETE no-figure");
  }

  @Test
  void a_text_for_a_person_tells_whether_it_can_be_read_at_all() {
    String rule = "pillar-industry-growth-potential";

    assertThat(reasoned(rule, "'pillarIndustries': [{'growthPotential': '某企业增长'}]"))
        .isEqualTo("REVIEW stated");
    assertThat(reasoned(rule, "'pillarIndustries': [{'growthPotential': '\uE000'}]"))
        .isEqualTo("REVIEW lost");
    assertThat(reasoned(rule, "'pillarIndustries': [{'growthPotential': '待定1'}]"))
        .isEqualTo("INCOMPLETE placeholder");
    assertThat(reasoned(rule, "'pillarIndustries': [{'growthPotential': '…'}]"))
        .isEqualTo("INCOMPLETE");
  }

  @Test
  void a_category_is_in_the_catalogue_by_any_of_its_names() {
    String accepted = "accepted=[\"electronic-information\",\"food-and-beverage\"]";
    String at = "/pillarIndustries/0/category ";

    assertThat(category("电子信息产业")).isEqualTo(at + "PASS {found=\"电子信息产业\", " + accepted + "}");
    assertThat(category("芯片")).isEqualTo(at + "FAIL {found=\"芯片\", " + accepted + "}");
    assertThat(category("某产业")).isEqualTo(at + "REVIEW {found=\"某产业\", reason=\"placeholder\"}");
    assertThat(category("\uFFFD")).isEqualTo(at + "REVIEW {found=\"\uFFFD\", reason=\"lost\"}");
  }

  @Test
  void targets_that_are_not_given_are_asked_for() {
    String rule = "pillar-industry-target-not-below-baseline";

    assertThat(place(rule, "'pillarIndustries': [null]"))
        .isEqualTo("/pillarIndustries/0/targets INCOMPLETE {}");
    assertThat(place(rule, "'pillarIndustries': [{'targets': []}]"))
        .isEqualTo("/pillarIndustries/0/targets INCOMPLETE {}");
    assertThat(place(rule, "'pillarIndustries': []")).isEqualTo("/pillarIndustries INCOMPLETE {}");
  }

  @Test
  void revenue_is_asked_for_only_while_the_parameter_says_so() {
    String leaders = "'chainLeaders': [{'figures': [" + revenue(2021, "９.99") + "]}]";

    assertThat(places("chain-leader-revenue", leaders)).isEmpty();
    assertThat(revenuePlaces(leaders))
        .containsExactly(
            "/chainLeaders/0/figures FAIL"
                + " {found=1, revenue=\"9.99\", lower=10, higher=\"50.5\"}");
    assertThat(revenuePlaces("'chainLeaders': []")).isEmpty();
    assertThat(revenuePlaces("'chainLeaders': [null]"))
        .containsExactly("/chainLeaders/0/figures INCOMPLETE {reason=\"no-figure\"}");
  }

  @Test
  void revenue_is_that_of_the_latest_year_and_only_if_it_is_one() {
    String of2022 = revenue(2022, "10") + ", " + revenue(2022, "10.0");

    assertThat(revenueOutcome(revenue(2021, "99") + ", " + of2022)).isEqualTo(REVIEW);
    assertThat(revenueOutcome(revenue(2023, "50.50") + ", " + of2022)).isEqualTo(PASS);
    assertThat(revenueOutcome(revenue(2021, "99") + ", " + of2022 + ", " + revenue(2022, "11")))
        .isEqualTo(INCOMPLETE);
  }

  @Test
  void a_chain_head_is_a_leader_of_the_city_in_an_accepted_body() {
    assertThat(head("'rank': 'city_leader', 'body': 'government'")).isEqualTo("PASS");
    assertThat(head("'rank': 'city_leader', 'body': 'cppcc'")).isEqualTo("REVIEW body");
    assertThat(head("'rank': 'other', 'body': 'cppcc'")).isEqualTo("REVIEW rank");
    assertThat(head("'rank': 'department_head'")).isEqualTo("FAIL rank");
    assertThat(head("'rank': 'other', 'body': 'department'")).isEqualTo("FAIL body");
    assertThat(head("'rank': 'city_leader'")).isEqualTo("INCOMPLETE");
  }

  @Test
  void rank_and_body_are_judged_together() {
    assertThat(places("chain-head-city-leader", "'chainHeads': [{'body': 'department'}]"))
        .containsExactly(
            "/chainHeads/0/rank FAIL"
                + " {accepted=[\"party_committee\",\"government\"], reason=\"body\"}",
            "/chainHeads/0/body FAIL {found=\"department\","
                + " accepted=[\"party_committee\",\"government\"], reason=\"body\"}");
  }

  @Test
  void a_chain_head_appointed_on_the_day_is_in_office() {
    assertThat(place("chain-head-in-office", "'chainHeads': [{'appointedOn': ' 2022-06-１7'}]"))
        .isEqualTo("/chainHeads/0/appointedOn PASS {found=\" 2022-06-１7\", day=\"2022-06-17\"}");
    assertThat(outcome("chain-head-in-office", "'chainHeads': [{'appointedOn': '2022-06-18'}]"))
        .isEqualTo(FAIL);
  }

  @Test
  void a_conference_is_dated_when_its_days_and_state_agree_with_the_day() {
    assertThat(dated("planned", "2022-06-17", "2022-06-17")).isEqualTo("PASS ahead");
    assertThat(dated("held", "2022-06-17", "2022-06-17")).isEqualTo("PASS held");
    assertThat(dated("approved", "2022-06-16", "2022-06-18")).isEqualTo("PASS ahead");
    assertThat(dated("held", "2022-06-16", "2022-06-18")).isEqualTo("PASS held");
    assertThat(dated("held", "2022-06-19", "2022-06-18")).isEqualTo("FAIL ends-before-it-starts");
  }

  @Test
  void a_contradiction_shows_even_while_a_date_or_the_state_is_missing() {
    assertThat(dated("", "2022-06-19", "2022-06-18")).isEqualTo("FAIL ends-before-it-starts");
    assertThat(dated("planned", "2022-06-16", "")).isEqualTo("INCOMPLETE");
    assertThat(dated("held", "", "2022-06-18")).isEqualTo("INCOMPLETE");
    assertThat(dated("planned", "", "2022-06-16")).isEqualTo("FAIL already-over");
    assertThat(dated("held", "2022-06-18", "")).isEqualTo("FAIL not-yet-begun");
    assertThat(dated("", "2022-06-18", "2022-06-19")).isEqualTo("INCOMPLETE no-state");
  }

  @Test
  void a_conference_without_a_state_records_none() {
    assertThat(
            places(
                "world-conference-dated",
                "'conferences': [{'startsOn': '2022-06-19', 'endsOn': '2022-06-18'}]"))
        .containsExactly(
            "/conferences/0/startsOn FAIL {found=\"2022-06-19\","
                + " day=\"2022-06-17\", reason=\"ends-before-it-starts\"}",
            "/conferences/0/endsOn FAIL {found=\"2022-06-18\","
                + " day=\"2022-06-17\", reason=\"ends-before-it-starts\"}");
  }

  @Test
  void an_untrue_declaration_fails_and_a_missing_one_is_open() {
    assertThat(outcome("bid-truth-declared", "'declarations': {'truthful': false}"))
        .isEqualTo(FAIL);
    assertThat(outcome("bid-truth-declared", "'declarations': null")).isEqualTo(INCOMPLETE);
  }

  @Test
  void a_core_figure_is_shown_with_the_baseline_year_if_that_is_stated() {
    assertThat(place("core-gdp", "'baseline': {'year': 2021, 'gdp': '19916.98'}"))
        .isEqualTo("/baseline/gdp PASS {found=\"19916.98\", year=2021}");
    assertThat(place("core-gdp", "'baseline': {'gdp': '19916.98'}"))
        .isEqualTo("/baseline/gdp PASS {found=\"19916.98\"}");
  }

  private static String located(String cityCode, String members) {
    return outcome("park-in-city", "'parks': [{'cityCode': '" + cityCode + "'}], " + members);
  }

  private static String related(String text, String members) {
    return reasoned(
        "park-hosts-pillar-industry", "'parks': [{'industry': '" + text + "'}], " + members);
  }

  private static String documented(String references, String members) {
    return outcome("park-evidence", "'parks': [{'evidence': " + references + "}], " + members);
  }

  private static String category(String text) {
    return place(
        "pillar-industry-in-catalogue", "'pillarIndustries': [{'category': '" + text + "'}]");
  }

  private static String baselineFigure(String figures) {
    return place(
        "pillar-industry-baseline-figure",
        "'baseline': {'year': 2021}, 'pillarIndustries': [{'figures': [" + figures + "]}]");
  }

  private static String target(String amount, String figures) {
    return place(
        "pillar-industry-target-not-below-baseline",
        "'baseline': {'year': 2021}, 'pillarIndustries': [{'figures': ["
            + figures
            + "], 'targets': [{'measure': 'output', 'amount': '"
            + amount
            + "'}]}]");
  }

  private static String revenue(int year, String amount) {
    return "{'measure': 'revenue', 'year': " + year + ", 'amount': '" + amount + "'}";
  }

  private static String revenueOutcome(String figures) {
    String members = "'chainLeaders': [{'figures': [" + figures + "]}]";
    return named("chain-leader-revenue", evaluate(members, "yes")).outcome();
  }

  private static List<String> revenuePlaces(String members) {
    return written(named("chain-leader-revenue", evaluate(members, "yes")));
  }

  private static String head(String members) {
    return reasoned("chain-head-city-leader", "'chainHeads': [{" + members + "}]");
  }

  private static String dated(String state, String startsOn, String endsOn) {
    return reasoned(
        "world-conference-dated",
        "'conferences': [{'state': '%s', 'startsOn': '%s', 'endsOn': '%s'}]"
            .formatted(state, startsOn, endsOn));
  }
}
