package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Project;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.door.Evaluator;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.finding.Focus;
import sixones.packer.PackedFolder;
import sixones.report.Language;
import sixones.report.Report;
import sixones.report.json.JsonReport;
import sixones.report.json.RuleBook;
import sixones.report.text.Paint;
import sixones.report.text.TextReport;
import sixones.report.text.WhyReport;
import sixones.rule.Bundle;
import sixones.rule.Outcome;

/** A programme is a folder: one of YAML, DRL, words and fixtures alone, and no Java of its own. */
class FifthProgrammeTest {
  private static final Path ROOT = Project.file("src/rulesets/test/programme");
  private static final String SET = "sample-workshops";
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final byte[] BUNDLE = PackedFolder.bundle(ROOT.resolve("rules").resolve(SET));
  private static final RuleSet RULES = RuleSets.open(BUNDLE, Bundle.sha256(BUNDLE));

  static Stream<Path> fixtures() throws IOException {
    Path folder = ROOT.resolve("fixtures").resolve(SET);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> folder.relativize(file).getNameCount() == 3)
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void its_made_up_bid_is_met() throws Exception {
    Evaluation evaluation = evaluate(bid(Map.of()));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    assertThat(evaluation.findings()).extracting(Finding::outcome).containsOnly(Outcome.PASS);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_gives_the_outcome_of_each_place(Path file) throws Exception {
    JsonNode fixture = Fixtures.json(file);
    Map<String, JsonNode> change = new TreeMap<>();
    fixture.path("change").properties().forEach(one -> change.put(one.getKey(), one.getValue()));
    String rule = file.getParent().getFileName().toString();

    Evaluation evaluation = evaluate(bid(change));

    Map<String, String> found = new TreeMap<>();
    evaluation.findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .flatMap(finding -> finding.places().stream())
        .forEach(place -> found.put(place.pointer(), place.outcome().name()));
    Map<String, String> expected = new TreeMap<>();
    fixture
        .path("findings")
        .properties()
        .forEach(one -> expected.put(one.getKey(), one.getValue().asText()));
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_fits_the_schema_and_is_reported_in_both_languages(Path file) throws Exception {
    Map<String, JsonNode> change = new TreeMap<>();
    Fixtures.json(file)
        .path("change")
        .properties()
        .forEach(one -> change.put(one.getKey(), one.getValue()));
    JsonNode bid = bid(change);

    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RULES.contract().schema());

    assertThat(schema.validate(bid)).isEmpty();
    for (Language language : Language.values()) {
      String text =
          TextReport.render(Report.of(evaluate(bid), language), Paint.NONE, TextReport.Detail.ALL);
      assertThat(text).doesNotContain("null").doesNotContain("Made-up person");
    }
  }

  @Test
  void an_explanation_has_the_parameters_that_derived_members_read_as_chosen() throws Exception {
    JsonNode bid =
        bid(Map.of("/applicant/id", new TextNode("510100"), "/call/year", new IntNode(2025)));

    JsonNode why =
        new ObjectMapper()
            .readTree(
                new Evaluator(RULES)
                    .explain(
                        bid.toString().getBytes(StandardCharsets.UTF_8),
                        "json",
                        "strict",
                        "2024-06-01"));

    assertThat(why.at("/parameters/works-needed"))
        .hasToString("{\"value\":8,\"citation\":\"sample-rules#west\",\"place\":\"510100\"}");
    assertThat(why.at("/parameters/least-output"))
        .hasToString("{\"value\":50,\"citation\":\"sample-rules#scale\",\"call\":2025}");
    assertThat(finding(why, "standing-leading").path("reads"))
        .as("leading is an alternative of works, which reads the parameter")
        .hasToString("{\"leading\":[\"works-needed\"]}");
    assertThat(finding(why, "subject-on-roll").path("reads")).isEmpty();
  }

  private static JsonNode finding(JsonNode explanation, String rule) {
    for (JsonNode finding : explanation.path("findings")) {
      if (finding.path("rule").asText().equals(rule)) {
        return finding;
      }
    }
    throw new AssertionError(rule);
  }

  @Test
  void the_parameters_of_derived_members_are_told_with_value_choice_and_source() throws Exception {
    Draft draft =
        draft(
            bid(Map.of("/applicant/id", new TextNode("510100"), "/call/year", new IntNode(2025))));
    Evaluation evaluation = new Evaluation(RULES, draft, DAY, RULES.examine(draft, DAY));
    Explanation explanation = Explanation.of(evaluation, draft, Focus.WHOLE);

    assertThat(why(evaluation, explanation, Language.EN))
        .contains("Parameters these values were worked out with:")
        .contains(
            "Small works needed without a champion: 8 (value for applicants of Chengdu (510100))"
                + " (Sample notice")
        .contains(
            "Least output of a year (100 million yuan): 50 (value for the call of 2025) (Sample"
                + " rules");
    assertThat(why(evaluation, explanation, Language.ZH_CN))
        .contains("没有冠军企业时所需小型工场数量：8（适用于成都市（510100）的申报主体）")
        .contains("每年产值下限（亿元）：50（适用于2025年申报批次）");
  }

  private static String why(Evaluation evaluation, Explanation explanation, Language language) {
    return WhyReport.render(
            Report.of(evaluation, language), explanation, RULES, Paint.NONE, TextReport.Detail.ALL)
        .replaceAll("\\s*\n\\s*", language == Language.EN ? " " : "");
  }

  @Test
  void what_needs_other_bids_is_told_in_every_report_and_in_no_verdict() throws Exception {
    Evaluation evaluation = evaluate(bid(Map.of()));

    JsonNode json = new ObjectMapper().readTree(JsonReport.render(evaluation, Language.EN));

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    assertThat(json.at("/notEvaluated/0/id").asText()).isEqualTo("rivals");
    assertThat(json.at("/notEvaluated/0/title").asText()).isEqualTo("One workshop a district");
    assertThat(json.at("/notEvaluated/0/demand").asText()).startsWith("Made up: in the west");
    assertThat(text(evaluation, Language.EN))
        .contains("Not evaluated, because other bids are needed\n  One workshop a district");
    assertThat(text(evaluation, Language.ZH_CN)).contains("本次未作检查\n  每个区域1个工场");
    assertThat(RuleBook.of(RULES).at("/otherBids/0/citation").asText())
        .isEqualTo("sample-rules#west");
  }

  private static String text(Evaluation evaluation, Language language) {
    return TextReport.render(Report.of(evaluation, language), Paint.NONE, TextReport.Detail.ALL);
  }

  @Test
  void what_only_the_office_may_see_stands_in_no_answer() throws Exception {
    byte[] bytes = bid(Map.of()).toString().getBytes(StandardCharsets.UTF_8);

    byte[] answer = new Evaluator(RULES).evaluate(bytes, "json", "strict", DAY.toString());
    byte[] why = new Evaluator(RULES).explain(bytes, "json", "strict", DAY.toString());

    for (byte[] document : List.of(answer, why)) {
      assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("Made-up person");
    }
  }

  private static JsonNode bid(Map<String, JsonNode> change) {
    JsonNode bid = Fixtures.json(ROOT.resolve("fixtures").resolve(SET).resolve("compliant.json"));
    change.forEach((pointer, value) -> Fixtures.change(bid, pointer, value));
    return bid;
  }

  private static Draft draft(JsonNode bid) throws Exception {
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
    return Draft.read(bytes, Draft.Format.JSON, RULES.contract());
  }

  private static Evaluation evaluate(JsonNode bid) throws Exception {
    Draft draft = draft(bid);
    return new Evaluation(RULES, draft, DAY, RULES.examine(draft, DAY));
  }
}
