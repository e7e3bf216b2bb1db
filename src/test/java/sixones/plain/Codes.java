package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** City codes of a bid, written strictly or as loosely as a reader could still follow. */
enum Codes {
  /** City codes are six ASCII digits; a code, day or amount is blank when missing or null. */
  STRICT,
  /** City codes may be wide and spaced; a code, day or amount may also be a blank text. */
  LOOSE;

  private static final Arbitrary<String> PLACES =
      Choices.frequencyOf(
          Tuple.of(8, Arbitraries.just("510100")),
          Tuple.of(2, Arbitraries.of("510104", "510107")),
          Tuple.of(1, Arbitraries.of("510000", "500000", "440000")),
          Tuple.of(2, Arbitraries.of("510700", "510722", "500112", "500100")),
          Tuple.of(1, Arbitraries.of("510300", "513400", "440300", "110108")));
  private static final Arbitrary<String> CITIES =
      Choices.frequencyOf(
          Tuple.of(12, Arbitraries.just("510100")),
          Tuple.of(2, Arbitraries.of("510300", "510700", "511900", "513400")),
          Tuple.of(1, Arbitraries.of("510000", "510104", "500000", "440300", "999999")));
  private static final Arbitrary<String> PARTNERS =
      Arbitraries.of("500000", "500112", "510700", "510700", "510000", "440300");

  Arbitrary<JsonNode> city() {
    return written(CITIES);
  }

  Arbitrary<JsonNode> cityCode() {
    return written(PLACES);
  }

  Arbitrary<JsonNode> partner() {
    return written(PARTNERS);
  }

  Arbitrary<JsonNode> blank() {
    return this == LOOSE ? NodeArbitraries.blankText() : NodeArbitraries.blankValue();
  }

  private Arbitrary<JsonNode> written(Arbitrary<String> code) {
    return this == LOOSE ? ValueArbitraries.code(code) : code.map(TextNode::valueOf);
  }
}
