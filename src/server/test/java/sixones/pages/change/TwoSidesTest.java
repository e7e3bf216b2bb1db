package sixones.pages.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSetsInTests;

/** Two states of a bid are compared place by place, and put together as somebody chooses. */
class TwoSidesTest {
  private static final Messages MESSAGES = Messages.of(RuleSetsInTests.SICHUAN, Language.EN);

  private static TwoSides sides(JsonNode theirs, JsonNode mine, Map<String, String> chosen) {
    return TwoSides.of(theirs, mine, chosen, MESSAGES);
  }

  private static ObjectNode changed(String pointer, String text) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, pointer, text == null ? null : TextNode.valueOf(text));
    return bid;
  }

  @Test
  void what_differs_is_named_in_the_fields_words_with_both_sides() {
    TwoSides sides =
        sides(
            changed("/parks/0/industry", "Kites"), changed("/parks/0/industry", "Ships"), Map.of());

    assertThat(sides.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.place()).startsWith("Park 1 › ");
              assertThat(row.theirs()).isEqualTo("Kites");
              assertThat(row.mine()).isEqualTo("Ships");
              assertThat(row.keepsMine()).isTrue();
            });
  }

  @Test
  void without_a_choice_the_stated_side_of_a_place_is_kept_and_mine_of_two() {
    ObjectNode theirs = changed("/parks/0/industry", "Kites");
    ObjectNode mine = changed("/parks/0/industry", "Ships");
    mine.withObject("/city").remove("name");

    JsonNode merged = sides(theirs, mine, Map.of()).merged();

    assertThat(merged.at("/parks/0/industry").asText()).isEqualTo("Ships");
    assertThat(merged.at("/city/name")).isEqualTo(theirs.at("/city/name"));
  }

  @Test
  void an_entry_only_one_side_has_is_one_choice() {
    ObjectNode theirs = Fixtures.compliant();
    ObjectNode mine = theirs.deepCopy();
    ((ObjectNode) mine.withArray("/parks").insertObject(0)).put("industry", "Ships");

    TwoSides sides = sides(theirs, mine, Map.of());

    assertThat(sides.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.place()).isEqualTo("Park 1");
              assertThat(row.theirs()).isNull();
              assertThat(row.mine()).isEqualTo("Ships");
            });
    assertThat(sides.merged()).isEqualTo(mine);
    assertThat(sides(theirs, mine, Map.of("side-0", "theirs")).merged()).isEqualTo(theirs);
  }

  /** Each side chosen everywhere is that side; two equal sides differ nowhere. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void one_side_chosen_everywhere_is_that_side(int seed) {
    Random chance = new Random(seed);
    for (int i = 0; i < 20; i++) {
      JsonNode theirs = spoilt(chance);
      JsonNode mine = spoilt(chance);

      assertThat(sides(mine, mine, Map.of()).rows()).isEmpty();
      assertThat(sides(theirs, mine, all(theirs, mine, "theirs")).merged()).isEqualTo(theirs);
      assertThat(sides(theirs, mine, all(theirs, mine, "mine")).merged()).isEqualTo(mine);
    }
  }

  private static Map<String, String> all(JsonNode theirs, JsonNode mine, String side) {
    Map<String, String> chosen = new HashMap<>();
    sides(theirs, mine, Map.of()).rows().forEach(row -> chosen.put(row.key(), side));
    return chosen;
  }

  /** A bid of which some values were changed, and some entries added or removed. */
  private static JsonNode spoilt(Random chance) {
    ObjectNode bid = Fixtures.compliant();
    for (String list : List.of("/parks", "/evidence")) {
      if (bid.at(list).size() > 1 && chance.nextBoolean()) {
        bid.withArray(list).remove(chance.nextInt(bid.at(list).size()));
      }
      if (chance.nextBoolean()) {
        bid.withArray(list)
            .insert(chance.nextInt(bid.at(list).size() + 1), bid.at(list).get(0).deepCopy());
      }
    }
    for (int i = 0; i < bid.at("/parks").size(); i++) {
      if (chance.nextBoolean()) {
        ((ObjectNode) bid.at("/parks/" + i)).put("industry", "industry " + chance.nextInt(3));
      }
    }
    if (chance.nextBoolean()) {
      bid.withObject("/baseline").put("gdp", "" + chance.nextInt(3));
    }
    return bid;
  }
}
