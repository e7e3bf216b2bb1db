package sixones.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are compared by what they say, not by how they are spelt. */
class TextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "\u3000", "\u00A0", "\u200B", "\uFEFF", "\t\n", "—", "……", "／", "!?", "😀"
      })
  void a_text_without_letter_or_digit_is_blank(String text) {
    assertThat(Text.isBlank(text)).isTrue();
    assertThat(Text.fold(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "无", "0", "１", "—a", "Ω", "あ", "𠀀"})
  void a_letter_or_digit_of_any_script_is_not_blank(String text) {
    assertThat(Text.isBlank(text)).isFalse();
    assertThat(Text.fold(text)).isNotEmpty();
  }

  @Test
  void no_text_is_blank() {
    assertThat(Text.isBlank(null)).isTrue();
    assertThat(Text.fold(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          New Display         | newdisplay
          ＮＥＷ　display       | newdisplay
          "\u200Bnew\u00A0dis\u00ADplay\uFEFF" | newdisplay
          "new\u0000\u001b\ndisplay" | newdisplay
          示例 显示            | 示例显示
          "示\u3000例\u200D显示" | 示例显示
          ﬁbre                | fibre
          e\u0301             | é
          Ａ１（x）             | a1(x)
          甲㈱                 | 甲(株)
          STRASSE             | strasse
          """)
  void width_case_white_space_and_unseen_characters_make_no_difference(String text, String folded) {
    assertThat(Text.fold(text)).isEqualTo(folded);
  }

  @Test
  void different_words_stay_different() {
    assertThat(Text.fold("显示")).isNotEqualTo(Text.fold("显像"));
    assertThat(Text.fold("display-1")).isNotEqualTo(Text.fold("display1"));
  }

  @Test
  void case_is_folded_alike_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Text.fold("INDUSTRY")).isEqualTo("industry");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void folding_twice_is_folding_once(@ForAll("signs") String text) {
    String folded = Text.fold(text);

    assertThat(Text.fold(folded)).isEqualTo(folded);
  }

  @Property
  void white_space_and_width_never_change_what_is_folded(@ForAll("plain") String text) {
    StringBuilder wide = new StringBuilder("　");
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)).append("\u200B \t"));

    assertThat(Text.fold(wide.toString())).isEqualTo(Text.fold(text));
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.strings()
        .withChars("aZ0-（）Ａｚ９示例、　\t\u00A0\u200B\uFEFFﬁß½㈱İIı")
        .ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          ５１０１００        | 510100
          "　510100\t"     | 510100
          "\n２０２２－０６－１３ " | 2022-06-13
          －１．５            | -1.5
          ＋９．８            | +9.8
          ９１ａＢ            | 91aB
          "5 1"            | "5 1"
          """)
  void full_width_codes_become_ascii_and_outer_white_space_goes(String text, String narrow) {
    assertThat(Text.width(text)).isEqualTo(narrow);
  }

  @Test
  void a_text_is_chinese_if_one_character_is() {
    assertThat(Text.isHan("OLED 显示")).isTrue();
    assertThat(Text.isHan("𠀀")).isTrue();
    assertThat(Text.isHan("display，１")).isFalse();
    assertThat(Text.isHan("ディスプレイ")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',2,''", "a,2,a", "𠀀𠀁,2,𠀀𠀁", "𠀀𠀁𠀂,2,𠀀𠀁…", "示例显示,3,示例显…"})
  void a_text_is_shortened_between_characters(String text, int most, String shown) {
    assertThat(Text.shortened(text, most)).isEqualTo(shown);
  }
}
