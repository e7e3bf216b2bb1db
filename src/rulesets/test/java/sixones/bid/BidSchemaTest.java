package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.jsonDefects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Share;
import sixones.plain.BidArbitraries;

/** The published JSON Schema and the reader accept the same bids. */
class BidSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema BID = SCHEMAS.getSchema(Fixtures.CONTRACT.schema());

  /** Values of every type, each right in some place and wrong in the others. */
  private static final JsonNode VALUES =
      json(
          """
          [null, true, false, 0, 1, -1, 2021, 2101, 2021.5, 99999999999, "", " ", "x", "510100",
           "010100", "５１０１００", "2022-06-13", "2022-6-13", "12.5", "-12.5", "1.234", "national",
           "county", "in_place", "held", "output", "sixones/bid/1", [], {}, [null], [{}], ["e1"],
           [1], [["x"]], {"en":"x"}, {"en":1}, {"code":"510100"}, {"x":null}]\
          """);

  @Test
  void it_is_a_json_schema_of_2020_12() {
    Schema rules =
        SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(rules.validate(Fixtures.CONTRACT.schema())).isEmpty();
    assertThat(Fixtures.CONTRACT.schema().path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(rules.validate(json("{\"type\":\"no such type\"}"))).isNotEmpty();
  }

  @Test
  void every_fixture_and_every_whole_bid_is_valid() throws Exception {
    assertThat(BID.validate(Fixtures.compliant())).isEmpty();
    for (Fixtures.Fixture fixture : Fixtures.all()) {
      assertThat(BID.validate(fixture.draft().tree())).as(fixture.toString()).isEmpty();
    }
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      assertThat(BID.validate(bid.draft().tree())).as(bid.toString()).isEmpty();
    }
  }

  @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void a_bid_is_valid_exactly_when_it_is_read(
      @ForAll("bids") ObjectNode bid, @ForAll @IntRange(max = 3) int changes, @ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      change(bid, random);
    }

    List<Defect> defects = jsonDefects(bid.toString());

    assertThat(BID.validate(bid).isEmpty()).as("%s", defects).isEqualTo(defects.isEmpty());
  }

  @Provide
  Arbitrary<ObjectNode> bids() {
    return BidArbitraries.looseBids();
  }

  @Test
  void each_value_in_each_place_is_valid_exactly_when_it_is_read() {
    int places = containers(Fixtures.compliant()).size();
    for (int place : Share.ofEvery(4, IntStream.range(0, places).boxed().toList())) {
      int members = containers(Fixtures.compliant()).get(place).size();
      for (int member = 0; member < members; member++) {
        for (JsonNode value : VALUES) {
          ObjectNode bid = Fixtures.compliant();
          put(containers(bid).get(place), member, value);

          List<Defect> defects = jsonDefects(bid.toString());

          assertThat(BID.validate(bid).isEmpty())
              .as("%s %s", value, defects)
              .isEqualTo(defects.isEmpty());
        }
      }
    }
  }

  private static void change(ObjectNode bid, Random random) {
    List<JsonNode> containers = containers(bid);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    int way = random.nextInt(5);
    if (way == 0 && container instanceof ObjectNode object) {
      object.set(random.nextBoolean() ? "colour" : "code", VALUES.get(random.nextInt(8)));
    } else if (container.isEmpty()) {
      return;
    } else if (way == 1) {
      remove(container, random.nextInt(container.size()));
    } else {
      put(container, random.nextInt(container.size()), VALUES.get(random.nextInt(VALUES.size())));
    }
  }

  private static List<JsonNode> containers(JsonNode node) {
    List<JsonNode> containers = new ArrayList<>();
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(part -> containers.addAll(containers(part)));
    }
    return containers;
  }

  private static void put(JsonNode container, int member, JsonNode value) {
    if (container instanceof ArrayNode list) {
      list.set(member, value.deepCopy());
    } else {
      ((ObjectNode) container).set(name(container, member), value.deepCopy());
    }
  }

  private static void remove(JsonNode container, int member) {
    if (container instanceof ArrayNode list) {
      list.remove(member);
    } else {
      ((ObjectNode) container).remove(name(container, member));
    }
  }

  private static String name(JsonNode object, int member) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.get(member);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
