package sixones.fact.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.fact.identity.CreditCodes.state;

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

/** The state of a credit code is the first thing that is wrong with it, in a fixed order. */
class CreditCodeTest {
  private static final String SPACES =
      " \t\n\u000B\f\r\u0085\u00A0\u1680\u2000\u2007\u200A\u2028\u2029\u202F\u205F\u3000";
  private static final String UNSEEN =
      "\u0000\u007F\u00AD\u034F\u115F\u180E\u200B\u200D\u202E\u2060\u3164\uFE0F\uFEFF\uFFA0";

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y43, right",
    "91510100MA00000077, right",
    "91510100\uFFFDMA0000077, lost",
    "\uE000\uE001, lost",
    "待定, placeholder",
    "xxxxxxxxxxxxxxxxxx, placeholder",
    "111111111111111, placeholder",
    "510104198806150014, identity-number",
    "51010419880615009x, identity-number",
    "9151010019880615001, length",
    "91510100MA0000007, length",
    "91510100MA000000777, length",
    "91510100 MA00000077, length",
    "91510100MAO0000077, characters",
    "91510100MA0000007𝟕, characters",
    "91510100MA0000007７, right",
    "91A10100MA00000077, division",
    "9151010WMA00000077, division",
    "91510100MA00000087, organisation-code",
    "111111111111111111, organisation-code",
    "000000000000000000, pair",
    "94510100MA0000007X, pair",
    "94510100MA00000071, pair",
    "91510100MA00000078, check-character"
  })
  void each_state_is_known(String text, String state) {
    assertThat(state(text)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "—", "\u3164", "\u200B\u3000"})
  void a_blank_code_has_no_state(String text) {
    assertThat(state(text)).isNull();
  }

  @Test
  void a_code_that_is_not_stated_has_no_state() {
    assertThat(state(null)).isNull();
  }

  @Test
  void
      no_number_of_somebody_born_later_than_the_day_or_before_1900_or_never_is_an_identity_number() {
    assertThat(state(CreditCodes.identityNumber("51010420220613001"))).isEqualTo("identity-number");
    assertThat(state(CreditCodes.identityNumber("51010420220614001")))
        .isNotEqualTo("identity-number");
    assertThat(state(CreditCodes.identityNumber("51010419000101001"))).isEqualTo("identity-number");
    assertThat(state(CreditCodes.identityNumber("51010418991231001")))
        .isNotEqualTo("identity-number");
    assertThat(state(CreditCodes.identityNumber("51010419880230001")))
        .isNotEqualTo("identity-number");
    assertThat(state("510104198806150012")).isNotEqualTo("identity-number");
  }

  @Property(tries = 500)
  void a_right_code_is_right_in_any_case_and_width(@ForAll("rightCodes") String code) {
    StringBuilder wide = new StringBuilder();
    code.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));

    assertThat(state(code)).isEqualTo("right");
    assertThat(state(code.toLowerCase(Locale.ROOT))).isEqualTo("right");
    assertThat(state(wide.toString())).isEqualTo("right");
    assertThat(state(wide.toString().toLowerCase(Locale.ROOT))).isEqualTo("right");
  }

  @Property(tries = 500)
  void one_changed_character_never_leaves_a_code_right(
      @ForAll("rightCodes") String code, @ForAll("others") String other) {
    for (int i = 0; i < code.length(); i++) {
      String changed = code.substring(0, i) + other + code.substring(i + 1);

      assertThat(state(changed))
          .as(changed)
          .matches(state -> state.equals("right") == changed.equalsIgnoreCase(code));
    }
  }

  @Property(tries = 500)
  void the_case_of_letters_never_matters(@ForAll("codes") String code) {
    assertThat(state(code.toLowerCase(Locale.ROOT)))
        .isEqualTo(state(code.toUpperCase(Locale.ROOT)));
  }

  @Property(tries = 1_000)
  void nothing_invisible_around_a_code_changes_its_state(
      @ForAll("codes") String code,
      @ForAll("invisible") String before,
      @ForAll("invisible") String after) {
    assertThat(state(before + code + after)).isEqualTo(state(code));
  }

  @Property(tries = 1_000)
  void nothing_invisible_but_white_space_within_a_code_changes_its_state(
      @ForAll("codes") String code, @ForAll("unseen") String unseen) {
    int middle = code.length() / 2;

    assertThat(state(code.substring(0, middle) + unseen + code.substring(middle)))
        .isEqualTo(state(code));
  }

  @Property(tries = 500)
  void an_identity_number_is_known_whatever_invisible_stands_in_it(
      @ForAll("identityNumbers") String number, @ForAll("invisible") String invisible) {
    String text = number.substring(0, 6) + invisible + number.substring(6);

    assertThat(state(text)).isEqualTo("identity-number");
    assertThat(state(text.toLowerCase(Locale.ROOT))).isEqualTo("identity-number");
  }

  @Provide
  Arbitrary<String> rightCodes() {
    return CreditCodes.right();
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.oneOf(
        CreditCodes.right(),
        CreditCodes.identityNumbers(),
        Arbitraries.strings().withChars(CreditCodes.ALPHABET + "IOSVZ-").ofLength(18),
        Arbitraries.strings().withChars(CreditCodes.ALPHABET).ofMinLength(1).ofMaxLength(20),
        Arbitraries.of("待定", "000000000000000000", "111111111111111111"));
  }

  @Provide
  Arbitrary<String> identityNumbers() {
    return CreditCodes.identityNumbers();
  }

  @Provide
  Arbitrary<String> others() {
    return Arbitraries.strings()
        .withChars(CreditCodes.ALPHABET + "IOSVZiosvz川ß-.ｏ\uFFFD")
        .ofLength(1);
  }

  @Provide
  Arbitrary<String> invisible() {
    return Arbitraries.strings().withChars(SPACES + UNSEEN).ofMaxLength(4);
  }

  @Provide
  Arbitrary<String> unseen() {
    return Arbitraries.strings().withChars(UNSEEN).ofMaxLength(4);
  }
}
