package sixones.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.InTurns;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.packer.SmallRuleSet;
import sixones.report.Language;
import sixones.report.Report;
import sixones.report.json.RuleBook;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Outcome;
import sixones.rule.Relaxation;
import sixones.ruleset.RuleSet;

/** What fails under a relaxation is for a person, and nothing else changes. */
@InTurns(3)
class RelaxationTest {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 17);
  private static final String COUNTY = "{\"level\": \"county\"}";
  private static final String RELAXED =
      """
      west:
        title: { en: The west, zh: 西部地区 }
        citation: "law#level"
        rules: [park-level]
        from: "2022-06-14"
        until: "2022-07-01"
        places: ["510000"]
      """;

  @Test
  void what_fails_is_for_review_with_its_values_and_the_relaxation() throws Exception {
    Finding.At place = finding(set(RELAXED), COUNTY, DAY).places().get(0);

    assertThat(place.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(place.values().toString())
        .isEqualTo(
            "{found=\"county\", accepted=[\"national\",\"provincial\"],"
                + " relaxation=\"west\", reason=\"relaxed\"}");
  }

  @Test
  void what_passes_or_is_incomplete_stays() throws Exception {
    RuleSet set = set(RELAXED);

    assertThat(finding(set, "{\"level\": \"national\"}", DAY))
        .isEqualTo(finding(new SmallRuleSet().open(), "{\"level\": \"national\"}", DAY));
    assertThat(finding(set, "{\"name\": {\"en\": \"A\"}}", DAY))
        .isEqualTo(finding(new SmallRuleSet().open(), "{\"name\": {\"en\": \"A\"}}", DAY));
    assertThat(finding(set, COUNTY + ", {\"level\": \"national\"}, {}", DAY).places())
        .extracting(Finding.At::outcome)
        .containsExactly(Outcome.REVIEW, Outcome.PASS, Outcome.INCOMPLETE);
    assertThat(finding(set, COUNTY + ", {}", DAY).outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void an_error_stays_and_a_reason_is_kept() {
    Finding.At error = new Finding.At("/parks/0/level", Outcome.ERROR, Map.of());
    Finding.At failed =
        new Finding.At(
            "/parks/0/level", Outcome.FAIL, Map.of("reason", TextNode.valueOf("already-over")));
    Finding finding = new Finding(null, Outcome.ERROR, List.of(error, failed));

    Finding relaxed = finding.relaxed("west");

    assertThat(relaxed.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(relaxed.places().get(0)).isEqualTo(error);
    assertThat(relaxed.places().get(1).values().toString())
        .isEqualTo("{failed=\"already-over\", relaxation=\"west\", reason=\"relaxed\"}");
    assertThat(relaxed.places().get(1).unrelaxed()).isEqualTo(failed);
  }

  @ParameterizedTest
  @CsvSource({"2022-06-13, FAIL", "2022-06-14, REVIEW", "2022-06-30, REVIEW", "2022-07-01, FAIL"})
  void it_holds_from_its_first_day_until_the_last(LocalDate day, Outcome outcome) throws Exception {
    assertThat(finding(set(RELAXED), COUNTY, day).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"510000\"]', REVIEW",
    "'[\"510100\"]', REVIEW",
    "'[\"530000\"]', FAIL",
    "'[\"530000\", \"510000\"]', REVIEW"
  })
  void it_holds_for_applicants_in_its_places(String places, Outcome outcome) throws Exception {
    RuleSet set = set(RELAXED.replace("[\"510000\"]", places));

    assertThat(finding(set, COUNTY, DAY).outcome()).isEqualTo(outcome);
  }

  @Test
  void it_holds_in_its_calls_alone() throws Exception {
    Relaxation of2022 = set(RELAXED + "  call: [2022]\n").relaxations().get(0);

    assertThat(of2022.holds(DAY, 2022, List.of("510100", "510000"))).isTrue();
    assertThat(of2022.holds(DAY, 2023, List.of("510100", "510000"))).isFalse();
    assertThat(of2022.holds(DAY, null, List.of("510100", "510000"))).isFalse();
    assertThat(finding(set(RELAXED + "  call: [2022]\n"), COUNTY, DAY).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void of_two_that_hold_the_later_one_counts_whatever_the_order_of_the_file() throws Exception {
    String later = RELAXED.replace("west:", "again:").replace("06-14", "06-15");

    for (String both : new String[] {RELAXED + later, later + RELAXED}) {
      assertThat(finding(set(both), COUNTY, DAY).places().get(0).values().get("relaxation"))
          .isEqualTo(TextNode.valueOf("again"));
    }
  }

  @Test
  void a_required_rule_that_is_relaxed_leaves_its_requirement_open() throws Exception {
    RuleSet set = set(RELAXED);

    Evaluation evaluation =
        new Evaluation(
            set, SmallRuleSet.bidOf(COUNTY), DAY, set.examine(SmallRuleSet.bidOf(COUNTY), DAY));

    assertThat(evaluation.verdictOn("park")).isEqualTo(Verdict.OPEN);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_report_says_what_was_found_and_what_relaxes_it(Language language) throws Exception {
    String own = "park-level.review.relaxed = Own: {found}.\n";

    assertThat(message(set(RELAXED), language))
        .isEqualTo(
            language == Language.EN
                ? "county fails. An officer judges it all the same: The west (A law, 1,"
                    + " paragraph 1)."
                : "county fails.但适用“西部地区”（A law，1，paragraph 1），由工作人员研判。");
    assertThat(message(set(RELAXED, own), language)).isEqualTo("Own: county.");
  }

  @Test
  void the_rule_book_names_it() throws Exception {
    RuleSet set = set(RELAXED + "  call: [2022]\n");

    assertThat(RuleBook.of(set).path("relaxations").path(0))
        .hasToString(
            "{\"id\":\"west\",\"title\":{\"en\":\"The west\",\"zh\":\"西部地区\"},"
                + "\"citation\":\"law#level\",\"rules\":[\"park-level\"],\"from\":\"2022-06-14\","
                + "\"until\":\"2022-07-01\",\"call\":[2022],\"places\":[\"510000\"],"
                + "\"note\":{\"en\":null,\"zh\":null}}");
    assertThat(
            RuleBook.of(set, set.rules().get("park-level"), DAY.withYear(2023))
                .path("relaxations")
                .path(0)
                .path("inForce")
                .booleanValue())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'west:', 'The west:', The west is no id like west-of-2022",
    "'title: { en: The west, zh: 西部地区 }', 'note: a', 'west needs a title'",
    "law#level, law#none, west cites nothing citations.yaml has",
    "'[park-level]', '[]', west relaxes no rule",
    "'[park-level]', '[park-size]', 'west relaxes park-size, which is no rule'",
    "2022-06-14, 14 June, west has days like from",
    "2022-07-01, 2022-06-14, west would never be in force",
    "'[\"510000\"]', '[510000]', west is for a place that is no code in quotes",
    "'[\"510000\"]', '[\"520000\"]', 'west is for 520000, which is not in divisions.tsv'",
    "'[\"510000\"]', '\"510000\"', west has no list of places",
    "'places: [\"510000\"]', 'call: [22]', west is for a call that is no year",
    "'places: [\"510000\"]', 'call: 2022', west has no list of call years",
    "'places:', 'place:', nothing reads the key west.place"
  })
  void a_relaxation_that_does_not_hold_together_is_not_packed(
      String was, String becomes, String says) {
    SmallRuleSet set = files(RELAXED.replace(was, becomes), "");

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(set::open)
        .withMessageContaining("rules/small-set/relaxations.yaml:")
        .withMessageContaining(": " + says);
  }

  @Test
  void a_rule_that_never_fails_is_not_relaxed() {
    SmallRuleSet set =
        files(RELAXED, "").with(SmallRuleSet.PARK_LEVEL, "park-level: fail", "park-level: review");
    set.with(SmallRuleSet.PARK_LEVEL, "findings.fail", "findings.review");

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(set::open)
        .withMessageContaining("west relaxes park-level, which never fails");
  }

  private static String message(RuleSet set, Language language) throws Exception {
    Evaluation evaluation =
        new Evaluation(
            set, SmallRuleSet.bidOf(COUNTY), DAY, set.examine(SmallRuleSet.bidOf(COUNTY), DAY));
    return Report.of(evaluation, language).finding("park-level").message();
  }

  private static Finding finding(RuleSet set, String parks, LocalDate day) throws Exception {
    return set.examine(SmallRuleSet.bidOf(parks), day).get(0);
  }

  private static RuleSet set(String relaxations) throws Exception {
    return set(relaxations, "");
  }

  private static RuleSet set(String relaxations, String words) throws Exception {
    return files(relaxations, words).open();
  }

  private static SmallRuleSet files(String relaxations, String words) {
    String messages =
        """
        park.title = Parks
        park-level.title = Level
        park-level.fail = {found} fails.
        park-level.incomplete = Blank.
        park-level.advice = Say it.
        bid.title = Bid
        bid-rest.title = Rest
        bid-parks-rest.title = Rest of parks
        """
            + words;
    return new SmallRuleSet()
        .withApplicant("530000", "云南省")
        .with("messages/en.properties", messages)
        .with("messages/zh-CN.properties", messages)
        .with(
            "divisions.tsv",
            "510100\t成都市\t1980-12\t\t\n",
            "510100\t成都市\t1980-12\t\t\n530000\t云南省\t1980-12\t\t\n")
        .with("relaxations.yaml", relaxations);
  }
}
