package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in columns of a terminal, and without what a terminal would obey. */
class ColumnTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "park, 4",
    "园区, 4",
    "Ａ１, 4",
    "（）, 4",
    "e\u0301, 1",
    "é, 1",
    "😀, 2",
    "𠀀, 2",
    "ｶ, 1",
    "－, 2",
    "–, 1"
  })
  void a_chinese_character_takes_two_columns(String text, int columns) {
    assertThat(Column.width(text)).isEqualTo(columns);
  }

  @Test
  void a_text_is_padded_to_its_column_and_never_cut() {
    assertThat(Column.padded("符合", 6)).isEqualTo("符合  ");
    assertThat(Column.padded("met", 6)).isEqualTo("met   ");
    assertThat(Column.padded("not met", 6)).isEqualTo("not met");
  }

  @Test
  void chinese_breaks_anywhere_but_before_a_full_stop_and_fits_its_columns() {
    List<String> lines = Column.wrapped("四川省首批制造强市试点。", 10);

    assertThat(lines).allSatisfy(line -> assertThat(Column.width(line)).isLessThanOrEqualTo(10));
    assertThat(lines).noneMatch(line -> line.startsWith("。"));
    assertThat(String.join("", lines)).isEqualTo("四川省首批制造强市试点。");
  }

  @Test
  void words_are_not_broken_and_the_space_between_them_goes() {
    assertThat(Column.wrapped("one park for manufacturing", 9))
        .containsExactly("one park", "for", "manufacturing");
    assertThat(Column.wrapped("one park", 8)).containsExactly("one park");
  }

  @Test
  void an_empty_text_is_one_empty_line() {
    assertThat(Column.wrapped("", 10)).containsExactly("");
  }

  @Test
  void lines_break_alike_in_every_locale() {
    Locale before = Locale.getDefault();
    String text = "示例ー显示器件（虚构）、ＡＢＣっ制造强市试点";
    List<String> lines = Column.wrapped(text, 12);
    try {
      for (String tag : List.of("zh-CN", "ja", "tr", "th", "en")) {
        Locale.setDefault(Locale.forLanguageTag(tag));

        assertThat(Column.wrapped(text, 12)).as(tag).isEqualTo(lines);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001B", "\u0007", "\b", "\n", "\r", "\t", "\u0000", "\u007F", "\u0085", "\u009B",
        "\u202E", "\u2066", "\u200F", "\u200B", "\uFEFF", "\u2028", "\u2029", "\u00AD", "\uD83D",
        "\uDE00"
      })
  void what_a_terminal_would_obey_is_replaced(String obeyed) {
    assertThat(Column.harmless("a" + obeyed + "b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void what_is_only_shown_stays() {
    String text = "Park №1 · “园区”—Ａ１😀𠀀 e\u0301";

    assertThat(Column.harmless(text)).isEqualTo(text);
  }
}
