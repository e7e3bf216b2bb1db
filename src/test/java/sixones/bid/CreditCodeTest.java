package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit codes are right by GB 32100-2015 alone: 18 characters, the last one a check. */
class CreditCodeTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91510100MA00000077", "000000000000000000"})
  void a_right_code_is_known_in_any_case_and_width(String code) {
    StringBuilder wide = new StringBuilder("　");
    code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));

    assertThat(CreditCode.isRight(code)).isTrue();
    assertThat(CreditCode.isRight(code.toLowerCase(Locale.ROOT))).isTrue();
    assertThat(CreditCode.isRight(wide.toString())).isTrue();
    assertThat(CreditCode.isRight(" \t" + code + "\n")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91510100MA00000077", "000000000000000000"})
  void every_change_of_one_character_is_noticed(String code) {
    for (int i = 0; i < code.length(); i++) {
      for (char c : ALPHABET.toCharArray()) {
        String other = code.substring(0, i) + c + code.substring(i + 1);

        assertThat(CreditCode.isRight(other)).as(other).isEqualTo(c == code.charAt(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91510100MA00000077"})
  void every_swap_of_two_neighbours_is_noticed(String code) {
    for (int i = 0; i + 1 < code.length(); i++) {
      char one = code.charAt(i);
      char next = code.charAt(i + 1);
      String swapped = code.substring(0, i) + next + one + code.substring(i + 2);

      assertThat(CreditCode.isRight(swapped)).as(swapped).isEqualTo(one == next);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"I", "O", "S", "V", "Z", "i", "ｏ", "-", " ", "川", "ß"})
  void a_character_outside_the_alphabet_is_refused_in_every_place(String character) {
    String code = "91350100M000100Y43";
    for (int i = 0; i < code.length(); i++) {
      String other = code.substring(0, i) + character + code.substring(i + 1);

      assertThat(CreditCode.isRight(other)).as(other).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "91350100M000100Y4", "91350100M000100Y430", "91350100 M000100Y43"})
  void a_code_of_another_length_is_refused(String code) {
    assertThat(CreditCode.isRight(code)).isFalse();
  }
}
