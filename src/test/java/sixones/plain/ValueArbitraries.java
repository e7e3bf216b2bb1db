package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Stated values of a bid, near the boundaries of the rules and in many ways of writing them. */
final class ValueArbitraries {
  private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private ValueArbitraries() {}

  /** One of the texts; one given several times comes that much more often. */
  static Arbitrary<JsonNode> oneOf(String... texts) {
    return Arbitraries.of(texts).map(TextNode::valueOf);
  }

  static Arbitrary<JsonNode> truth() {
    return Arbitraries.of(true, true, true, true, false).map(BooleanNode::valueOf);
  }

  static Arbitrary<JsonNode> year() {
    return Arbitraries.of(2021, 2021, 2021, 2021, 2020, 2022, 2026).map(IntNode::valueOf);
  }

  /** The same text, now and then in another spelling: equal to it once folded. */
  static Arbitrary<JsonNode> text(Arbitrary<String> text) {
    Arbitrary<String> other =
        Combinators.combine(text, Arbitraries.of(Spelling.class))
            .as((written, spelling) -> spelling.write(written));
    return Choices.frequencyOf(Tuple.of(7, text), Tuple.of(3, other)).map(TextNode::valueOf);
  }

  /** Text of which only the width and the white space around it may differ. */
  static Arbitrary<JsonNode> code(Arbitrary<String> code) {
    Arbitrary<String> padded =
        Combinators.combine(code, Arbitraries.of(" ", "　", "\t")).as((text, space) -> space + text);
    return Choices.frequencyOf(
            Tuple.of(10, code),
            Tuple.of(1, code.map(Spelling::wideDigits)),
            Tuple.of(1, padded),
            Tuple.of(1, padded.map(text -> Spelling.wideDigits(text) + " ")))
        .map(TextNode::valueOf);
  }

  static Arbitrary<JsonNode> amount() {
    Arbitrary<String> chosen =
        Arbitraries.of(
            "9.99",
            "10",
            "10.0",
            "10.00",
            "10",
            "49.99",
            "50",
            "50.0",
            "50.00",
            "50.01",
            "0",
            "0.01",
            "999999999999.99");
    Arbitrary<String> any =
        Combinators.combine(
                Arbitraries.longs().between(0, 99_999_999L), Arbitraries.integers().between(0, 99))
            .as((whole, hundredths) -> whole + "." + hundredths);
    return code(Choices.frequencyOf(Tuple.of(9, chosen), Tuple.of(1, any)));
  }

  static Arbitrary<JsonNode> percentage() {
    return code(Arbitraries.of("9.8", "0", "-3.2", "10.25", "11"));
  }

  /** Days on, one before and one after one of the given days, and some far off. */
  static Arbitrary<JsonNode> day(List<LocalDate> about) {
    Arbitrary<Integer> offset = Arbitraries.of(-365, -2, -1, -1, 0, 0, 0, 1, 1, 2, 365);
    Arbitrary<String> near =
        Combinators.combine(Arbitraries.of(about), offset)
            .as((day, days) -> day.plusDays(days).toString());
    return code(
        Choices.frequencyOf(Tuple.of(9, near), Tuple.of(1, Arbitraries.just("2020-02-29"))));
  }

  static Arbitrary<JsonNode> creditCode() {
    Arbitrary<String> right =
        Arbitraries.strings()
            .withChars(CODE_CHARACTERS.toCharArray())
            .ofLength(17)
            .map(first17 -> first17 + CreditCode.checkCharacter(first17));
    Arbitrary<String> known = Arbitraries.of("91350100M000100Y43", "911100000000000000");
    Arbitrary<String> written =
        Choices.frequencyOf(
            Tuple.of(6, right),
            Tuple.of(1, known),
            Tuple.of(2, right.map(code -> code.toLowerCase(Locale.ROOT))),
            Tuple.of(1, right.map(Spelling::wide)),
            Tuple.of(2, right.map(ValueArbitraries::withOtherCheckCharacter)),
            Tuple.of(1, right.map(code -> code.substring(0, 8) + "I" + code.substring(9))),
            Tuple.of(1, right.map(code -> code.substring(1))),
            Tuple.of(1, right.map(code -> code + "0")),
            Tuple.of(1, right.map(code -> code.substring(0, 9) + " " + code.substring(9))));
    return code(written);
  }

  private static String withOtherCheckCharacter(String code) {
    char check = code.charAt(17);
    return code.substring(0, 17) + (check == 'A' ? 'B' : 'A');
  }

  static Arbitrary<JsonNode> sha256() {
    return Arbitraries.strings()
        .withChars("0123456789abcdef".toCharArray())
        .ofLength(64)
        .map(TextNode::valueOf);
  }
}
