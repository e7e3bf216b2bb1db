package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the words say two names of industries have in common. */
class NamesTest {
  private static final Parameters SMALL = ParametersInTests.SMALL;
  private static final Likeness LIKENESS = new Likeness(SMALL);

  @Test
  void a_stem_is_without_endings_and_what_joins_them() {
    assertThat(LIKENESS.stem("电子产业")).isEqualTo("电子");
    assertThat(LIKENESS.stem("电子 · 产业链（产业）")).isEqualTo("电子·产业链(产业)");
    assertThat(LIKENESS.stem("电子产业·产业链")).isEqualTo("电子");
    assertThat(LIKENESS.stem("Chips – Industry Chain.")).isEqualTo("chips");
  }

  @Test
  void a_stem_keeps_two_characters_and_tries_no_shorter_ending() {
    assertThat(LIKENESS.stem("新产业")).isEqualTo("新产业");
    assertThat(LIKENESS.stem("产业链")).isEqualTo("产业链");
    assertThat(LIKENESS.stem("新产业产业链")).isEqualTo("新产业");
  }

  @Test
  void a_core_is_without_brackets_general_words_and_one_ending() {
    assertThat(SMALL.cores().core("新型电子(芯片（二）)产业")).containsExactly("电子");
    assertThat(SMALL.cores().core("电子产业产业")).containsExactly("电子产业");
    assertThat(SMALL.cores().core("电智能子新")).containsExactly("电", "子");
    assertThat(SMALL.cores().core("smart Chips and café 电子"))
        .containsExactly("chips", "café", "电子");
    assertThat(SMALL.cores().core("5G芯片・x")).containsExactly("5g", "芯片", "x");
  }

  @Test
  void brackets_that_do_not_close_hide_nothing() {
    assertThat(SMALL.cores().core("电子（芯片）（")).containsExactly("电子", "芯片");
    assertThat(SMALL.cores().core("电子）芯片")).containsExactly("电子", "芯片");
  }

  @Test
  void a_core_of_one_character_is_empty() {
    assertThat(SMALL.cores().core("新型芯产业")).isEmpty();
    assertThat(SMALL.cores().core("产业")).isEmpty();
    assertThat(SMALL.cores().core("a 芯")).containsExactly("a", "芯");
  }

  @Test
  void cores_have_a_pair_of_ideographs_or_a_word_in_common() {
    assertThat(SMALL.cores().haveCommonPart("光电子", "电子信息")).isTrue();
    assertThat(SMALL.cores().haveCommonPart("Chips of SiC", "sic")).isTrue();
    assertThat(SMALL.cores().haveCommonPart("电光子", "电子信息")).isFalse();
    assertThat(SMALL.cores().haveCommonPart("智能电", "智能子")).isFalse();
    assertThat(SMALL.cores().haveCommonPart("a 芯", "a 光")).isFalse();
  }

  @Test
  void names_are_alike_when_only_traditional_characters_tell_them_apart() {
    assertThat(LIKENESS.areAlike("電", "电")).isTrue();
    assertThat(LIKENESS.areAlike("電", "子")).isFalse();
  }

  @Test
  void long_names_one_edit_apart_are_alike() {
    assertThat(LIKENESS.areAlike("甲a乙b丙", "甲a乙c丙")).isTrue();
    assertThat(LIKENESS.areAlike("chips", "chps")).isFalse();
    assertThat(LIKENESS.areAlike("chipss", "chips")).isTrue();
    assertThat(LIKENESS.areAlike("chipss", "chip_s")).isTrue();
    assertThat(LIKENESS.areAlike("chipss", "chip")).isFalse();
    assertThat(LIKENESS.areAlike("chipss", "chisp")).isFalse();
    assertThat(LIKENESS.areAlike("甲a乙", "甲b乙")).isFalse();
  }

  @Test
  void the_catalogue_knows_its_words_and_their_names() {
    assertThat(SMALL.catalogue().entry("电子信息产业")).hasValue("electronic-information");
    assertThat(SMALL.catalogue().entry("Electronic–Information"))
        .hasValue("electronic-information");
    assertThat(SMALL.catalogue().entry("food and beverage")).hasValue("food-and-beverage");
    assertThat(SMALL.catalogue().entry("food")).isEmpty();
  }
}
