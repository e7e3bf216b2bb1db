package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** City codes of a bid, written strictly or as loosely as a reader could still follow. */
public enum Codes {
  /** City codes are six ASCII digits; a code, day or amount is blank when missing or null. */
  STRICT,
  /** City codes may be wide and spaced; a code, day or amount may also be white space. */
  READABLE,
  /** As readable, but a code, day or amount may be any blank text, which no bid may hold. */
  LOOSE;

  private static final Arbitrary<String> IN_GAP =
      Arbitraries.of(
          "510132", "510118", "510922", "510981", "513425", "513402", "320602", "320613", "371200");
  private static final Arbitrary<String> OF_MEMBERS_ONCE =
      Arbitraries.of("512900", "512901", "512501", "512502", "513100", "511081", "519009");
  private static final Arbitrary<String> WITHDRAWN =
      Arbitraries.of("110221", "513001", "512328", "512327", "510902", "110103", "510202");
  private static final Arbitrary<String> UNTRACED =
      Arbitraries.of("510124", "510200", "512100", "510621", "513000", "517000", "110110");
  private static final Arbitrary<String> UNKNOWN =
      Arbitraries.of("999999", "510199", "990000", "519900", "190000");
  private static final Arbitrary<String> PROVINCES =
      Arbitraries.of("510000", "500000", "440000", "320000");
  private static final Arbitrary<String> MEMBERS =
      Arbitraries.of(
          "510300", "510700", "510900", "511300", "511500", "511800", "511900", "513200", "513400");
  private static final Arbitrary<String> COUNTIES =
      Arbitraries.of("510104", "510181", "510722", "500112", "110108", "511302", "513201");

  private static final Arbitrary<String> ODD =
      Choices.frequencyOf(
          Tuple.of(4, IN_GAP),
          Tuple.of(3, OF_MEMBERS_ONCE),
          Tuple.of(2, WITHDRAWN),
          Tuple.of(2, UNTRACED),
          Tuple.of(1, UNKNOWN));
  private static final Arbitrary<String> PLACES =
      Choices.frequencyOf(
          Tuple.of(6, Arbitraries.of("510100", "510100", "510104", "510107")),
          Tuple.of(2, PROVINCES),
          Tuple.of(2, MEMBERS),
          Tuple.of(2, COUNTIES),
          Tuple.of(1, Arbitraries.of("500100", "440300")),
          Tuple.of(6, ODD));
  private static final Arbitrary<String> CITIES =
      Choices.frequencyOf(
          Tuple.of(14, Arbitraries.just("510100")),
          Tuple.of(4, MEMBERS),
          Tuple.of(1, COUNTIES),
          Tuple.of(1, PROVINCES),
          Tuple.of(1, Arbitraries.of("500100", "440300")),
          Tuple.of(5, ODD));
  private static final Arbitrary<String> PARTNERS =
      Choices.frequencyOf(
          Tuple.of(2, PROVINCES),
          Tuple.of(3, MEMBERS),
          Tuple.of(2, COUNTIES),
          Tuple.of(1, Arbitraries.of("500100", "440300")),
          Tuple.of(4, ODD));

  public Arbitrary<JsonNode> city() {
    return written(CITIES);
  }

  public Arbitrary<JsonNode> cityCode() {
    return written(PLACES);
  }

  public Arbitrary<JsonNode> partner() {
    return written(PARTNERS);
  }

  public Arbitrary<JsonNode> blank() {
    return switch (this) {
      case STRICT -> NodeArbitraries.blankValue();
      case READABLE ->
          Choices.frequencyOf(
              Tuple.of(2, NodeArbitraries.blankValue()),
              Tuple.of(1, ValueArbitraries.oneOf("", " ", "　", " \t")));
      case LOOSE -> NodeArbitraries.blankText();
    };
  }

  private Arbitrary<JsonNode> written(Arbitrary<String> code) {
    return this == STRICT ? code.map(TextNode::valueOf) : ValueArbitraries.code(code);
  }
}
