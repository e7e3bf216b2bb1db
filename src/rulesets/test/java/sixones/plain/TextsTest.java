package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

/** How the words say a text is read: what it shows, how it is folded, what it amounts to. */
class TextsTest {
  @Test
  void a_text_is_legible_by_a_letter_or_number_that_shows() {
    assertThat(Texts.isLegible("— ① —")).isTrue();
    assertThat(Texts.isLegible("\uD842\uDFB7")).isTrue();
    assertThat(Texts.isLegible("\u3164\u115F\uFFA0")).isFalse();
    assertThat(Texts.isLegible("★\u0301")).isFalse();
  }

  @Test
  void a_radical_or_stroke_that_stands_for_an_ideograph_is_legible() {
    assertThat(Texts.isLegible("—\u2F46")).isTrue();
    assertThat(Texts.isLegible("\u31D0")).isTrue();
    assertThat(Texts.isLegible("\u2E80")).isFalse();
  }

  @Test
  void a_text_is_lost_by_a_replacement_character_or_by_nothing_but_private_ones() {
    assertThat(Texts.isLost("高新\uFFFD区")).isTrue();
    assertThat(Texts.isLost("—\uE000")).isTrue();
    assertThat(Texts.isLost("\u3164\uDBFF\uDFFD")).isTrue();
    assertThat(Texts.isLost("高\uE000")).isFalse();
    assertThat(Texts.isLost("—")).isFalse();
  }

  @Test
  void a_lost_text_is_stated_and_an_invisible_one_is_blank() {
    assertThat(Texts.isStated("\uE000")).isTrue();
    assertThat(Texts.isStated("\uFFFD")).isTrue();
    assertThat(Texts.isStated("\u3164")).isFalse();
    assertThat(Texts.isStated("×××")).isFalse();
  }

  @Test
  void invisible_characters_width_and_case_go() {
    assertThat(Folding.fold(" Ｅ\u200B\u3164\u00AD Ⅰ\uFE0F１")).isEqualTo("ei1");
    assertThat(Folding.fold("Straße ﬁ ΟΔΟΣ")).isEqualTo("strassefiοδοσ");
  }

  @Test
  void a_character_that_folds_alone_folds_the_same_beside_others() {
    for (char c = 0; c < '\uFFFF'; c++) {
      if (Alone.fold(c) != Alone.NOT_ALONE) {
        String text = "e" + c + "一";
        assertThat(Folding.foldSpaced(text)).isEqualTo(Folding.foldAny(text, " "));
      }
    }
  }

  @Test
  void radicals_and_strokes_become_the_ideographs_they_stand_for() {
    assertThat(Folding.fold("电\u2F26\u31D0")).isEqualTo("电子一");
    assertThat(Folding.fold("\u2EA0")).isEqualTo("民");
  }

  @Test
  void marks_of_one_kind_become_one_sign_and_letters_never_do() {
    assertThat(Folding.fold("《a》「b’`")).isEqualTo("\"a\"\"b\"\"");
    assertThat(Folding.fold("a—b－c‐d〜")).isEqualTo("a-b-c-d-");
    assertThat(Folding.fold("a・b•c⋅d")).isEqualTo("a·b·c·d");
    assertThat(Folding.fold("【a〕｛b}")).isEqualTo("(a)(b)");
    assertThat(Folding.fold("ー")).isEqualTo("ー");
  }

  @Test
  void only_full_stops_at_the_end_go() {
    assertThat(Folding.fold("a.b。c.。 ．")).isEqualTo("a.b。c");
    assertThat(Folding.fold("…")).isEmpty();
    assertThat(Folding.foldSpaced("A\u3000b\u200Bc。")).isEqualTo("a bc。");
  }

  @Test
  void of_codes_only_the_width_and_what_stands_around_is_folded() {
    assertThat(Texts.narrow("\u200B\uDB40\uDC41 Ａ ｂ\u3164")).isEqualTo("A b");
  }

  @Test
  void one_listed_character_alone_and_repeated_stands_in_for_an_answer() {
    assertThat(prose("×××")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("Ｘ—x.")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("0")).isEqualTo(State.STATED);
    assertThat(prose("×")).isEqualTo(State.NONE);
    assertThat(prose("11")).isEqualTo(State.STATED);
    assertThat(prose("x0")).isEqualTo(State.PLACEHOLDER);
  }

  @Test
  void a_listed_word_stands_in_with_marks_spaces_and_numerals_after_it() {
    assertThat(prose("“待 定”。")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("待定（二十1）")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("T.B.D. ２")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("To be\nnamed")).isEqualTo(State.PLACEHOLDER);
    assertThat(prose("一待定")).isEqualTo(State.STATED);
    assertThat(prose("二十")).isEqualTo(State.STATED);
    assertThat(prose("\u2F46")).isEqualTo(State.PLACEHOLDER);
  }

  @Test
  void names_alone_are_asked_for_beginnings_and_endings() {
    assertThat(name("某企业")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("（某）企业")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("××园区")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("园区（待定）")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("Head, to be named.")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("×园区")).isEqualTo(State.STATED);
    assertThat(name("待定园区")).isEqualTo(State.STATED);
    assertThat(prose("某企业")).isEqualTo(State.STATED);
    assertThat(prose("园区待定")).isEqualTo(State.STATED);
  }

  @Test
  void names_alone_are_asked_for_words_in_brackets_at_their_end() {
    assertThat(name("高新区【拟】。")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("高新（一）区 [t b c]")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("((拟)")).isEqualTo(State.PLACEHOLDER);
    assertThat(name("（拟）")).isEqualTo(State.STATED);
    assertThat(name("（拟）高新区")).isEqualTo(State.STATED);
    assertThat(name("高新区（拟建）")).isEqualTo(State.STATED);
    assertThat(prose("高新区（拟）")).isEqualTo(State.STATED);
  }

  @Test
  void what_is_lost_is_neither_a_placeholder_nor_blank() {
    assertThat(prose("待定\uFFFD")).isEqualTo(State.LOST);
    assertThat(name("\uE000")).isEqualTo(State.LOST);
    assertThat(name("…")).isEqualTo(State.NONE);
    assertThat(ParametersInTests.SMALL.states().ofName(NullNode.instance)).isEqualTo(State.NONE);
  }

  private static State name(String text) {
    return ParametersInTests.SMALL.states().ofName(TextNode.valueOf(text));
  }

  private static State prose(String text) {
    return ParametersInTests.SMALL.states().ofProse(TextNode.valueOf(text));
  }
}
