package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Finding;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSetsInTests;

/** A place that cannot be read leaves its requirement open; the rest of the bid is checked. */
class PartialReadingTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What no place of a bid takes. */
  private static final JsonNode UNREADABLE = IntNode.valueOf(-1);

  private static final List<Fixtures.Fixture> FIXTURES = Fixtures.all();
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  /** All places of all fixtures would take minutes: each run takes others. */
  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void no_place_that_cannot_be_read_makes_anything_pass_or_fail(@ForAll long seed)
      throws Exception {
    Random random = new Random(seed);
    Fixtures.Fixture fixture = FIXTURES.get(random.nextInt(FIXTURES.size()));
    Draft draft = fixture.draft();
    List<String> places = places(tree(draft));
    String place = places.get(random.nextInt(places.size()));
    ObjectNode spoilt = tree(draft);
    Fixtures.change(spoilt, place, UNREADABLE);

    Evaluation after = partly(spoilt.toString(), fixture.asOf());

    Evaluation before = EVALUATIONS.run(draft, fixture.asOf());
    assertThat(faults(before, after, place)).as("%s %s", fixture, place).isEmpty();
  }

  private static List<String> faults(Evaluation before, Evaluation after, String place) {
    List<String> faults = new ArrayList<>();
    for (String requirement : before.ruleSet().requirements()) {
      boolean examined = before.findingsOn(requirement).stream().anyMatch(f -> decides(f, place));
      if (after.verdictOn(requirement) == Verdict.MET
          && (examined || before.verdictOn(requirement) != Verdict.MET)) {
        faults.add(requirement + " is met");
      }
    }
    Map<String, Outcome> outcomes = outcomes(before);
    for (Finding finding : after.findings()) {
      String rule = finding.rule().id();
      Outcome was = outcomes.get(rule);
      boolean passes = finding.outcome() == Outcome.PASS;
      if (passes && was != Outcome.PASS && was != Outcome.INAPPLICABLE) {
        faults.add(rule + " passes");
      }
      if (finding.outcome() == Outcome.FAIL && was != Outcome.FAIL) {
        faults.add(rule + " fails");
      }
      for (Finding.At at : finding.places()) {
        if (touch(at.pointer(), place) && !isToldUnreadable(at)) {
          faults.add(rule + " says " + at);
        }
      }
    }
    return faults;
  }

  private static boolean decides(Finding finding, String place) {
    return finding.rule().severity() == Severity.REQUIRED
        && finding.places().stream().anyMatch(at -> touch(at.pointer(), place));
  }

  private static boolean isToldUnreadable(Finding.At at) {
    return at.outcome() == Outcome.INCOMPLETE
        && at.values().keySet().equals(Set.of("unreadable"))
        && !at.values().get("unreadable").textValue().equals("null");
  }

  private static boolean touch(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }

  private static Map<String, Outcome> outcomes(Evaluation evaluation) {
    Map<String, Outcome> outcomes = new TreeMap<>();
    evaluation.findings().forEach(f -> outcomes.put(f.rule().id(), f.outcome()));
    return outcomes;
  }

  /** Every place but those without which nothing is checked. */
  private static List<String> places(JsonNode bid) {
    List<String> places = new ArrayList<>();
    gather(bid, "", places);
    places.removeAll(List.of("", "/schema", "/ruleSet", "/city", "/city/code"));
    return places;
  }

  private static void gather(JsonNode node, String pointer, List<String> places) {
    places.add(pointer);
    if (node.isObject()) {
      node.properties().forEach(m -> gather(m.getValue(), pointer + "/" + m.getKey(), places));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      gather(node.get(i), pointer + "/" + i, places);
    }
  }

  @Test
  void an_entry_with_nothing_but_an_unreadable_value_still_counts() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withArray("parks").addObject().put("level", "town");
    ObjectNode misspelt = Fixtures.compliant();
    misspelt.withArray("parks").addObject().put("nmae", "x");

    Evaluation evaluation = partly(bid.toString(), Fixtures.BID_DAY);
    Evaluation other = partly(misspelt.toString(), Fixtures.BID_DAY);

    assertThat(outcomes(evaluation)).containsEntry("park-one", Outcome.INCOMPLETE);
    assertThat(outcomes(other)).containsEntry("park-one", Outcome.INCOMPLETE);
    assertThat(other.defects())
        .extracting(Defect::pointer, Defect::kind)
        .containsExactly(tuple("/parks/1/nmae", "unknown-member"));
  }

  @Test
  void a_rule_that_applies_to_one_target_does_not_pass_over_one_that_cannot_be_read()
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ArrayNode targets = (ArrayNode) bid.at("/pillarIndustries/0/targets");
    targets.addObject().put("measure", "output").put("year", -1);

    Evaluation evaluation = partly(bid.toString(), Fixtures.BID_DAY);

    assertThat(outcomes(evaluation))
        .containsEntry("pillar-industry-target-after-baseline", Outcome.INCOMPLETE);
  }

  @Test
  void a_member_written_twice_is_neither_the_one_nor_the_other() throws Exception {
    String twice = Fixtures.compliant().toString().replaceFirst("\\{", "{\"parks\":[],");

    Evaluation evaluation = partly(twice, Fixtures.BID_DAY);

    assertThat(evaluation.verdictOn("park")).isEqualTo(Verdict.OPEN);
    assertThat(evaluation.verdictOn("chain-head")).isEqualTo(Verdict.MET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"schema\":1,\"ruleSet\":\"sichuan-2022-cities\",\"city\":{\"code\":\"510100\"}}",
        "{\"schema\":\"sixones/bid/1\",\"ruleSet\":[],\"city\":{\"code\":\"510100\"}}",
        "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"r\",\"city\":{\"code\":\"5101\"}}",
        "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"r\",\"city\":\"510100\"}",
        "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"r\",\"city\":{\"code\":\"510100\"},"
            + "\"city\":{\"code\":\"510300\"}}",
        "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"r\",\"city\":{\"code\":\"510100\"}} {}"
      })
  void what_cannot_be_read_as_a_whole_or_for_whom_is_not_read_in_part(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(UnreadableDraft.class)
        .isThrownBy(() -> Draft.readPartly(bytes, Draft.Format.JSON, Fixtures.CONTRACT))
        .satisfies(
            partly ->
                assertThatExceptionOfType(UnreadableDraft.class)
                    .isThrownBy(() -> Draft.read(bytes, Draft.Format.JSON, Fixtures.CONTRACT))
                    .satisfies(all -> assertThat(partly.defects()).isEqualTo(all.defects())));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ZH_CN, "2022-13-01"不是日期
          EN, "2022-13-01" is not a date
          """)
  void the_place_says_what_is_wrong_with_it(Language language, String says) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ((ObjectNode) bid.at("/chainHeads/0")).put("appointedOn", "2022-13-01");

    Evaluation evaluation = partly(bid.toString(), Fixtures.BID_DAY);

    JsonNode answer = JSON.readTree(JsonReport.render(evaluation, language));
    JsonNode finding = finding(answer, "chain-head-in-office");
    assertThat(finding.at("/outcome").asText()).isEqualTo("INCOMPLETE");
    assertThat(finding.at("/places/0/values").toString())
        .isEqualTo("{\"unreadable\":\"\\\"2022-13-01\\\"\"}");
    assertThat(finding.at("/message").asText()).startsWith(says);
    assertThat(answer.at("/defects/0/pointer").asText()).isEqualTo("/chainHeads/0/appointedOn");
    assertThat(answer.at("/defects/0/detail").asText()).startsWith(says);
  }

  @Test
  void a_draft_that_can_be_read_is_answered_in_the_same_bytes() throws Exception {
    Draft draft = Fixtures.draft(Fixtures.compliant());

    Evaluation strict = EVALUATIONS.run(draft, Fixtures.BID_DAY);
    Evaluation partly = partly(Fixtures.compliant().toString(), Fixtures.BID_DAY);

    assertThat(AnswerWriter.write(partly)).isEqualTo(AnswerWriter.write(strict));
  }

  private static JsonNode finding(JsonNode answer, String rule) {
    return answer.findParents("rule").stream()
        .filter(finding -> finding.path("rule").asText().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Evaluation partly(String bid, LocalDate day) throws Exception {
    byte[] bytes = bid.getBytes(StandardCharsets.UTF_8);
    return EVALUATIONS.run(Draft.readPartly(bytes, Draft.Format.JSON, Fixtures.CONTRACT), day);
  }

  private static ObjectNode tree(Draft draft) {
    try {
      return (ObjectNode) JSON.readTree(draft.bytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
