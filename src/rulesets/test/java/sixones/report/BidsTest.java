package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.Fixtures.WholeBid;
import sixones.InTurns;
import sixones.answer.AnswerWriter;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.Verdict;
import sixones.report.json.JsonReport;
import sixones.report.text.Paint;
import sixones.report.text.TextReport;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSetsInTests;

/**
 * Each whole bid still gives its golden report, in every format and language. {@code
 * -Dgolden=update} writes the reports anew; the difference is for a person to review.
 */
@InTurns(6)
class BidsTest {
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  static Stream<WholeBid> bids() {
    return Fixtures.folders().stream().flatMap(folder -> folder.bids().stream());
  }

  @ParameterizedTest
  @MethodSource("bids")
  void a_whole_bid_gives_its_golden_reports(WholeBid bid) throws Exception {
    Evaluation evaluation = evaluate(bid);

    for (Map.Entry<String, String> report : reports(evaluation).entrySet()) {
      Path golden = bid.folder().resolve("golden").resolve(report.getKey());
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, report.getValue());
      }
      assertThat(report.getValue()).as(golden.toString()).isEqualTo(read(golden));
    }
  }

  @Test
  void chengdu_stays_open_for_want_of_a_chain_head_alone() throws Exception {
    Evaluation chengdu = evaluate("chengdu-2022");

    assertThat(chengdu.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(chengdu.rulesWith(Outcome.INCOMPLETE)).contains("chain-head-named");
    assertThat(chengdu.rulesWith(Outcome.PASS))
        .contains(
            "park-named",
            "pillar-industry-named",
            "chain-leader-named",
            "innovation-platform-named",
            "world-conference-named");
  }

  /** Where a rule set asks for what no real bid made public, each of them stays open. */
  @ParameterizedTest
  @ValueSource(strings = {Fixtures.RULE_SET, "miit-sme-clusters"})
  void no_real_bid_with_gaps_is_refused(String ruleSet) throws Exception {
    for (WholeBid bid : Fixtures.bids(ruleSet)) {
      if (!bid.about().path("madeUp").asBoolean()) {
        assertThat(evaluate(bid).verdict()).as(bid.toString()).isEqualTo(Verdict.OPEN);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bids")
  void no_real_bid_fails_and_a_made_up_one_is_what_its_name_says(WholeBid bid) throws Exception {
    Evaluation evaluation = evaluate(bid);

    if (!bid.about().path("madeUp").asBoolean()) {
      assertThat(evaluation.verdict()).isNotEqualTo(Verdict.NOT_MET);
    } else if (bid.toString().endsWith("-not-met")) {
      assertThat(evaluation.verdict()).isEqualTo(Verdict.NOT_MET);
      assertThat(evaluation.rulesWith(Outcome.FAIL)).hasSizeGreaterThan(3);
    } else if (bid.toString().endsWith("-met")) {
      assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    }
  }

  private static Evaluation evaluate(WholeBid bid) throws Exception {
    return EVALUATIONS.run(bid.draft(), bid.asOf(), RuleSetsInTests.of(bid.of().name()));
  }

  private static Evaluation evaluate(String name) throws Exception {
    WholeBid bid =
        Fixtures.bids().stream().filter(b -> b.toString().equals(name)).findFirst().orElseThrow();
    return EVALUATIONS.run(bid.draft(), bid.asOf());
  }

  /** The reports with the rule set's digest left out, for it changes with every word of the set. */
  private static Map<String, String> reports(Evaluation evaluation) throws IOException {
    Map<String, String> reports = new LinkedHashMap<>();
    reports.put("report.json", pretty(AnswerWriter.write(evaluation)));
    for (Language language : Language.values()) {
      reports.put(
          "report." + language.tag() + ".json", pretty(JsonReport.render(evaluation, language)));
      reports.put(
          "report." + language.tag() + ".txt",
          TextReport.render(Report.of(evaluation, language), Paint.NONE, TextReport.Detail.ALL));
    }
    String digest = evaluation.ruleSet().digest();
    reports.replaceAll(
        (name, text) ->
            text.replace(digest, "<digest>").replace(digest.substring(0, 12), "<digest>"));
    return reports;
  }

  private static String pretty(byte[] json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    return mapper.readTree(new String(json, StandardCharsets.UTF_8)).toPrettyString() + "\n";
  }

  private static String read(Path golden) throws IOException {
    return Files.exists(golden) ? Files.readString(golden) : "(there is no golden report)";
  }
}
