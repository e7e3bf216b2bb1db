package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.ruleset.RuleSetsInTests;
import sixones.text.TextState;

/**
 * That a prose text states something is told by a short way, which tells what the long one does.
 */
class PlaceholdersTest {
  /** What placeholders are surrounded by, and what only looks like one. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "工",
          "业",
          "x",
          "9",
          "十",
          "０",
          "Ａ",
          " ",
          "\u3000",
          "\u200B",
          "\uFFFD",
          "é",
          "體",
          "-",
          "。",
          "（",
          ")",
          "·",
          "\n",
          "\uD83D\uDE00");

  private final InForce inForce;
  private final Placeholders placeholders;

  PlaceholdersTest() throws Exception {
    inForce = RuleSetsInTests.SICHUAN.inForce(Fixtures.BID_DAY, null, null);
    placeholders = inForce.placeholders();
  }

  @Test
  void both_ways_agree_on_words_of_all_kinds_and_what_surrounds_them() {
    List<String> pieces = new ArrayList<>(PIECES);
    pieces.addAll(inForce.texts("placeholder-words"));
    pieces.addAll(inForce.texts("placeholder-characters"));
    Random random = new Random(7);
    int stated = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      TextState state = placeholders.ofProse(text.toString());
      assertThat(state).as("%s", text).isEqualTo(placeholders.state(text.toString(), false));
      stated += state == TextState.STATED ? 1 : 0;
    }
    assertThat(stated).isBetween(1_000, 49_000);
  }

  @Test
  void one_letter_again_and_again_states_nothing_however_long() {
    for (String letter : inForce.texts("placeholder-characters")) {
      assertThat(placeholders.ofProse(letter.repeat(99))).isEqualTo(TextState.PLACEHOLDER);
    }
    for (String word : inForce.texts("placeholder-words")) {
      assertThat(placeholders.ofProse(word + " ")).as(word).isEqualTo(TextState.PLACEHOLDER);
    }
  }
}
