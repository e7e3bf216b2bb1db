package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Stated values of a bid, near the boundaries of the rules and in many ways of writing them. */
public final class ValueArbitraries {
  private ValueArbitraries() {}

  /** One of the texts; one given several times comes that much more often. */
  public static Arbitrary<JsonNode> oneOf(String... texts) {
    return Arbitraries.of(texts).map(TextNode::valueOf);
  }

  public static Arbitrary<JsonNode> truth() {
    return Arbitraries.of(true, true, true, true, false).map(BooleanNode::valueOf);
  }

  public static Arbitrary<JsonNode> year() {
    return Arbitraries.of(2021, 2021, 2021, 2021, 2020, 2022, 2026).map(IntNode::valueOf);
  }

  /** The same text, now and then in another spelling: equal to it once folded. */
  public static Arbitrary<JsonNode> text(Arbitrary<String> text) {
    Arbitrary<String> other =
        Combinators.combine(text, Arbitraries.of(Spelling.class))
            .as((written, spelling) -> spelling.write(written));
    return Choices.frequencyOf(Tuple.of(7, text), Tuple.of(3, other)).map(TextNode::valueOf);
  }

  /** Text of which only the width and the white space around it may differ. */
  public static Arbitrary<JsonNode> code(Arbitrary<String> code) {
    Arbitrary<String> padded =
        Combinators.combine(code, Arbitraries.of(" ", "　", "\t")).as((text, space) -> space + text);
    return Choices.frequencyOf(
            Tuple.of(10, code),
            Tuple.of(1, code.map(Spelling::wideDigits)),
            Tuple.of(1, padded),
            Tuple.of(1, padded.map(text -> Spelling.wideDigits(text) + " ")))
        .map(TextNode::valueOf);
  }

  public static Arbitrary<JsonNode> amount() {
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
            "53850.78",
            "53850.79",
            "53850.80",
            "53851",
            "999999999999.99");
    Arbitrary<String> any =
        Combinators.combine(
                Arbitraries.longs().between(0, 99_999_999L), Arbitraries.integers().between(0, 99))
            .as((whole, hundredths) -> whole + "." + hundredths);
    return code(Choices.frequencyOf(Tuple.of(9, chosen), Tuple.of(1, any)));
  }

  public static Arbitrary<JsonNode> percentage() {
    return code(Arbitraries.of("9.8", "0", "-3.2", "10.25", "11"));
  }

  /** Days on, one before and one after one of the given days, and some far off. */
  public static Arbitrary<JsonNode> day(List<LocalDate> about) {
    Arbitrary<Integer> offset = Arbitraries.of(-365, -2, -1, -1, 0, 0, 0, 1, 1, 2, 365);
    Arbitrary<String> near =
        Combinators.combine(Arbitraries.of(about), offset)
            .as((day, days) -> day.plusDays(days).toString());
    return code(
        Choices.frequencyOf(Tuple.of(9, near), Tuple.of(1, Arbitraries.just("2020-02-29"))));
  }

  public static Arbitrary<JsonNode> sha256() {
    return Arbitraries.strings()
        .withChars("0123456789abcdef".toCharArray())
        .ofLength(64)
        .map(TextNode::valueOf);
  }
}
