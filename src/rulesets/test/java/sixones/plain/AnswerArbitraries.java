package sixones.plain;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.NodeArbitraries.blankValue;
import static sixones.plain.ValueArbitraries.amount;
import static sixones.plain.ValueArbitraries.code;
import static sixones.plain.ValueArbitraries.oneOf;
import static sixones.plain.ValueArbitraries.text;
import static sixones.plain.ValueArbitraries.truth;
import static sixones.plain.ValueArbitraries.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** The answers of a bid to each of the six requirements. */
final class AnswerArbitraries {
  private static final JsonNode EMPTY_OBJECT = JsonNodeFactory.instance.objectNode();
  private static final JsonNode NOTHING_NAMED =
      JsonNodeFactory.instance.objectNode().set("name", JsonNodeFactory.instance.objectNode());

  /** Names that policies of different days list, some with an ending, and one that none lists. */
  private static final Arbitrary<String> IN_POLICIES =
      Arbitraries.of(
          "电子信息",
          "数字经济产业",
          "医药健康",
          "未来材料",
          "未来能源产业",
          "人工智能",
          "氢能",
          "绿色氢能",
          "新能源与智能网联汽车",
          "6G",
          "量子科技",
          "未来氢能");

  private final NodeArbitraries nodes;
  private final NameArbitraries names;
  private final Codes codes;
  private final Arbitrary<JsonNode> day;

  AnswerArbitraries(NodeArbitraries nodes, Codes codes, Arbitrary<JsonNode> day) {
    this.nodes = nodes;
    this.names = new NameArbitraries(nodes);
    this.codes = codes;
    this.day = day;
  }

  /** The answers of one requirement: mostly one, up to three and a repeated one. */
  Arbitrary<JsonNode> list(Arbitrary<JsonNode> answer) {
    Arbitrary<JsonNode> blank =
        Arbitraries.of(JsonNodeFactory.instance.nullNode(), EMPTY_OBJECT, NOTHING_NAMED.deepCopy());
    return nodes.orBlank(nodes.list(answer, blank, 1, 3), blankList(NOTHING_NAMED));
  }

