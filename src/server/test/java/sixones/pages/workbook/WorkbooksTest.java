package sixones.pages.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.pages.form.BidForm;
import sixones.pages.form.Checks;
import sixones.report.Language;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** A bid goes out as a workbook and comes back the same, in either language. */
@QuarkusTest
@InTurns(6)
class WorkbooksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EACH = 12;

  @Inject Workbooks workbooks;
  @Inject Checks checks;
  @Inject Evaluations evaluations;

  /** A bid under a name. */
  record Bid(String name, RuleSet rules, Draft draft, LocalDate day) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Bid> bids() {
    List<Fixtures.Fixture> fixtures = Fixtures.all();
    Stream<Bid> some =
        IntStream.range(0, fixtures.size())
            .filter(i -> Length.asked() == Length.LONG || i % EACH == 0)
            .mapToObj(fixtures::get)
            .map(
                fixture ->
                    new Bid(
                        fixture.toString(),
                        RuleSetsInTests.SICHUAN,
                        fixture.draft(),
                        fixture.asOf()));
    return Stream.concat(
        Fixtures.ruleSets().stream().map(Fixtures::of).flatMap(WorkbooksTest::of), some);
  }

  /** The whole bids of a rule set. */
  private static Stream<Bid> of(Fixtures.Folder folder) {
    RuleSet rules = RuleSetsInTests.of(folder.name());
    return folder.bids().stream()
        .map(bid -> new Bid(folder + "/" + bid, rules, bid.draft(), bid.asOf()));
  }

  @ParameterizedTest
  @MethodSource("bids")
  void a_bid_comes_back_from_its_workbook_with_the_same_values_and_findings(Bid bid)
      throws Exception {
    for (Language language : Language.values()) {
      BidForm form = BidForm.of(bid.draft().tree(), bid.rules());

      BidWorkbook workbook = workbooks.of(form, language);
      LoadedWorkbook loaded = workbooks.read(workbook.bytes(), language);

      assertThat(workbook.losses()).isEmpty();
      assertThat(loaded.faults()).isEmpty();
      assertThat(JSON.readTree(loaded.form().file())).isEqualTo(asSent(form));
      assertThat(outcomes(bid, loaded.form().file())).isEqualTo(outcomes(bid, bid.draft().bytes()));
    }
  }

  /** The bid as the form of the page would send it back. */
  private JsonNode asSent(BidForm form) throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fill("", form.tree(), fields);
    return JSON.readTree(checks.sent(fields).file());
  }

  private static void fill(String pointer, JsonNode node, Map<String, String> fields) {
    if (node.isObject()) {
      fields.put(pointer, "");
      node.properties()
          .forEach(each -> fill(pointer + "/" + each.getKey(), each.getValue(), fields));
    } else if (node.isArray()) {
      fields.put(pointer, "[]");
      for (int i = 0; i < node.size(); i++) {
        fill(pointer + "/" + i, node.get(i), fields);
      }
    } else {
      fields.put(pointer, node.isNull() ? "" : node.asText());
    }
  }

  private List<String> outcomes(Bid of, byte[] bid) throws Exception {
    Draft draft = Draft.read(bid, Draft.Format.JSON, of.rules().contract());
    Evaluation evaluation = evaluations.run(draft, of.day());
    JsonNode answer = JSON.readTree(AnswerWriter.write(evaluation));
    List<String> outcomes = new ArrayList<>();
    answer
        .findValues("findings")
        .forEach(
            findings ->
                findings.forEach(
                    each -> {
                      outcomes.add(
                          each.path("rule").asText() + " " + each.path("outcome").asText());
                      each.path("places")
                          .forEach(
                              place ->
                                  outcomes.add(
                                      place.path("pointer").asText()
                                          + " "
                                          + place.path("outcome").asText()));
                    }));
    return outcomes;
  }
}
