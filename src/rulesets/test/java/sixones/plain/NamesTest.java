package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the words say two names of industries have in common. */
class NamesTest {
  private static final Parameters SMALL = ParametersInTests.SMALL;
  private static final Likeness LIKENESS = new Likeness(SMALL);

  @Test
  void a_stem_is_without_endings_and_one_dash_before_each() {
    assertThat(stem("电子产业")).isEqualTo("电子");
    assertThat(stem("电子 · 产业链（产业）")).isEqualTo("电子·产业链(产业)");
    assertThat(stem("电子产业-产业链")).isEqualTo("电子");
    assertThat(stem("电子产业·产业链")).isEqualTo("电子产业·");
    assertThat(stem("电子——产业链")).isEqualTo("电子-");
    assertThat(stem("Chips – Industry Chain.")).isEqualTo("chips");
  }

  @Test
  void a_stem_keeps_two_characters_and_tries_no_shorter_ending() {
    assertThat(stem("新产业")).isEqualTo("新产业");
    assertThat(stem("产业链")).isEqualTo("产业链");
    assertThat(stem("新产业产业链")).isEqualTo("新产业");
    assertThat(stem("新-产业")).isEqualTo("新-产业");
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
    assertThat(haveCommonPart("光电子", "电子信息")).isTrue();
    assertThat(haveCommonPart("Chips of SiC", "sic")).isTrue();
    assertThat(haveCommonPart("电光子", "电子信息")).isFalse();
    assertThat(haveCommonPart("智能电", "智能子")).isFalse();
    assertThat(haveCommonPart("a 芯", "a 光")).isFalse();
  }

  @Test
  void names_are_alike_when_only_traditional_characters_tell_them_apart() {
    assertThat(areAlike("電", "电")).isTrue();
    assertThat(areAlike("電", "子")).isFalse();
    assertThat(areAlike("電產業", "电")).isFalse();
    assertThat(areAlike("電子產業", "电子")).isTrue();
    assertThat(areAlike("智能電訊", "电讯台")).isTrue();
    assertThat(areAlike("甲電乙", "甲丁乙丙")).isFalse();
    assertThat(areAlike("甲電乙", "甲电丁")).isTrue();
  }

  @Test
  void long_names_one_edit_apart_are_alike() {
    assertThat(areAlike("甲a乙b丙", "甲a乙c丙")).isTrue();
    assertThat(areAlike("chips", "chps")).isFalse();
    assertThat(areAlike("chipss", "chips")).isTrue();
    assertThat(areAlike("chipss", "chip_s")).isTrue();
    assertThat(areAlike("chipss", "chip")).isFalse();
    assertThat(areAlike("chipss", "chisp")).isFalse();
    assertThat(areAlike("甲a乙", "甲b乙")).isFalse();
  }

  @Test
  void the_catalogue_knows_its_words_and_their_names() {
    assertThat(SMALL.catalogue().entry("电子信息产业")).hasValue("electronic-information");
    assertThat(SMALL.catalogue().entry("Electronic–Information"))
        .hasValue("electronic-information");
    assertThat(SMALL.catalogue().entry("food and beverage")).hasValue("food-and-beverage");
    assertThat(SMALL.catalogue().entry("food")).isEmpty();
  }

  private static String stem(String written) {
    return SMALL.names().stem(Folding.fold(written));
  }

  private static boolean haveCommonPart(String one, String other) {
    List<String> parts = Cores.parts(SMALL.cores().core(one));
    return !Collections.disjoint(parts, Cores.parts(SMALL.cores().core(other)));
  }

  private static boolean areAlike(String one, String other) {
    return Likeness.areAlike(LIKENESS.read(one), LIKENESS.read(other));
  }
}
