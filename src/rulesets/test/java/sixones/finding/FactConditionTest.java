package sixones.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.rule.Truth.FAILS;
import static sixones.rule.Truth.HOLDS;
import static sixones.rule.Truth.UNDECIDED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.rule.Condition;
import sixones.rule.Truth;

/** Conditions have three values: a blank decides nothing. */
class FactConditionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> MEMBERS = new HashMap<>();
  private static final Fact FACT =
      new Fact(
          null,
          new DraftNode(
              "",
              JSON.createObjectNode(),
              new InForce(
                  LocalDate.of(2022, 6, 13),
                  Map.<String, JsonNode>of(
                      "levels", JSON.createArrayNode().add("national"),
                      "most", DecimalNode.valueOf(new BigDecimal("1.50")),
                      "wish", TextNode.valueOf("yes")))),
          new Object[0]);

  static {
    MEMBERS.put("word", "national");
    MEMBERS.put("other", "county");
    MEMBERS.put("one", 1);
    MEMBERS.put("amount", new BigDecimal("1.5"));
    MEMBERS.put("same", new BigDecimal("1.500"));
    MEMBERS.put("yes", true);
    MEMBERS.put("early", LocalDate.of(2022, 6, 12));
    MEMBERS.put("late", LocalDate.of(2022, 6, 13));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'member':'word','is':'stated'}|HOLDS",
        "{'member':'blank','is':'stated'}|FAILS",
        "{'member':'word','is':'equal','word':'national'}|HOLDS",
        "{'member':'other','is':'equal','word':'national'}|FAILS",
        "{'member':'blank','is':'equal','word':'national'}|UNDECIDED",
        "{'member':'blank','is':'different','word':'national'}|UNDECIDED",
        "{'member':'word','is':'among','words':['national']}|HOLDS",
        "{'member':'word','is':'not-among','words':['national']}|FAILS",
        "{'member':'blank','is':'not-among','words':['national']}|UNDECIDED",
        "{'member':'word','is':'among','parameter':'levels'}|HOLDS",
        "{'member':'other','is':'among','parameter':'levels'}|FAILS",
        "{'member':'other','is':'not-among','parameter':'levels'}|HOLDS",
        "{'member':'other','is':'not-among','parameter':'none'}|HOLDS",
        "{'member':'blank','is':'among','parameter':'levels'}|UNDECIDED",
        "{'member':'yes','is':'equal','yes':true}|HOLDS",
        "{'member':'yes','is':'equal','yes':false}|FAILS",
        "{'member':'one','is':'at-least','number':1}|HOLDS",
        "{'member':'one','is':'over','number':1}|FAILS",
        "{'member':'one','is':'under','parameter':'most'}|HOLDS",
        "{'member':'amount','is':'over','number':1}|HOLDS",
        "{'member':'amount','is':'equal','parameter':'most'}|HOLDS",
        "{'member':'amount','is':'equal','other':'same'}|HOLDS",
        "{'member':'amount','is':'different','other':'same'}|FAILS",
        "{'member':'amount','is':'at-most','parameter':'none'}|UNDECIDED",
        "{'member':'early','is':'under','other':'late'}|HOLDS",
        "{'member':'early','is':'at-least','other':'late'}|FAILS",
        "{'member':'early','is':'at-least','other':'blank'}|UNDECIDED",
        "{'parameter':'wish','is':'asked'}|HOLDS",
        "{'parameter':'wish','is':'not-asked'}|FAILS",
        "{'parameter':'none','is':'not-asked'}|HOLDS",
        "{'all':[{'member':'blank','is':'equal','word':'national'},"
            + "{'member':'other','is':'equal','word':'national'}]}|FAILS",
        "{'all':[{'member':'blank','is':'equal','word':'national'},"
            + "{'member':'word','is':'equal','word':'national'}]}|UNDECIDED",
        "{'any':[{'member':'blank','is':'equal','word':'national'},"
            + "{'member':'word','is':'equal','word':'national'}]}|HOLDS",
        "{'any':[{'member':'blank','is':'equal','word':'national'},"
            + "{'member':'other','is':'equal','word':'national'}]}|UNDECIDED",
        "{'all':[]}|HOLDS",
        "{'any':[]}|FAILS"
      })
  void a_condition_holds_fails_or_is_undecided(String condition, Truth truth) throws Exception {
    Condition tree = Condition.of(JSON.readTree(condition.replace('\'', '"')));

    Truth of = FactCondition.of(tree, member -> fact -> MEMBERS.get(member)).of(FACT);

    assertThat(of).isEqualTo(truth);
  }

  @Test
  void together_one_that_fails_decides_and_apart_one_that_holds() {
    assertThat(HOLDS.and(HOLDS)).isEqualTo(HOLDS);
    assertThat(UNDECIDED.and(HOLDS)).isEqualTo(UNDECIDED);
    assertThat(HOLDS.and(UNDECIDED)).isEqualTo(UNDECIDED);
    assertThat(UNDECIDED.and(FAILS)).isEqualTo(FAILS);
    assertThat(FAILS.or(FAILS)).isEqualTo(FAILS);
    assertThat(UNDECIDED.or(FAILS)).isEqualTo(UNDECIDED);
    assertThat(FAILS.or(UNDECIDED)).isEqualTo(UNDECIDED);
    assertThat(UNDECIDED.or(HOLDS)).isEqualTo(HOLDS);
  }
}
