package sixones.plain.industries;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankName;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.NodeArbitraries.blankValue;
import static sixones.plain.ValueArbitraries.amount;
import static sixones.plain.ValueArbitraries.code;
import static sixones.plain.ValueArbitraries.oneOf;
import static sixones.plain.ValueArbitraries.sha256;
import static sixones.plain.ValueArbitraries.text;
import static sixones.plain.ValueArbitraries.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import sixones.plain.Care;
import sixones.plain.Choices;
import sixones.plain.CityNames;
import sixones.plain.Codes;
import sixones.plain.CreditCodeArbitraries;
import sixones.plain.Industry;
import sixones.plain.NameArbitraries;
import sixones.plain.NodeArbitraries;
import sixones.plain.Unclear;
import sixones.plain.ValueArbitraries;

/** Bids of the special-industry track, crowded around the boundaries of its rules, with days. */
final class IndustryBids {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2022, 6, 13),
          LocalDate.of(2022, 6, 17),
          LocalDate.of(2023, 9, 26),
          LocalDate.of(2023, 9, 27),
          LocalDate.of(2026, 11, 29));
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
  private static final Arbitrary<String> PILOTS =
      Arbitraries.of("510400", "511100", "510900", "512000");
  private static final Arbitrary<String> PUBLISHED =
      Arbitraries.of(
          "钒钛",
          "晶硅光伏",
          "锂电",
          "医疗器械",
          "晶硅光伏产业",
          "光伏组件",
          "锂电池",
          "lithium battery",
          "vanadium & titanium industry");

  private final NodeArbitraries nodes;
  private final NameArbitraries names;
  private final Arbitrary<JsonNode> day = ValueArbitraries.day(DAYS);

  private IndustryBids(Care care) {
    this.nodes = new NodeArbitraries(care);
    this.names = new NameArbitraries(nodes);
  }

  /** A bid with a day to evaluate it on. */
  static Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    Arbitrary<ObjectNode> bids =
        Choices.frequencyOf(
                Tuple.of(4, new IndustryBids(Care.CAREFUL).bid()),
                Tuple.of(3, new IndustryBids(Care.ORDINARY).bid()),
                Tuple.of(3, new IndustryBids(Care.CARELESS).bid()))
            .map(bid -> (ObjectNode) bid.deepCopy())
            .withoutEdgeCases();
    return Combinators.combine(bids, Arbitraries.of(DAYS)).as(Tuple::of);
  }

  private Arbitrary<JsonNode> bid() {
    return nodes
        .object()
        .with("schema", oneOf("sixones/bid/1"))
        .with("ruleSet", oneOf("sichuan-2022-industries"))
        .with("city", city())
        .withValue("baseline", nodes.object().withValue("year", year()).build())
        .with("industries", list(industry()))
        .with("chainLeaders", list(enterprise().build()))
        .with("singleChampions", list(champion()))
        .withValue("wholeChain", nodes.object().withText("statement", essay()).build())
        .withValue("researchAndDevelopment", nodes.object().withText("statement", essay()).build())
        .with("innovationPlatforms", list(platform()))
        .with("cooperation", list(cooperation()))
        .with("coreTechnologies", list(technology()))
        .with("evidence", documents(), blankList(EMPTY))
        .withValue(
            "declarations",
            nodes
                .object()
                .withValue("truthful", nodes.usually(BooleanNode.TRUE, truth()))
                .with("signedOn", day, blank())
                .build())
        .build();
  }

  private Arbitrary<JsonNode> city() {
    Arbitrary<JsonNode> codes =
        Choices.frequencyOf(Tuple.of(2, Codes.READABLE.city()), Tuple.of(1, code(PILOTS)));
    return CityNames.named(
        nodes.object().with("code", codes).withName("name", names.any()).build());
  }

  private Arbitrary<JsonNode> list(Arbitrary<JsonNode> entry) {
    Arbitrary<JsonNode> blankEntry = Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY));
    return nodes.orBlank(nodes.list(entry, blankEntry, 1, 3), blankList(EMPTY));
  }

  private Arbitrary<JsonNode> industry() {
    return nodes
        .object()
        .withName(
            "name",
            Choices.frequencyOf(
                Tuple.of(
                    6,
                    names.of(
                        Arbitraries.just(Industry.ELECTRONICS.en),
                        Arbitraries.just(Industry.ELECTRONICS.zh))),
                Tuple.of(
                    2,
                    names.of(
                        Industry.changed(Arbitraries.just(Industry.ELECTRONICS.en)),
                        Industry.changed(Arbitraries.just(Industry.FOOD.zh)))),
                Tuple.of(3, names.of(PUBLISHED, PUBLISHED)),
                Tuple.of(1, names.of(Industry.changed(PUBLISHED), Industry.changed(PUBLISHED))),
                Tuple.of(1, names.any())))
        .withText("potential", essay())
        .with("figures", figures(false), blankList(EMPTY))
        .with("otherFigures", figures(true), blankList(EMPTY))
        .with("targets", figures(true), blankList(EMPTY))
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  private NodeArbitraries.ObjectArbitrary enterprise() {
    return nodes
        .object()
        .withName("name", names.any())
        .withText("creditCode", CreditCodeArbitraries.any())
        .with("cityCode", nodes.usually("510100", Codes.READABLE.cityCode()), blank())
        .withText("industry", reference())
        .with("evidence", references(), blankList(TextNode.valueOf("　")));
  }

  private Arbitrary<JsonNode> champion() {
    return enterprise()
        .withValue("level", nodes.usually("national", level()))
        .with("listYear", year(), blank())
        .withValue("category", oneOf("enterprise", "product"))
        .withText(
            "product",
            text(
                Choices.frequencyOf(
                    Tuple.of(4, Arbitraries.of("膜片", "membrane")), Tuple.of(1, Unclear.names()))))
        .with("yearsInField", whole(0, 2, 3, 4, 9, 10, 11, 40), blank())
        .with("worldRank", whole(1, 2, 3, 4, 100), blank())
        .with(
            "shareOfMainRevenue",
            code(Arbitraries.of("70", "70.0", "69.99", "70.01", "0", "100")),
            blank())
        .build();
  }

  private Arbitrary<JsonNode> platform() {
    return nodes
        .object()
        .withName("name", names.any())
        .withValue("level", level())
        .withValue("state", oneOf("planned", "approved", "in_place"))
        .with("cityCode", nodes.usually("510100", Codes.READABLE.cityCode()), blank())
        .withText("industry", reference())
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  private Arbitrary<JsonNode> cooperation() {
    Arbitrary<JsonNode> partner =
        Choices.frequencyOf(
            Tuple.of(3, Codes.READABLE.partner()), Tuple.of(1, Codes.READABLE.cityCode()));
    return nodes
        .object()
        .withValue("form", oneOf("enclave_park", "enclave_park", "hub", "alliance", "other"))
        .withValue("role", oneOf("home", "host", "member"))
        .with(
            "partners",
            nodes.list(partner, blank(), 1, 3),
            blankList(JsonNodeFactory.instance.nullNode()))
        .withText("subject", essay())
        .withValue("state", oneOf("intended", "agreed", "in_place"))
        .with("signedOn", day, blank())
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  private Arbitrary<JsonNode> technology() {
    Arbitrary<JsonNode> reached =
        oneOf("catching_up", "near_international_advanced", "international_advanced");
    return nodes
        .object()
        .withName("name", names.any())
        .withText("priority", essay())
        .withText("productImportance", essay())
        .withText("externalRisk", essay())
        .withValue("levelNow", reached)
        .withValue("levelAimed", reached)
        .withValue("stage", oneOf("basic_research", "development", "engineering", "industrialised"))
        .withValue("assessedBy", oneOf("maker", "other_body"))
        .with("assessedOn", day, blank())
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  private Arbitrary<JsonNode> documents() {
    Arbitrary<JsonNode> document =
        nodes
            .object()
            .withText("id", text(Arbitraries.of("e1", "e1", "e2", "e3")))
            .with("title", names.any(), Arbitraries.oneOf(names.unclear(), blankName()))
            .with("address", oneOf("https://example.org/e", "archive 7"), blankText())
            .withValue("sha256", sha256())
            .build();
    return nodes.list(document, Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY)), 3, 5);
  }

  private Arbitrary<JsonNode> figures(boolean meant) {
    NodeArbitraries.ObjectArbitrary figure =
        nodes
            .object()
            .withValue(
                "measure", nodes.usually("output", oneOf("output", "revenue", "value_added")))
            .with("year", year(), blank())
            .with("amount", amount(), blank());
    if (meant) {
      figure.withValue("bound", oneOf("exact", "over", "under", "about"));
    }
    return nodes.list(
        figure.build(), Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY)), 1, 4);
  }

  private Arbitrary<JsonNode> references() {
    return nodes.list(
        nodes.usually("e1", text(Arbitraries.of("e1", "e1", "e2", "e3", "e9"))), blankText(), 1, 3);
  }

  private Arbitrary<JsonNode> reference() {
    return nodes.usually(Industry.ELECTRONICS.zh, Industry.reference());
  }

  private Arbitrary<JsonNode> year() {
    return nodes.usually(IntNode.valueOf(2021), whole(2020, 2021, 2021, 2025, 2026, 2027, 2028));
  }

  private static Arbitrary<JsonNode> level() {
    return oneOf("national", "provincial", "municipal");
  }

  private static Arbitrary<JsonNode> whole(Integer... numbers) {
    return Arbitraries.of(numbers).map(IntNode::valueOf);
  }

  private static Arbitrary<JsonNode> essay() {
    return text(
        Choices.frequencyOf(
            Tuple.of(3, Arbitraries.of("it grows", "增长很快", "7")), Tuple.of(1, Unclear.names())));
  }

  private static Arbitrary<JsonNode> blank() {
    return Codes.READABLE.blank();
  }
}