  Arbitrary<JsonNode> park() {
    return nodes
        .object()
        .withName("name", names.any())
        .withValue(
            "level",
            nodes.usually(
                "provincial", oneOf("national", "provincial", "provincial", "municipal", "county")))
        .withValue(
            "state",
            nodes.usually(
                "in_place", oneOf("in_place", "in_place", "in_place", "planned", "approved")))
        .with("cityCode", nodes.usually("510100", codes.cityCode()), codes.blank())
        .withText("industry", nodes.usually(Industry.ELECTRONICS.zh, Industry.reference()))
        .withValue("manufacturing", nodes.usually(BooleanNode.TRUE, truth()))
        .withValue("perMuEvaluated", nodes.usually(BooleanNode.TRUE, truth()))
        .with(
            "perMuClass", oneOf("class_a", "class_d"), Arbitraries.just(MissingNode.getInstance()))
        .with("perMu", perMu(), blankList(EMPTY_OBJECT))
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  private Arbitrary<JsonNode> perMu() {
    Arbitrary<JsonNode> means =
        nodes
            .object()
            .withValue("year", Arbitraries.of(2020, 2020, 2021).map(IntNode::valueOf))
            .with(
                "revenueTenThousandYuanPerMu",
                code(Arbitraries.of("427.39", "427.4", "427.40", "427.41", "0", "9999")),
                codes.blank())
            .with(
                "taxTenThousandYuanPerMu",
                code(Arbitraries.of("14.29", "14.3", "14.31", "0")),
                codes.blank())
            .build();
    return nodes.list(means, Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT)), 1, 2);
  }

  Arbitrary<JsonNode> perMuEvaluations() {
    Arbitrary<JsonNode> evaluation =
        nodes
            .object()
            .withValue("year", year())
            .withValue("firms", nodes.usually(IntNode.valueOf(200), whole(0, 1, 10, 7546)))
            .withValue("classA", whole(0, 3, 50, 59, 60, 61, 201, 2131))
            .withValue("classC", whole(0, 1, 19, 20, 21, 200, 201))
            .with(
                "statedShareA",
                code(
                    Arbitraries.of("24.94", "24.95", "25", "25.05", "25.06", "28.2", "29.1", "30")),
                codes.blank())
            .build();
    return nodes.list(
        evaluation, Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT)), 1, 2);
  }

  Arbitrary<JsonNode> fourChains() {
    return nodes
        .object()
        .withText("innovation", essay())
        .withText("industry", essay())
        .withText("capital", essay())
        .withText("talent", essay())
        .build();
  }

  private static Arbitrary<JsonNode> whole(Integer... numbers) {
    return Arbitraries.of(numbers).map(IntNode::valueOf);
  }

  Arbitrary<JsonNode> pillarIndustry() {
    return Choices.frequencyOf(
        Tuple.of(8, pillarIndustry(Industry.ELECTRONICS)),
        Tuple.of(2, pillarIndustry(Industry.EQUIPMENT)),
        Tuple.of(2, pillarIndustry(Industry.FOOD)),
        Tuple.of(1, pillarIndustry(Industry.MARKED)));
  }

  private Arbitrary<JsonNode> pillarIndustry(Industry industry) {
    return nodes
        .object()
        .withName(
            "name",
            Choices.frequencyOf(
                Tuple.of(9, names.of(Arbitraries.just(industry.en), Arbitraries.just(industry.zh))),
                Tuple.of(
                    1,
                    names.of(
                        Industry.changed(Arbitraries.just(industry.en)),
                        Industry.changed(Arbitraries.just(industry.zh)))),
                Tuple.of(1, names.of(Arbitraries.just(industry.en), IN_POLICIES)),
                Tuple.of(1, names.any())))
        .withText("category", nodes.usually(industry.category, industry.anyCategory()))
        .withText("growthPotential", essay())
        .withText("marketProspects", essay())
        .withText("drivingForce", essay())
        .with("figures", figures("output"), blankList(EMPTY_OBJECT))
        .with("targets", figures("output"), blankList(EMPTY_OBJECT))
        .with("evidence", references(), blankList(TextNode.valueOf("")))
        .build();
  }

  Arbitrary<JsonNode> chainLeader() {
    return nodes
        .object()
        .withName("name", names.any())
        .withText("creditCode", CreditCodeArbitraries.any())
        .with("cityCode", nodes.usually("510100", codes.cityCode()), codes.blank())
        .withText("industry", nodes.usually(Industry.ELECTRONICS.zh, Industry.reference()))
        .with("figures", figures("revenue"), blankList(EMPTY_OBJECT))
        .with("evidence", references(), blankList(TextNode.valueOf("　")))
        .build();
  }

  Arbitrary<JsonNode> chainHead() {
    return nodes
        .object()
        .withName("name", names.any())
        .withName("post", names.any())
        .withValue(
            "body",
            nodes.usually(
                "government",
                oneOf(
                    "government",
                    "government",
                    "party_committee",
                    "people_congress",
                    "cppcc",
                    "department",
                    "other")))
        .withValue(
            "rank",
            nodes.usually(
                "city_leader", oneOf("city_leader", "city_leader", "department_head", "other")))
        .withText("chain", nodes.usually(Industry.ELECTRONICS.zh, Industry.reference()))
        .with("appointedOn", day, codes.blank())
        .withText("follows", essay())
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  Arbitrary<JsonNode> innovationPlatform() {
    return nodes
        .object()
        .withName("name", names.any())
        .withValue("level", nodes.usually("national", oneOf("national", "provincial", "municipal")))
        .withValue(
            "state",
            nodes.usually("in_place", oneOf("in_place", "in_place", "planned", "approved")))
        .withText("industry", nodes.usually(Industry.ELECTRONICS.zh, Industry.reference()))
        .with("partners", names.list(), blankList(EMPTY_OBJECT))
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  Arbitrary<JsonNode> conference() {
    return nodes
        .object()
        .withName("name", names.any())
        .withValue("edition", Arbitraries.of(1, 2021, 2022, 2023).map(IntNode::valueOf))
        .withValue(
            "scope",
            nodes.usually(
                "world", oneOf("world", "world", "international", "national", "regional")))
        .withText("industry", nodes.usually(Industry.ELECTRONICS.zh, Industry.reference()))
        .with("cityCode", nodes.usually("510100", codes.cityCode()), codes.blank())
        .withValue("state", oneOf("planned", "approved", "held", "held"))
        .with("startsOn", day, codes.blank())
        .with("endsOn", day, codes.blank())
        .with("hosts", names.list(), blankList(EMPTY_OBJECT))
        .with("evidence", references(), blankList(TextNode.valueOf("—")))
        .build();
  }

  static Arbitrary<JsonNode> essay() {
    return text(
        Choices.frequencyOf(
            Tuple.of(3, Arbitraries.of("it grows", "增长很快", "7")), Tuple.of(1, Unclear.names())));
  }

  private Arbitrary<JsonNode> figures(String measure) {
    Arbitrary<JsonNode> figure =
        nodes
            .object()
            .withValue(
                "measure",
                nodes.usually(
                    measure, oneOf("output", "output", "revenue", "revenue", "value_added")))
            .withValue("year", nodes.usually(IntNode.valueOf(2021), year()))
            .with("amount", amount(), codes.blank())
            .build();
    return nodes.list(
        figure, Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT)), 1, 4);
  }

  Arbitrary<JsonNode> references() {
    return nodes.list(
        nodes.usually("e1", text(Arbitraries.of("e1", "e1", "e2", "e3", "e9"))), blankText(), 1, 3);
  }
}
