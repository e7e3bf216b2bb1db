package sixones.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.paper.Typesetter;
import sixones.report.Language;
import sixones.round.Fault;

/** What a letter cannot hold, and how that is told. */
class LetterCheckTest {
  private static final Typesetter TYPESETTER = new Typesetter(null);

  @ParameterizedTest
  @CsvSource({
    "0, control-character, U+0000",
    "7, control-character, U+0007",
    "d, control-character, U+000D",
    "9, control-character, U+0009",
    "7f, control-character, U+007F",
    "85, control-character, U+0085",
    "202e, invisible-character, U+202E",
    "2066, invisible-character, U+2066",
    "200f, invisible-character, U+200F",
    "200b, invisible-character, U+200B",
    "ad, invisible-character, U+00AD",
    "feff, invisible-character, U+FEFF",
    "e0041, invisible-character, U+E0041",
    "2028, invisible-character, U+2028",
    "d800, lone-surrogate, U+D800",
    "dc00, lone-surrogate, U+DC00",
    "323af, no-glyph, U+323AF",
    "5d0, no-glyph, U+05D0",
    "fe0f, no-glyph, U+FE0F",
    "e000, no-glyph, U+E000",
    "1f600, no-glyph, U+1F600"
  })
  void a_character_that_hides_reorders_or_has_no_glyph_is_an_error_at_issue(
      String character, String kind, String code) {
    String text = "a" + at(character) + "b";

    assertThatThrownBy(() -> FrozenLetter.of(LettersInTests.found(text), TYPESETTER))
        .isInstanceOfSatisfying(
            UnfitLetter.class,
            unfit -> {
              assertThat(unfit.faults())
                  .extracting(Fault::pointer)
                  .containsExactly("/blocks/4/fields/1/text/en", "/blocks/4/fields/1/text/zh");
              assertThat(unfit.faults()).extracting(Fault::kind).containsOnly(kind);
              for (Language language : Language.values()) {
                assertThat(LetterWords.fault(unfit.faults().get(0), language)).contains(code);
              }
            });
  }

  private static String at(String character) {
    int c = Integer.parseInt(character, 16);
    return c < 0x10000 ? Character.toString((char) c) : Character.toString(c);
  }

  @Test
  void all_faults_are_told_at_once_and_not_without_end() {
    assertThat(faults("a\u0000b\u202ec\ud800")).hasSize(6);
    StringBuilder many = new StringBuilder();
    for (int c = 0x10000; c < 0x10200; c++) {
      many.appendCodePoint(c);
    }
    assertThat(faults(many.toString())).hasSize(LetterCheck.MOST_FAULTS);
  }

  private static List<Fault> faults(String found) {
    return FrozenLetter.faults(LettersInTests.found(found), TYPESETTER);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"''", "' '", "'。'", "null"},
      nullValues = "null")
  void a_text_that_says_nothing_is_told(String text) {
    assertThat(faults(text))
        .extracting(Fault::pointer, Fault::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/blocks/4/fields/1/text/en", "blank"),
            org.assertj.core.groups.Tuple.tuple("/blocks/4/fields/1/text/zh", "blank"));
  }

  @Test
  void reasons_that_are_missing_within_a_sentence_are_told() {
    Letter letter =
        Letters.refusal(
            LettersInTests.SUBJECT,
            null,
            List.of(
                new LetterFacts.Ground(
                    1,
                    LettersInTests.words("Park", "园区"),
                    null,
                    null,
                    List.of(),
                    LettersInTests.words("blank", "空白"),
                    null,
                    new LetterFacts.Told(
                        LetterFacts.Notified.LATE,
                        null,
                        null,
                        null,
                        LettersInTests.words(null, " ")),
                    null)),
            LettersInTests.REVIEW,
            List.of(),
            null,
            LettersInTests.CONTACT,
            LettersInTests.ISSUED);

    assertThat(FrozenLetter.faults(letter, TYPESETTER))
        .extracting(Fault::kind)
        .containsExactly("blank", "blank");
  }

  @Test
  @Timeout(120)
  void texts_without_end_are_told_and_not_walked_without_end() {
    assertThat(faults("长".repeat(3_000_000))).extracting(Fault::kind).contains("too-long");
    assertThat(faults("长".repeat(LetterCheck.LONGEST))).isEmpty();
    assertThat(faults("长".repeat(LetterCheck.LONGEST + 1)))
        .extracting(Fault::kind)
        .containsExactly("too-long", "too-long");
    assertThat(FrozenLetter.faults(LettersInTests.withItems(2_000), TYPESETTER))
        .extracting(Fault::kind)
        .contains("too-many", "too-large");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_fault_has_its_sentence(Language language) {
    for (Fault fault :
        List.of(
            new Fault("", "too-many", java.util.Map.of("length", 501, "most", 500)),
            new Fault("", "too-large", java.util.Map.of("length", 400_001, "most", 400_000)),
            new Fault("", "too-long", java.util.Map.of("length", 8_001, "most", 8_000)))) {
      assertThat(LetterWords.fault(fault, language))
          .contains(fault.values().get("length").toString())
          .contains(fault.values().get("most").toString());
    }
    assertThat(LetterWords.fault(new Fault("", "blank", java.util.Map.of()), language))
        .isNotBlank();
  }
}
