package sixones.plain.clusters;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankName;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.NodeArbitraries.blankValue;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import sixones.plain.Care;
import sixones.plain.Choices;
import sixones.plain.CityNames;
import sixones.plain.Codes;
import sixones.plain.NameArbitraries;
import sixones.plain.NodeArbitraries;
import sixones.plain.Texts;
import sixones.plain.Unclear;
import sixones.plain.ValueArbitraries;

/** Bids of SME clusters, crowded around the boundaries of their rules, with days. */
final class ClusterBids {
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2022, 9, 13),
          LocalDate.of(2022, 11, 1),
          LocalDate.of(2023, 6, 30),
          LocalDate.of(2023, 7, 1),
          LocalDate.of(2023, 7, 9),
          LocalDate.of(2023, 7, 10),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2024, 7, 1),
          LocalDate.of(2025, 7, 15),
          LocalDate.of(2027, 2, 28),
          LocalDate.of(2027, 3, 1));
  private static final List<LocalDate> DEADLINES =
      List.of(
          LocalDate.of(2022, 10, 31),
          LocalDate.of(2023, 7, 31),
          LocalDate.of(2024, 7, 31),
          LocalDate.of(2025, 7, 15));
  private static final Map<String, String> ENGLISH =
      Map.of(
          "441900", "Dongguan", "442000", "Zhongshan", "460400", "Danzhou", "620200", "Jiayuguan");
  private static final JsonNode EMPTY = JsonNodeFactory.instance.objectNode();
  private static final int WITHOUT_CALL = 2024;

  private final NodeArbitraries nodes;
  private final NameArbitraries names;
  private final OutputArbitraries outputs;
  private final EnterpriseArbitraries enterprises;
  private final Arbitrary<JsonNode> past;

  private ClusterBids(Care care, LocalDate day) {
    this.nodes = new NodeArbitraries(care);
    this.names = new NameArbitraries(nodes);
    this.outputs = new OutputArbitraries(nodes);
    this.enterprises = new EnterpriseArbitraries(nodes, names, outputs);
    this.past = ValueArbitraries.day(List.of(day, day.minusYears(3), day.minusYears(1)));
  }

  /** A bid with a day to evaluate it on, about which its cases lie. */
  static Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    List<Arbitrary<Tuple2<ObjectNode, LocalDate>>> dated = new ArrayList<>();
    for (LocalDate day : DAYS) {
      dated.add(bids(day).map(bid -> Tuple.of(bid, day)));
    }
    return Arbitraries.oneOf(dated).withoutEdgeCases();
  }

  private static Arbitrary<ObjectNode> bids(LocalDate day) {
    Arbitrary<JsonNode> bids =
        Choices.frequencyOf(
            Tuple.of(5, new ClusterBids(Care.CAREFUL, day).bid()),
            Tuple.of(3, new ClusterBids(Care.ORDINARY, day).bid()),
            Tuple.of(2, new ClusterBids(Care.CARELESS, day).bid()));
    return Combinators.combine(bids, Arbitraries.of(true, true, false)).as(ClusterBids::align);
  }

  /** The same bid with years before its call, and places about its county. */
  private static ObjectNode align(JsonNode generated, boolean inEnglish) {
    ObjectNode bid = generated.deepCopy();
    String county = Texts.narrow(bid.at("/county/code").textValue());
    int call = bid.at("/call/year").asInt(WITHOUT_CALL);
    OutputArbitraries.align(bid.path("outputs"), call);
    OutputArbitraries.align(bid.at("/jointInnovation/rdSpendingOfSmes"), call);
    CountyCodes.align(bid, county);
    if (inEnglish
        && ENGLISH.containsKey(county)
        && bid.at("/county/name") instanceof ObjectNode name
        && Texts.isStated(name.path("en"))) {
      name.put("en", ENGLISH.get(county));
    }
    return bid;
  }

  private Arbitrary<JsonNode> bid() {
    return nodes
        .object()
        .with("schema", oneOf("sixones/bid/1"))
        .with("ruleSet", oneOf("miit-sme-clusters"))
        .withValue("call", nodes.object().with("year", call(), blank()).build())
        .with("county", county())
        .withValue("cluster", cluster())
        .withValue(
            "integrity", nodes.object().withValue("noIncidentsDeclared", eitherWay()).build())
        .with("incidents", nodes.orBlank(incidents(), blankList(EMPTY)))
        .with("outputs", outputs.outputs())
        .withValue("counts", enterprises.counts())
        .with("singleChampions", enterprises.champions())
        .with("littleGiants", enterprises.giants())
        .withValue("standing", essays("industryOfCounty", "policy", "position", "brand"))
        .withValue("chainCooperation", essays("statement"))
        .withValue("jointInnovation", jointInnovation())
        .withValue("digital", digital())
        .withValue("green", essays("statement"))
        .withValue("openCooperation", essays("statement"))
        .withValue("governance", essays("statement"))
        .withText("threeYearPlan", essay())
        .withValue("recommendation", recommendation())
        .with("evidence", documents(), blankList(EMPTY))
        .withValue("declarations", nodes.object().withValue("truthful", truth()).build())
        .build();
  }

  private static Arbitrary<JsonNode> call() {
    return Choices.frequencyOf(
        Tuple.of(8, whole(2022, 2023, 2024, 2025)), Tuple.of(1, whole(2021, 2026)));
  }

  private Arbitrary<JsonNode> county() {
    Arbitrary<JsonNode> county =
        nodes
            .object()
            .with("code", CountyCodes.county())
            .withName("name", names.any())
            .withName("department", names.any())
            .build();
    return CityNames.named(county);
  }

  private Arbitrary<JsonNode> cluster() {
    return nodes
        .object()
        .withName("name", names.any())
        .withName("leadingIndustry", names.any())
        .with(
            "counties",
            nodes.list(CountyCodes.place(), blank(), 1, 3),
            blankList(JsonNodeFactory.instance.nullNode()))
        .with(
            "areaKm2",
            code(Arbitraries.of("100", "100.00", "100.01", "99.99", "23.4", "0", "1000")),
            blank())
        .withValue(
            "provincialRecognition",
            nodes.object().with("year", whole(2021, 2023), blank()).build())
        .build();
  }

  private Arbitrary<JsonNode> incidents() {
    Arbitrary<JsonNode> one =
        nodes
            .object()
            .withValue(
                "kind",
                oneOf(
                    "safety",
                    "quality",
                    "environment",
                    "network",
                    "data",
                    "tax",
                    "breach",
                    "dishonesty",
                    "other"))
            .with(
                "grade",
                Choices.frequencyOf(
                    Tuple.of(6, oneOf("general", "larger", "major", "especially_major")),
                    Tuple.of(1, blankValue())))
            .with("on", past, blank())
            .withText("description", essay())
            .build();
    return nodes.list(one, Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY)), 2, 4);
  }

  private Arbitrary<JsonNode> jointInnovation() {
    return nodes
        .object()
        .withText("statement", essay())
        .with("rdSpendingOfSmes", outputs.spending())
        .with("standardsTakenPartIn", whole(0, 1, 2, 3), blank())
        .build();
  }

  private Arbitrary<JsonNode> digital() {
    return nodes
        .object()
        .withText("statement", essay())
        .with(
            "platformUsePercent",
            code(Arbitraries.of("10", "10.00", "9.99", "10.01", "0", "100")),
            blank())
        .build();
  }

  private Arbitrary<JsonNode> recommendation() {
    return nodes
        .object()
        .with("byCode", CountyCodes.place(), blank())
        .with("on", ValueArbitraries.day(DEADLINES), blank())
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
    Arbitrary<JsonNode> untitled =
        nodes
            .object()
            .withText("id", text(Arbitraries.of("e2", "e2", "e3")))
            .with("title", names.unclear())
            .build();
    return nodes.list(
        Choices.frequencyOf(Tuple.of(3, document), Tuple.of(1, untitled)),
        Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY)),
        3,
        5);
  }

  private Arbitrary<JsonNode> essays(String... members) {
    NodeArbitraries.ObjectArbitrary object = nodes.object();
    for (String member : members) {
      object.withText(member, essay());
    }
    return object.build();
  }

  static Arbitrary<JsonNode> essay() {
    return text(
        Choices.frequencyOf(
            Tuple.of(3, Arbitraries.of("it grows", "增长很快", "7")), Tuple.of(1, Unclear.names())));
  }

  static Arbitrary<JsonNode> eitherWay() {
    return Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE);
  }

  static Arbitrary<JsonNode> whole(Integer... numbers) {
    return Arbitraries.of(numbers).map(IntNode::valueOf);
  }

  static Arbitrary<JsonNode> blank() {
    return Codes.READABLE.blank();
  }
}
