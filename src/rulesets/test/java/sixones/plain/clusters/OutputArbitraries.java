package sixones.plain.clusters;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.NodeArbitraries.blankValue;
import static sixones.plain.ValueArbitraries.code;
import static sixones.plain.ValueArbitraries.oneOf;
import static sixones.plain.ValueArbitraries.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import sixones.plain.Choices;
import sixones.plain.Codes;
import sixones.plain.NodeArbitraries;

/**
 * Outputs and spending by year. A year is generated as its distance from the call year, and made
 * one by {@link #align}.
 */
final class OutputArbitraries {
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
  private static final List<Integer> YEARS = List.of(-3, -2, -1);

  private final NodeArbitraries nodes;

  OutputArbitraries(NodeArbitraries nodes) {
    this.nodes = nodes;
  }

  Arbitrary<JsonNode> outputs() {
    return byYear(this::output);
  }

  Arbitrary<JsonNode> spending() {
    return byYear(
        year ->
            nodes
                .object()
                .with("year", year, blank())
                .with(
                    "amount",
                    code(
                        Arbitraries.of(
                            "100", "100.00", "105", "110.24", "110.25", "110.26", "120", "0")),
                    blank())
                .build());
  }

  private interface Entry {
    Arbitrary<JsonNode> of(Arbitrary<JsonNode> year);
  }

  /** Mostly one entry for each year that is asked for, else entries of any. */
  private Arbitrary<JsonNode> byYear(Entry entry) {
    Arbitrary<JsonNode> years =
        Choices.frequencyOf(
                Tuple.of(8, Arbitraries.of(YEARS)), Tuple.of(1, Arbitraries.of(-5, -4, 0, 1)))
            .map(IntNode::valueOf);
    Arbitrary<JsonNode> any =
        nodes.list(entry.of(years), Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY)), 3, 6);
    Arbitrary<JsonNode> whole =
        Combinators.combine(
                entry.of(Arbitraries.just(IntNode.valueOf(-3))),
                entry.of(Arbitraries.just(IntNode.valueOf(-2))),
                entry.of(Arbitraries.just(IntNode.valueOf(-1))))
            .as((a, b, c) -> JsonNodeFactory.instance.arrayNode().add(a).add(b).add(c));
    return nodes.orBlank(
        Choices.frequencyOf(Tuple.of(3, whole), Tuple.of(2, any)), blankList(EMPTY));
  }

  private Arbitrary<JsonNode> output(Arbitrary<JsonNode> year) {
    return nodes
        .object()
        .with("year", year, blank())
        .withValue("measure", usually("output", "output", "revenue", "value_added"))
        .withValue(
            "scope",
            usually(
                "cluster",
                "cluster",
                "above_scale",
                "park",
                "county",
                "city",
                "whole_chain",
                "enterprise"))
        .withValue("basis", usually("actual", "actual", "forecast", "estimate"))
        .with("total", total(), blank())
        .with("bySmes", part(), blank())
        .with("byLeadingIndustry", part(), blank())
        .with("bound", bound(), blankValue())
        .with("evidence", references(), blankList(TextNode.valueOf("　")))
        .build();
  }

  private Arbitrary<JsonNode> usually(String expected, String... any) {
    return Choices.frequencyOf(
        Tuple.of(6, Arbitraries.just(TextNode.valueOf(expected))),
        Tuple.of(1, nodes.usually(expected, oneOf(any))));
  }

  private static Arbitrary<JsonNode> bound() {
    return Choices.frequencyOf(
        Tuple.of(5, oneOf("exact")), Tuple.of(1, oneOf("exact", "over", "under", "about")));
  }

  /** What a total is by which growth of 10 and of 3 % and an output of 40 and of 10 are decided. */
  private static Arbitrary<JsonNode> total() {
    return code(
        Arbitraries.of(
            "100", "100", "100.0", "100.00", "110", "103", "106.08", "106.09", "106.10", "120.99",
            "121", "121.00", "121.01", "130", "40", "40.00", "39.99", "40.01", "10", "9.99",
            "10.01", "48.40", "0", "0.01", "600"));
  }

  private static Arbitrary<JsonNode> part() {
    return code(
        Arbitraries.of(
            "70", "70.00", "69.99", "70.01", "50", "49.99", "60", "60.01", "84.70", "84.69",
            "84.71", "28", "27.99", "28.01", "72.60", "72.61", "100", "121", "100.01", "0", "91"));
  }

  Arbitrary<JsonNode> references() {
    return nodes.list(
        nodes.usually("e1", text(Arbitraries.of("e1", "e1", "e2", "e3", "e9"))), blankText(), 1, 3);
  }

  private static Arbitrary<JsonNode> blank() {
    return Codes.READABLE.blank();
  }

  /** Makes the distances years. */
  static void align(JsonNode entries, int call) {
    if (entries instanceof ArrayNode list) {
      for (JsonNode entry : list) {
        if (entry instanceof ObjectNode object && object.path("year").isInt()) {
          object.put("year", call + object.get("year").intValue());
        }
      }
    }
  }
}
