package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Objects and lists of a bid, their members blank in every way as often as the care allows. */
public final class NodeArbitraries {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode MISSING = MissingNode.getInstance();
  private static final JsonNode NULL = NullNode.getInstance();
  private static final List<String> BLANK_TEXTS =
      List.of("", "　", "—", " \t", "…！", "\u3164", "\u200B\uFE0F", "★", "\u2E80");

  private final Care care;

  public NodeArbitraries(Care care) {
    this.care = care;
  }

  public ObjectArbitrary object() {
    return new ObjectArbitrary();
  }

  public static Arbitrary<JsonNode> blankValue() {
    return Arbitraries.of(MISSING, NULL);
  }

  public static Arbitrary<JsonNode> blankText() {
    List<JsonNode> blanks = new ArrayList<>(List.of(MISSING, NULL));
    BLANK_TEXTS.forEach(text -> blanks.add(TextNode.valueOf(text)));
    return Arbitraries.of(blanks);
  }

  /** A blank bilingual name: no object, or one without a stated text. */
  public static Arbitrary<JsonNode> blankName() {
    return Arbitraries.of(
        MISSING,
        NULL,
        NODES.objectNode(),
        NODES.objectNode().put("en", "").put("zh", "　"),
        NODES.objectNode().putNull("en"));
  }

  /** A blank list, such as one whose only entry is blank. */
  public static Arbitrary<JsonNode> blankList(JsonNode blankEntry) {
    return Arbitraries.of(
        MISSING,
        NULL,
        NODES.arrayNode(),
        NODES.arrayNode().add(NULL),
        NODES.arrayNode().add(blankEntry));
  }

  public Arbitrary<JsonNode> orBlank(Arbitrary<JsonNode> stated, Arbitrary<JsonNode> blank) {
    return Choices.frequencyOf(Tuple.of(100 - care.blanks, stated), Tuple.of(care.blanks, blank));
  }

  /** The expected value as often as the care allows, else any. */
  public Arbitrary<JsonNode> usually(JsonNode expected, Arbitrary<JsonNode> any) {
    return Choices.frequencyOf(
        Tuple.of(care.expected, Arbitraries.just(expected)), Tuple.of(100 - care.expected, any));
  }

  public Arbitrary<JsonNode> usually(String expected, Arbitrary<JsonNode> any) {
    return usually(TextNode.valueOf(expected), any);
  }

  /** A list of up to {@code most} entries, some of them blank, now and then the first one twice. */
  public Arbitrary<JsonNode> list(
      Arbitrary<JsonNode> entry, Arbitrary<JsonNode> blankEntry, int usual, int most) {
    Arbitrary<JsonNode> entries = orBlank(entry, blankEntry.map(NodeArbitraries::nullIfMissing));
    Arbitrary<Integer> size =
        Choices.frequencyOf(
            Tuple.of(100 - 2 * care.blanks, Arbitraries.just(usual)),
            Tuple.of(2 * care.blanks, Arbitraries.integers().between(0, most)));
    Arbitrary<Boolean> twice = Arbitraries.frequency(Tuple.of(24, false), Tuple.of(1, true));
    Arbitrary<List<JsonNode>> many = entries.list().ofSize(most);
    return Combinators.combine(size, many, twice).as(NodeArbitraries::firstOf);
  }

  private static JsonNode firstOf(int size, List<JsonNode> entries, boolean twice) {
    ArrayNode list = NODES.arrayNode().addAll(entries.subList(0, size));
    return twice && size > 0 ? list.add(entries.get(0)) : list;
  }

  private static JsonNode nullIfMissing(JsonNode value) {
    return value.isMissingNode() ? NULL : value;
  }

  /** Collects the members of an object; a member that is missing is left out. */
  public final class ObjectArbitrary {
    private final List<String> names = new ArrayList<>();
    private final List<Arbitrary<JsonNode>> members = new ArrayList<>();

    public ObjectArbitrary with(String name, Arbitrary<JsonNode> member) {
      names.add(name);
      members.add(member);
      return this;
    }

    public ObjectArbitrary with(
        String name, Arbitrary<JsonNode> stated, Arbitrary<JsonNode> blank) {
      return with(name, orBlank(stated, blank));
    }

    /** A member of a closed type, blank only when it is missing or null. */
    public ObjectArbitrary withValue(String name, Arbitrary<JsonNode> stated) {
      return with(name, stated, blankValue());
    }

    public ObjectArbitrary withText(String name, Arbitrary<JsonNode> stated) {
      return with(name, stated, blankText());
    }

    public ObjectArbitrary withName(String name, Arbitrary<JsonNode> stated) {
      return with(name, stated, blankName());
    }

    public Arbitrary<JsonNode> build() {
      return Combinators.combine(members).as(this::assemble);
    }

    private JsonNode assemble(List<JsonNode> values) {
      ObjectNode object = NODES.objectNode();
      for (int i = 0; i < values.size(); i++) {
        if (!values.get(i).isMissingNode()) {
          object.set(names.get(i), values.get(i));
        }
      }
      return object;
    }
  }
}
