package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.plain.BidArbitraries;
import sixones.report.json.JsonReport;
import sixones.report.text.Paint;
import sixones.report.text.TextReport;
import sixones.rule.Blank;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** A report says everything once, and text and JSON say what the report says. */
class ReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void every_fixture_and_whole_bid_is_told_alike_as_text_and_as_json() throws Exception {
    List<Fixtures.Fixture> fixtures = Fixtures.all();
    for (int i = 0; i < fixtures.size(); i += Length.of(12, 1)) {
      assertToldAlike(fixtures.get(i).draft(), fixtures.get(i).asOf(), Language.EN);
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      for (Language language : Language.values()) {
        assertToldAlike(bid.draft(), bid.asOf(), language);
      }
    }
  }

  @Property(tries = 100)
  void so_is_every_generated_bid(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid, @ForAll Language language)
      throws Exception {
    assertToldAlike(Fixtures.draft(bid.get1()), bid.get2(), language);
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return BidArbitraries.bidsWithDays();
  }

  @Test
  void what_can_be_read_of_a_draft_is_told_alike_too() throws Exception {
    byte[] bid =
        Fixtures.compliant().put("parks", 3).put("extra", true).toString().getBytes("UTF-8");

    Evaluation evaluation =
        assertToldAlike(
            Draft.readPartly(bid, Draft.Format.JSON, Fixtures.CONTRACT),
            Fixtures.BID_DAY,
            Language.EN);

    assertThat(evaluation.defects()).hasSize(2);
  }

  private static Evaluation assertToldAlike(Draft draft, LocalDate day, Language language)
      throws Exception {
    Evaluation evaluation = new Evaluation(RULES, draft, day, RULES.examine(draft, day));
    Report report = Report.of(evaluation, language);

    assertOnceEach(report, evaluation);
    assertText(report);
    assertJson(report, JSON.readTree(JsonReport.render(evaluation, language)));
    return evaluation;
  }

  /** Every finding stands in one gap, one list of a section or one part, and none in two. */
  private static void assertOnceEach(Report report, Evaluation evaluation) {
    List<ReportFinding> told = new ArrayList<>();
    for (ReportSection section : sections(report)) {
      section.gaps().forEach(gap -> told.add(gap.finding()));
      section.gaps().forEach(gap -> told.addAll(gap.same()));
      told.addAll(section.passed());
      told.addAll(section.inapplicable());
    }
    told.addAll(report.in(ReportPart.LEFT_TO_PEOPLE));
    told.addAll(report.in(ReportPart.REMARK));
    told.addAll(report.in(ReportPart.CONTEXT));

    assertThat(told).containsExactlyInAnyOrderElementsOf(report.findings());
    assertThat(report.findings().stream().map(finding -> finding.rule().id()))
        .containsExactlyElementsOf(evaluation.findings().stream().map(f -> f.rule().id()).toList());
    for (ReportSection section : report.sections()) {
      assertThat(section.gaps().stream().flatMap(ReportTest::rules))
          .containsExactlyInAnyOrderElementsOf(
              evaluation.inTheWayOf(section.id()).stream().map(Finding::rule).toList());
    }
    assertThat(report.whole().gaps().stream().flatMap(ReportTest::rules))
        .containsExactlyInAnyOrderElementsOf(
            evaluation.inTheWayOfTheBid().stream().map(Finding::rule).toList());
  }

  private static List<ReportSection> sections(Report report) {
    return Stream.concat(report.sections().stream(), Stream.of(report.whole())).toList();
  }

  private static Stream<Rule> rules(Gap gap) {
    return Stream.concat(Stream.of(gap.finding()), gap.same().stream()).map(ReportFinding::rule);
  }

  private static void assertText(Report report) {
    String text = TextReport.render(report, Paint.NONE, TextReport.Detail.ALL);
    List<String> lines = text.lines().toList();
    String solid = solid(String.join("", lines));
    Map<String, Integer> named = new LinkedHashMap<>();
    Arrays.stream(text.split("[\\s,、，：和及]+")).forEach(word -> named.merge(word, 1, Integer::sum));
    for (ReportFinding finding : report.findings()) {
      String id = finding.rule().id();
      boolean gap = finding.part() == ReportPart.GAP;
      boolean idle = finding.part() == ReportPart.INAPPLICABLE;
      int times = gap ? 1 : idle ? 0 : finding.lines().size();
      assertThat(named.getOrDefault(id, 0)).as(id + " in\n" + text).isEqualTo(times);
      if (!gap && !idle) {
        assertLines(finding, "    " + id + "  ", lines, solid);
      }
    }
    for (ReportSection section : sections(report)) {
      section.gaps().forEach(gap -> assertLines(gap.finding(), "    ", lines, solid));
    }
    report.unreadable().forEach(error -> assertThat(solid).contains(solid(error.detail())));
  }

  /** The text has each message of a finding, and its places in one line. */
  private static void assertLines(
      ReportFinding finding, String lead, List<String> lines, String solid) {
    List<String> pointers = new ArrayList<>();
    for (ReportLine line : finding.lines()) {
      assertThat(solid).contains(solid(line.text()));
      assertThat(lines).contains(Column.harmless(lead + String.join(" ", line.pointers())));
      pointers.addAll(line.pointers());
    }
    assertThat(pointers)
        .containsExactlyInAnyOrderElementsOf(
            finding.shown().stream().map(ReportPlace::pointer).toList());
  }

  /** A text as it is printed, without the white space that line breaks replace. */
  private static String solid(String text) {
    return Column.harmless(text).replaceAll("\\p{Z}", "");
  }

  private static void assertJson(Report report, JsonNode json) {
    Map<String, JsonNode> findings = new LinkedHashMap<>();
    for (ReportSection section : report.sections()) {
      JsonNode requirement = requirement(json, section.id());
      assertThat(requirement.path("title").asText()).isEqualTo(section.title());
      assertThat(requirement.path("demand").asText()).isEqualTo(section.demand().gist());
      assertThat(requirement.path("verdict").asText()).isEqualTo(section.verdict().of().name());
      requirement.path("findings").forEach(f -> findings.put(f.path("rule").asText(), f));
    }
    json.path("context").forEach(f -> findings.put(f.path("rule").asText(), f));
    assertThat(findings.keySet())
        .containsExactlyInAnyOrderElementsOf(
            report.findings().stream().map(finding -> finding.rule().id()).toList());
    report.findings().forEach(f -> assertJson(f, findings.get(f.rule().id())));
    assertThat(json.path("defects").findValuesAsText("detail"))
        .isEqualTo(report.unreadable().stream().map(Problem.Error::detail).toList());
  }

  private static JsonNode requirement(JsonNode json, String id) {
    for (JsonNode requirement : json.path("requirements")) {
      if (requirement.path("id").asText().equals(id)) {
        return requirement;
      }
    }
    throw new AssertionError("no requirement " + id);
  }

  private static void assertJson(ReportFinding finding, JsonNode json) {
    assertThat(json.path("outcome").asText()).isEqualTo(finding.outcome().name());
    assertThat(json.path("title").asText()).isEqualTo(finding.title());
    assertThat(json.path("message").asText()).isEqualTo(finding.message());
    assertThat(json.path("advice").textValue()).isEqualTo(finding.advice());
    assertThat(json.path("demand").asText()).isEqualTo(finding.demand().gist());
    assertThat(json.path("source").asText()).isEqualTo(finding.demand().source());
    List<ReportPlace> places = finding.places();
    assertThat(json.path("places").findValuesAsText("pointer"))
        .isEqualTo(places.stream().map(ReportPlace::pointer).toList());
    for (int i = 0; i < places.size() && places.size() > 1; i++) {
      assertThat(json.path("places").get(i).path("message").asText())
          .isEqualTo(places.get(i).message());
    }
  }

  @Test
  void one_blank_is_one_gap_and_the_rule_on_the_whole_list_speaks_for_it() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.remove("chainHeads");

    Report report = report(bid);

    List<Gap> gaps = report.section("chain-head").gaps();
    assertThat(gaps).hasSize(1);
    assertThat(gaps.get(0).finding().rule().id()).isEqualTo("chain-head-one");
    assertThat(gaps.get(0).same().stream().map(finding -> finding.rule().id()))
        .containsExactly(
            "chain-head-city-leader", "chain-head-heads-the-chain", "chain-head-named");
  }

  @Test
  void of_incomplete_places_a_blank_one_speaks_first() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ((ObjectNode) bid.at("/conferences/0")).put("startsOn", "2022-07-21").putNull("endsOn");

    ReportFinding dated = report(bid).finding("world-conference-dated");

    assertThat(dated.message()).contains("closing date");
    assertThat(dated.places()).hasSize(2);
  }

  @Test
  void every_place_that_did_not_pass_is_shown_under_its_own_message() throws Exception {
    Fixtures.WholeBid bid =
        Fixtures.bids().stream()
            .filter(each -> each.toString().equals("sample-not-met"))
            .findFirst()
            .orElseThrow();

    Report report = report((ObjectNode) JSON.readTree(bid.draft().bytes()));

    assertThat(report.finding("chain-leader-credit-code").lines())
        .extracting(ReportLine::outcome, ReportLine::pointers)
        .containsExactly(
            tuple(Outcome.FAIL, List.of("/chainLeaders/0/creditCode")),
            tuple(Outcome.INCOMPLETE, List.of("/chainLeaders/1/creditCode")));
  }

  @Test
  void a_judged_rule_outside_every_requirement_is_left_to_people_even_where_it_finds_a_blank() {
    Rule judged = rule("pillar-industry-growth-potential", "bid", Severity.JUDGED, Blank.OPEN);
    Finding blank = finding(judged, Outcome.INCOMPLETE);

    assertThat(ReportPart.of(blank, false)).isEqualTo(ReportPart.LEFT_TO_PEOPLE);
    assertThat(ReportPart.of(blank, true)).isEqualTo(ReportPart.GAP);
  }

  @Test
  void a_requirement_on_which_no_rule_concludes_says_so() throws Exception {
    Rule park = rule("park-named", "park", Severity.REQUIRED, null);
    List<Finding> findings = List.of(new Finding(park, Outcome.INAPPLICABLE, List.of()));
    Draft draft = Fixtures.draft(Fixtures.compliant());
    Evaluation evaluation = new Evaluation(RULES, draft, Fixtures.BID_DAY, findings);

    Report report = Report.of(evaluation, Language.EN);

    assertThat(report.section("park").verdict().of()).isEqualTo(Verdict.OPEN);
    assertThat(report.section("park").silence()).contains("No rule gives a result");
    assertThat(TextReport.render(report, Paint.NONE, TextReport.Detail.SHORT))
        .contains(report.section("park").silence());
    assertThat(report(Fixtures.compliant()).section("park").silence()).isNull();
  }

  private static Rule rule(String id, String requirement, Severity severity, Blank blank) {
    Rule like = RULES.rules().get(id);
    return new Rule(
        id,
        requirement,
        severity,
        blank,
        like.citation(),
        like.from(),
        like.until(),
        like.kind(),
        like.examines(),
        like.conditional(),
        like.checks(),
        like.parameters());
  }

  private static Finding finding(Rule rule, Outcome outcome) {
    return new Finding(rule, outcome, List.of(new Finding.At("/a", outcome, Map.of())));
  }

  private static Report report(ObjectNode bid) throws Exception {
    Draft draft = Fixtures.draft(bid);
    List<Finding> findings = RULES.examine(draft, Fixtures.BID_DAY);
    return Report.of(new Evaluation(RULES, draft, Fixtures.BID_DAY, findings), Language.EN);
  }
}
