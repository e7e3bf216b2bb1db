package sixones.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.plain.BidArbitraries;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** A document of an answer holds all there is to say of an evaluation, rules and words apart. */
@InTurns(6)
class AnswerReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;
  private static final AnswerFormats FORMATS = new AnswerFormats(List.of(AnswerFormat.V1));

  @Property(tries = 500)
  void what_is_read_is_what_was_written(@ForAll("bids") Tuple2<ObjectNode, LocalDate> bid)
      throws Exception {
    assertRoundTrip(Fixtures.draft(bid.get1()), bid.get2());
  }

  @Test
  void so_it_is_of_every_fixture_and_whole_bid() throws Exception {
    List<Fixtures.Fixture> fixtures = Fixtures.all();
    for (int i = 0; i < fixtures.size(); i += Length.of(12, 1)) {
      assertRoundTrip(fixtures.get(i).draft(), fixtures.get(i).asOf());
    }
    for (var bid : Fixtures.bids()) {
      assertRoundTrip(bid.draft(), bid.asOf());
    }
  }

  private static void assertRoundTrip(Draft draft, LocalDate day) throws Exception {
    Evaluation evaluation = new Evaluation(RULES, draft, day, RULES.examine(draft, day));
    byte[] document = FORMATS.write(evaluation);

    Evaluation read =
        FORMATS.read(document).explainedBy(RULES, evaluation.draft().declaredUntruthful());

    assertThat(read.draft()).isEqualTo(evaluation.draft());
    assertThat(read.findings()).isEqualTo(evaluation.findings());
    assertThat(read.verdict()).isEqualTo(evaluation.verdict());
    assertThat(FORMATS.write(read)).isEqualTo(document);
    for (Language language : Language.values()) {
      assertThat(JsonReport.render(read, language))
          .isEqualTo(JsonReport.render(evaluation, language));
    }
  }

  @Test
  void what_was_read_in_part_is_read_with_its_defects() throws Exception {
    int partial = 0;
    for (JsonPointer place : leaves(Fixtures.compliant())) {
      for (String wrong : List.of("{\"x\": 1}", "\"?\"", "-7", "[true]")) {
        ObjectNode bid = Fixtures.compliant();
        Fixtures.change(bid, place.toString(), JSON.readTree(wrong));
        try {
          byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
          Draft draft = Draft.readPartly(bytes, Draft.Format.JSON, Fixtures.CONTRACT);
          partial += draft.defects().isEmpty() ? 0 : 1;
          assertRoundTrip(draft, Fixtures.BID_DAY);
        } catch (UnreadableDraft e) {
          assertThat(DefectsDocument.defects(JSON.readTree(DefectsDocument.write(e.defects()))))
              .isEqualTo(e.defects());
        }
      }
    }
    assertThat(partial).isGreaterThan(100);
  }

  private static List<JsonPointer> leaves(JsonNode bid) {
    List<JsonPointer> leaves = new ArrayList<>();
    collect(bid, JsonPointer.empty(), leaves);
    return leaves;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> leaves) {
    if (node.isValueNode()) {
      leaves.add(at);
    }
    node.properties()
        .forEach(each -> collect(each.getValue(), at.appendProperty(each.getKey()), leaves));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(node.get(i), at.appendIndex(i), leaves);
      }
    }
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bids() {
    return BidArbitraries.bidsWithDays();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/format",
        "/ruleSet/id",
        "/ruleSet/digest",
        "/asOf",
        "/draft/digest",
        "/verdict",
        "/toJudge",
        "/requirements/0/id",
        "/requirements/0/verdict",
        "/requirements/0/findings/0/rule",
        "/requirements/0/findings/0/places/0/pointer",
        "/requirements/0/findings/0/places/0/outcome"
      })
  void a_document_without_a_member_is_refused(String pointer) throws Exception {
    ObjectNode document = document();
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) document.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));

    assertThatThrownBy(() -> FORMATS.read(JSON.writeValueAsBytes(document)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_document_of_an_unknown_format_or_none_is_refused() throws Exception {
    JsonNode other = document().put("format", "sixones/answer/0");

    assertThatThrownBy(() -> FORMATS.read(JSON.writeValueAsBytes(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sixones/answer/0");
    assertThatThrownBy(() -> FORMATS.read(new byte[] {'{'}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_document_is_explained_by_its_own_rules_alone() throws Exception {
    ObjectNode document = document();
    ((ObjectNode) document.path("ruleSet")).put("digest", "0".repeat(64));
    Answer answer = FORMATS.read(JSON.writeValueAsBytes(document));

    assertThatThrownBy(() -> answer.explainedBy(RULES, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObjectNode document() throws Exception {
    Draft draft = Fixtures.draft(Fixtures.compliant());
    LocalDate day = Fixtures.BID_DAY;
    Evaluation evaluation = new Evaluation(RULES, draft, day, RULES.examine(draft, day));
    return (ObjectNode) JSON.readTree(FORMATS.write(evaluation));
  }
}
