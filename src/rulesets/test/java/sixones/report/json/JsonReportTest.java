package sixones.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.report.Language;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;

/** The answer as JSON: ids and values, always the same bytes; sentences only when asked for. */
class JsonReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SENTENCES =
      List.of(
          "language", "title", "message", "advice", "demand", "source", "address", "notEvaluated");

  @Test
  void the_same_draft_rule_set_and_day_give_the_same_bytes() throws Exception {
    RuleSets loadedAgain = RuleSets.read(JsonReportTest::resource);
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      byte[] first = AnswerWriter.write(evaluation(RuleSetsInTests.ALL, bid));

      byte[] second = AnswerWriter.write(evaluation(loadedAgain, bid));

      assertThat(second).as(bid.toString()).isEqualTo(first);
    }
  }

  private static byte[] resource(String path) {
    try (InputStream in = RuleSets.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_answer_is_one_line_of_utf_8() throws Exception {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      String answer = text(AnswerWriter.write(evaluation(RuleSetsInTests.ALL, bid)));

      assertThat(answer).endsWith("}\n").doesNotContain("\uFFFD");
      assertThat(answer.indexOf('\n')).isEqualTo(answer.length() - 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_language_adds_sentences_and_changes_nothing_else(Language language) throws Exception {
    for (Evaluation evaluation : evaluations()) {
      JsonNode bare = JSON.readTree(AnswerWriter.write(evaluation));

      JsonNode told = JSON.readTree(JsonReport.render(evaluation, language));

      assertThat(names(bare)).doesNotContainAnyElementsOf(SENTENCES);
      assertThat(names(told)).contains("title", "message", "demand", "source");
      assertThat(told.path("language").asText()).isEqualTo(language.tag());
      assertThat(withoutSentences(told)).isEqualTo(bare);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_the_applicant_can_still_do_has_advice_and_every_finding_its_demand(Language language)
      throws Exception {
    for (Evaluation evaluation : evaluations()) {
      JsonNode told = JSON.readTree(JsonReport.render(evaluation, language));

      for (JsonNode finding : findings(told)) {
        boolean judged =
            finding.path("severity").asText().equals("judged")
                && finding.path("outcome").asText().equals("REVIEW");
        boolean idle =
            judged || Set.of("PASS", "INAPPLICABLE").contains(finding.path("outcome").asText());
        assertThat(finding.has("advice")).as(finding.toString()).isEqualTo(!idle);
        for (String sentence : List.of("title", "message", "demand", "source")) {
          assertThat(finding.path(sentence).asText()).isNotBlank().doesNotContain("{", "}");
        }
      }
    }
  }

  @Test
  void the_answer_has_the_members_of_the_design_in_their_order() throws Exception {
    JsonNode answer =
        JSON.readTree(AnswerWriter.write(evaluation(RuleSetsInTests.ALL, Fixtures.bids().get(0))));

    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "format",
            "ruleSet",
            "asOf",
            "draft",
            "verdict",
            "toJudge",
            "toSupply",
            "toReview",
            "requirements",
            "context",
            "leftToPeople");
    assertThat(answer.at("/ruleSet").fieldNames())
        .toIterable()
        .containsExactly("id", "version", "digest");
    assertThat(answer.at("/requirements/0").fieldNames())
        .toIterable()
        .containsExactly("id", "verdict", "toJudge", "toSupply", "toReview", "findings");
    assertThat(answer.at("/requirements/0/findings/0").fieldNames())
        .toIterable()
        .containsExactly("rule", "severity", "outcome", "places", "citation");
    assertThat(answer.at("/requirements/0/findings/0/places/0").fieldNames())
        .toIterable()
        .containsExactly("pointer", "outcome", "values");
    assertThat(answer.at("/requirements").findValuesAsText("id"))
        .isEqualTo(RuleSetsInTests.SICHUAN.requirements());
  }

  @Test
  void what_is_left_is_what_the_findings_of_the_answer_leave() throws Exception {
    for (Evaluation evaluation : evaluations()) {
      JsonNode answer = JSON.readTree(AnswerWriter.write(evaluation));

      assertThat(left(answer)).isEqualTo(counted(findings(answer), answer.path("context")));
      for (JsonNode requirement : answer.path("requirements")) {
        assertThat(left(requirement)).isEqualTo(counted(requirement.path("findings"), List.of()));
      }
    }
  }

  private static List<Integer> left(JsonNode of) {
    return List.of(
        of.path("toJudge").intValue(),
        of.path("toSupply").intValue(),
        of.path("toReview").intValue());
  }

  private static List<Integer> counted(Iterable<JsonNode> findings, Iterable<JsonNode> others) {
    int[] left = new int[3];
    for (Iterable<JsonNode> each : List.of(findings, others)) {
      for (JsonNode finding : each) {
        String what = finding.path("severity").asText() + " " + finding.path("outcome").asText();
        switch (what) {
          case "judged REVIEW" -> left[0]++;
          case "judged INCOMPLETE", "required INCOMPLETE" -> left[1]++;
          case "required REVIEW" -> left[2]++;
          default -> {}
        }
      }
    }
    return List.of(left[0], left[1], left[2]);
  }

  private static Stream<Evaluation> stream() {
    return Fixtures.bids().stream().map(bid -> evaluation(RuleSetsInTests.ALL, bid));
  }

  private static List<Evaluation> evaluations() {
    return stream().toList();
  }

  private static Evaluation evaluation(RuleSets ruleSets, Fixtures.WholeBid bid) {
    try {
      return new Evaluations(ruleSets, Clock.systemUTC()).run(bid.draft(), bid.asOf());
    } catch (Exception e) {
      throw new AssertionError(bid.toString(), e);
    }
  }

  private static List<JsonNode> findings(JsonNode answer) {
    return answer.findValues("findings").stream()
        .flatMap(list -> Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
        .toList();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    if (node.isObject() && !node.has("en") && !node.has("zh")) {
      node.fieldNames().forEachRemaining(names::add);
    }
    node.forEach(part -> names.addAll(names(part)));
    return names;
  }

  private static JsonNode withoutSentences(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(SENTENCES);
    }
    node.forEach(JsonReportTest::withoutSentences);
    return node;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
