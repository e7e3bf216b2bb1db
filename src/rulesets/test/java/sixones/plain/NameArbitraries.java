package sixones.plain;

import static sixones.plain.NodeArbitraries.blankName;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.ValueArbitraries.text;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Bilingual names, in both languages or one, written in many ways. */
public final class NameArbitraries {
  private final NodeArbitraries nodes;

  public NameArbitraries(NodeArbitraries nodes) {
    this.nodes = nodes;
  }

  /** A bilingual name, now and then an unclear one in one language or both. */
  public Arbitrary<JsonNode> any() {
    return of(
        Choices.frequencyOf(
            Tuple.of(8, Arbitraries.of("First Works", "High-tech Zone", "Li Hua")),
            Tuple.of(1, Unclear.names())),
        Choices.frequencyOf(
            Tuple.of(8, Arbitraries.of("第一制造", "高新技术产业开发区", "李华")), Tuple.of(1, Unclear.names())));
  }

  /** A name that is blank or unclear in both languages. */
  public Arbitrary<JsonNode> unclear() {
    return nodes.orBlank(of(Unclear.names(), Unclear.names()), blankName());
  }

  public Arbitrary<JsonNode> of(Arbitrary<String> en, Arbitrary<String> zh) {
    Arbitrary<JsonNode> both =
        nodes.object().withText("en", text(en)).withText("zh", text(zh)).build();
    return Choices.frequencyOf(
        Tuple.of(6, both),
        Tuple.of(1, nodes.object().withText("en", text(en)).with("zh", blankText()).build()),
        Tuple.of(1, nodes.object().with("en", blankText()).withText("zh", text(zh)).build()));
  }

  public Arbitrary<JsonNode> list() {
    return nodes.list(any(), blankName(), 1, 2);
  }
}
