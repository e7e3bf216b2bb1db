package sixones.plain.clusters;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankValue;
import static sixones.plain.ValueArbitraries.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import sixones.plain.Choices;
import sixones.plain.NameArbitraries;
import sixones.plain.NodeArbitraries;

/** Leading enterprises, counted and listed. */
final class EnterpriseArbitraries {
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();

  private final NodeArbitraries nodes;
  private final NameArbitraries names;
  private final OutputArbitraries outputs;

  EnterpriseArbitraries(NodeArbitraries nodes, NameArbitraries names, OutputArbitraries outputs) {
    this.nodes = nodes;
    this.names = names;
    this.outputs = outputs;
  }

  Arbitrary<JsonNode> champions() {
    return list(enterprise().withText("product", ClusterBids.essay()));
  }

  Arbitrary<JsonNode> giants() {
    return list(enterprise());
  }

  Arbitrary<JsonNode> counts() {
    return nodes
        .object()
        .with("smes", ClusterBids.whole(0, 150), ClusterBids.blank())
        .with("nationalChampions", ClusterBids.whole(0, 0, 0, 0, 1, 2), ClusterBids.blank())
        .with("nationalLittleGiants", ClusterBids.whole(0, 0, 0, 0, 1, 2), ClusterBids.blank())
        .with("ofMixedLevels", ClusterBids.whole(0, 1, 33), ClusterBids.blank())
        .with("specialisedSmes", title(), ClusterBids.blank())
        .with("innovativeSmes", title(), ClusterBids.blank())
        .with("highTechEnterprises", title(), ClusterBids.blank())
        .build();
  }

  private static Arbitrary<JsonNode> title() {
    return ClusterBids.whole(0, 0, 0, 1, 1, 2, 2, 3, 4, 8, 9, 9, 10, 11);
  }

  private NodeArbitraries.ObjectArbitrary enterprise() {
    return nodes
        .object()
        .withName("name", names.any())
        .withValue("level", oneOf("national", "provincial", "provincial", "municipal"))
        .withValue("inLeadingIndustry", ClusterBids.eitherWay())
        .with("evidence", outputs.references(), blankList(TextNode.valueOf("—")));
  }

  private Arbitrary<JsonNode> list(NodeArbitraries.ObjectArbitrary enterprise) {
    Arbitrary<JsonNode> blankEntry = Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY));
    return Choices.frequencyOf(
        Tuple.of(3, nodes.list(enterprise.build(), blankEntry, 1, 3)),
        Tuple.of(2, blankList(EMPTY)));
  }
}
