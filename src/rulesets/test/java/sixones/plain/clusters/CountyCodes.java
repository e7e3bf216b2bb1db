package sixones.plain.clusters;

import static sixones.plain.ValueArbitraries.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import sixones.plain.Choices;
import sixones.plain.Divisions;
import sixones.plain.Texts;

/** Codes of counties and of places seen from them, each kind the roll tells apart. */
final class CountyCodes {
  private static final String SELF = "000001";
  private static final String PREFECTURE = "000002";
  private static final String PROVINCE = "000003";

  private static final Arbitrary<String> ANY = Arbitraries.of(List.copyOf(Divisions.TABLE.codes()));
  private static final Arbitrary<String> WEST =
      Arbitraries.of("510107", "610113", "422801", "433101", "422800", "433100", "520103");
  private static final Arbitrary<String> YUNNAN = Arbitraries.of("530102", "532601", "530112");
  private static final Arbitrary<String> SHANGHAI = Arbitraries.of("310104", "310115", "310151");
  private static final Arbitrary<String> GUANGDONG = Arbitraries.of("440103", "440304", "440604");
  private static final Arbitrary<String> CITIES =
      Arbitraries.of("441900", "442000", "460400", "620200", "620201");
  private static final Arbitrary<String> CHANGED =
      Arbitraries.of(
          "530122", "530121", "533421", "310230", "440102", "440183", "510922", "510981", "510118",
          "510132", "320602", "371200", "110221", "610122", "530522", "422801");
  private static final Arbitrary<String> OFF_THE_ROLL =
      Arbitraries.of(
          "130100", "530000", "530100", "310100", "999999", "539999", "310199", "449999");

  private CountyCodes() {}

  static Arbitrary<JsonNode> county() {
    return code(
        Choices.frequencyOf(
            Tuple.of(4, Arbitraries.of("130123", "130102", "330106")),
            Tuple.of(4, WEST),
            Tuple.of(6, YUNNAN),
            Tuple.of(5, SHANGHAI),
            Tuple.of(5, GUANGDONG),
            Tuple.of(3, CITIES),
            Tuple.of(3, CHANGED),
            Tuple.of(2, OFF_THE_ROLL),
            Tuple.of(3, ANY)));
  }

  /** A place, to be made one about the bidding county by {@link #aligned}. */
  static Arbitrary<JsonNode> place() {
    return code(
        Choices.frequencyOf(
            Tuple.of(6, Arbitraries.just(SELF)),
            Tuple.of(2, Arbitraries.just(PREFECTURE)),
            Tuple.of(3, Arbitraries.just(PROVINCE)),
            Tuple.of(2, YUNNAN),
            Tuple.of(1, CITIES),
            Tuple.of(2, CHANGED),
            Tuple.of(1, OFF_THE_ROLL),
            Tuple.of(2, ANY)));
  }

  /** The place that a generated code stands for, seen from the bidding county. */
  static JsonNode aligned(JsonNode place, String county) {
    if (!place.isTextual()) {
      return place;
    }
    Map<String, String> about =
        Map.of(
            SELF, county,
            PREFECTURE, county.substring(0, 4) + "00",
            PROVINCE, county.substring(0, 2) + "0000");
    String code = about.get(Texts.narrow(place.textValue()));
    return code == null ? place : TextNode.valueOf(code);
  }

  static void align(ObjectNode bid, String county) {
    if (bid.at("/cluster/counties") instanceof ArrayNode counties) {
      for (int i = 0; i < counties.size(); i++) {
        counties.set(i, aligned(counties.get(i), county));
      }
    }
    if (bid.path("recommendation") instanceof ObjectNode recommendation
        && recommendation.has("byCode")) {
      recommendation.set("byCode", aligned(recommendation.get("byCode"), county));
    }
  }
}
