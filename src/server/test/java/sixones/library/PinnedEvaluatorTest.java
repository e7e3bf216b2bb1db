package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.answer.DraftDescription;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The packed engine, reached through its door from another class loader. */
@InTurns(6)
class PinnedEvaluatorTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;
  private static final byte[] BUNDLE = RuleSetsInTests.ALL.packed(RULES);
  private static final LocalDate DAY = Fixtures.BID_DAY;
  private static final PinnedEvaluator PRESENT = PinnedEvaluator.present(RULES);
  private static final PinnedEvaluator PACKED = in(PackedEngine.bundled());

  private static PinnedEvaluator in(PackedEngine engine) {
    ClassLoader classes = EngineClasses.of(engine.sha256(), engine.jar().get());
    return PinnedEvaluator.in(classes, BUNDLE);
  }

  /** Eight bids, three of which name a park elsewhere. */
  private static List<byte[]> eight() {
    List<byte[]> bids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ObjectNode bid = Fixtures.compliant();
      // Whom it works with lies elsewhere.
      bid.remove("cooperation");
      bid.withObject("/baseline").put("gdp", (1000 + i) + ".00");
      if (i % 3 == 0) {
        ((ObjectNode) bid.at("/parks/0")).put("cityCode", "510300");
      }
      bids.add(bytes(bid));
    }
    return bids;
  }

  private static byte[] bytes(ObjectNode bid) {
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] answer(PinnedEvaluator evaluator, byte[] draft) throws Exception {
    return evaluator.evaluate(draft, Draft.Format.JSON, DAY);
  }

  private static long identical(PinnedEvaluator one, PinnedEvaluator other) throws Exception {
    long count = 0;
    for (byte[] draft : eight()) {
      count += Arrays.equals(answer(one, draft), answer(other, draft)) ? 1 : 0;
    }
    return count;
  }

  @Test
  void the_packed_engine_answers_as_the_present_one_to_the_byte() throws Exception {
    assertThat(identical(PRESENT, PACKED)).isEqualTo(8);
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      byte[] draft = bid.draft().bytes();

      assertThat(PACKED.evaluate(draft, Draft.Format.JSON, bid.asOf()))
          .isEqualTo(PRESENT.evaluate(draft, Draft.Format.JSON, bid.asOf()));
    }
  }

  @Test
  void an_engine_with_one_line_of_a_fact_changed_answers_otherwise() throws Exception {
    assertThat(identical(PACKED, in(EngineCopy.withLenientParks()))).isEqualTo(5);
  }

  @Test
  void an_engine_whose_answers_have_a_member_more_answers_otherwise() throws Exception {
    assertThat(identical(PACKED, in(EngineCopy.withOneMemberMore()))).isZero();
  }

  @Test
  void an_engine_with_a_renamed_getter_cannot_run_the_bundle() {
    PinnedEvaluator renamed = in(EngineCopy.withRenamedGetter());

    assertThatThrownBy(() -> answer(renamed, eight().get(0))).isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_cannot_be_read_passes_the_door_with_its_places() {
    ObjectNode bid = Fixtures.compliant();
    bid.put("unknown", 1).withObject("/baseline").put("gdp", "2.6k");
    ((ObjectNode) bid.at("/parks/0")).put("level", "nation");

    for (PinnedEvaluator evaluator : List.of(PRESENT, PACKED)) {
      UnreadableDraft thrown =
          catchThrowableOfType(UnreadableDraft.class, () -> answer(evaluator, bytes(bid)));
      UnreadableDraft described =
          catchThrowableOfType(
              UnreadableDraft.class, () -> evaluator.describe(bytes(bid), Draft.Format.JSON));
      UnreadableDraft direct =
          catchThrowableOfType(
              UnreadableDraft.class,
              () -> Draft.read(bytes(bid), Draft.Format.JSON, RULES.contract()));

      assertThat(thrown.defects()).isEqualTo(direct.defects()).hasSize(3);
      assertThat(described.defects()).isEqualTo(direct.defects());
    }
  }

  @Test
  void a_draft_read_in_part_is_answered_with_its_defects() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/baseline").put("gdp", "2.6k");

    byte[] answer = PACKED.evaluatePartly(bytes(bid), Draft.Format.JSON, DAY);

    assertThat(answer).isEqualTo(PRESENT.evaluatePartly(bytes(bid), Draft.Format.JSON, DAY));
    assertThat(new String(answer, StandardCharsets.UTF_8)).contains("/baseline/gdp");
  }

  @Test
  void a_day_without_rules_passes_the_door() {
    LocalDate early = LocalDate.of(2000, 1, 1);
    byte[] draft = bytes(Fixtures.compliant());

    NoRuleInForce none =
        catchThrowableOfType(
            NoRuleInForce.class, () -> PACKED.evaluate(draft, Draft.Format.JSON, early));

    assertThat(none.day()).isEqualTo(early);
    assertThat(none.ruleSet()).isEqualTo(RULES.id());
    assertThat(none.first()).isEqualTo(DAY);
  }

  @Test
  void a_draft_describes_itself_through_the_door() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/declarations").put("truthful", false);

    DraftDescription described = PACKED.describe(bytes(bid), Draft.Format.JSON);

    assertThat(described)
        .isEqualTo(
            DraftDescription.of(Draft.read(bytes(bid), Draft.Format.JSON, RULES.contract())));
    assertThat(described.declaredUntruthful()).isTrue();
  }

  @Test
  void nothing_but_the_jdk_is_shared() throws Exception {
    PackedEngine engine = PackedEngine.bundled();
    ClassLoader classes = EngineClasses.of(engine.sha256(), engine.jar().get());

    assertThat(classes.loadClass("sixones.bid.Draft")).isNotSameAs(Draft.class);
    assertThat(classes.loadClass("com.fasterxml.jackson.databind.ObjectMapper").getClassLoader())
        .isSameAs(classes);
    assertThatThrownBy(() -> classes.loadClass("sixones.library.Pin"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void an_engine_that_is_not_packed_as_one_is_not_loaded() throws Exception {
    byte[] empty = EngineCopy.zip(java.util.Map.of("a", new byte[0]));

    assertThatThrownBy(() -> EngineClasses.of("0", empty)).isInstanceOf(BrokenRuleSet.class);
  }
}
