package sixones.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Common texts are folded by a short way, which gives what the long one gives. */
class FoldingTest {
  /** It leaves no trace, and no common text holds it: with it, the long way is taken. */
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private static final String PIECES =
      "aZ9 .\u3002\uFF21\u3000\u2014\u300C\u00B7\u5341\u9AD4(\uFF08-";

  @Test
  void every_character_is_folded_alike_both_ways() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate((char) c)) {
        assertFoldedAlike("a" + (char) c + "\u5DE5");
        assertFoldedAlike(String.valueOf((char) c));
      }
    }
  }

  @Test
  void so_is_whatever_is_put_together_of_common_ones() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }
      assertFoldedAlike(text.toString());
    }
  }

  private static void assertFoldedAlike(String text) {
    assertThat(Folding.withSpaces(text))
        .as("%s with spaces", text)
        .isEqualTo(Folding.withSpaces(text + ZERO_WIDTH_SPACE));
    String common = Folding.ofCommon(text);
    if (common != null) {
      assertThat(common).as(text).isEqualTo(Folding.of(text));
    }
  }
}
