package sixones.plain;

import static sixones.plain.NodeArbitraries.blankList;
import static sixones.plain.NodeArbitraries.blankName;
import static sixones.plain.NodeArbitraries.blankText;
import static sixones.plain.NodeArbitraries.blankValue;
import static sixones.plain.ValueArbitraries.amount;
import static sixones.plain.ValueArbitraries.oneOf;
import static sixones.plain.ValueArbitraries.percentage;
import static sixones.plain.ValueArbitraries.sha256;
import static sixones.plain.ValueArbitraries.text;
import static sixones.plain.ValueArbitraries.truth;
import static sixones.plain.ValueArbitraries.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Bids that fit the contract, from nearly complete to nearly empty, crowded around the boundaries
 * of the rules; and days to evaluate them on.
 */
public final class BidArbitraries {
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 6, 13);
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
  private static final List<LocalDate> DAYS =
      List.of(
          FIRST_DAY,
          LocalDate.of(2022, 6, 17),
          LocalDate.of(2023, 6, 30),
          LocalDate.of(2024, 2, 29));
  private static final JsonNode EMPTY_OBJECT = JsonNodeFactory.instance.objectNode();

  private final NodeArbitraries nodes;
  private final Codes codes;
  private final Arbitrary<JsonNode> day;
  private final NameArbitraries names;
  private final AnswerArbitraries answers;

  private BidArbitraries(Care care, Codes codes, List<LocalDate> about) {
    this.nodes = new NodeArbitraries(care);
    this.names = new NameArbitraries(nodes);
    this.codes = codes;
    this.day = ValueArbitraries.day(about);
    this.answers = new AnswerArbitraries(nodes, codes, day);
  }

  /** Bids whose days lie about the given day. */
  public static Arbitrary<ObjectNode> bids(LocalDate about) {
    return bids(Codes.STRICT, List.of(about));
  }

  /** Bids whose city codes may be wide, and whose codes, days and amounts may be blank texts. */
  public static Arbitrary<ObjectNode> looseBids() {
    return bids(Codes.LOOSE, DAYS);
  }

  /** Days of evaluation from 2022-06-13 on, a few of them often. */
  public static Arbitrary<LocalDate> days() {
    int span = Math.toIntExact(LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay());
    return Choices.frequencyOf(
        Tuple.of(6, Arbitraries.of(DAYS)),
        Tuple.of(1, Arbitraries.of(DAYS).map(day -> day.plusDays(1))),
        Tuple.of(2, Arbitraries.integers().between(0, span).map(FIRST_DAY::plusDays)));
  }

  /** A bid, its codes wide or spaced now and then, with a day its own days lie about. */
  public static Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    List<Arbitrary<Tuple2<ObjectNode, LocalDate>>> dated = new ArrayList<>();
    for (LocalDate day : DAYS) {
      dated.add(bids(Codes.READABLE, List.of(day)).map(bid -> Tuple.of(bid, day)));
    }
    dated.add(Combinators.combine(bids(Codes.READABLE, DAYS), days()).as(Tuple::of));
    return Arbitraries.oneOf(dated);
  }

  private static Arbitrary<ObjectNode> bids(Codes codes, List<LocalDate> about) {
    return Choices.frequencyOf(
            Tuple.of(4, new BidArbitraries(Care.CAREFUL, codes, about).bid()),
            Tuple.of(3, new BidArbitraries(Care.ORDINARY, codes, about).bid()),
            Tuple.of(3, new BidArbitraries(Care.CARELESS, codes, about).bid()))
        .map(bid -> (ObjectNode) bid.deepCopy())
        .withoutEdgeCases();
  }

  private Arbitrary<JsonNode> bid() {
    return nodes
        .object()
        .with("schema", oneOf("sixones/bid/1"))
        .with("ruleSet", oneOf("sichuan-2022-cities"))
        .with("city", city())
        .withValue("baseline", baseline())
        .with("parks", answers.list(answers.park()))
        .with("pillarIndustries", answers.list(answers.pillarIndustry()))
        .with("chainLeaders", answers.list(answers.chainLeader()))
        .with("chainHeads", answers.list(answers.chainHead()))
        .with("innovationPlatforms", answers.list(answers.innovationPlatform()))
        .with("conferences", answers.list(answers.conference()))
        .with("cooperation", cooperation(), blankList(EMPTY_OBJECT))
        .with("coreTechnologies", technologies(), blankList(EMPTY_OBJECT))
        .with("perMuEvaluations", answers.perMuEvaluations(), blankList(EMPTY_OBJECT))
        .withValue("fourChains", answers.fourChains())
        .with("evidence", evidence(), blankList(EMPTY_OBJECT))
        .withValue("declarations", declarations())
        .build();
  }

  private Arbitrary<JsonNode> city() {
    return CityNames.named(
        nodes.object().with("code", codes.city()).withName("name", names.any()).build());
  }

  private Arbitrary<JsonNode> baseline() {
    return nodes
        .object()
        .withValue("year", nodes.usually(IntNode.valueOf(2021), year()))
        .with("gdp", amount(), codes.blank())
        .with("secondaryIndustryValueAdded", amount(), codes.blank())
        .with("aboveScaleIndustryGrowth", percentage(), codes.blank())
        .build();
  }

  private Arbitrary<JsonNode> cooperation() {
    Arbitrary<JsonNode> partner =
        Choices.frequencyOf(Tuple.of(5, codes.partner()), Tuple.of(1, codes.cityCode()));
    Arbitrary<JsonNode> partners = nodes.list(partner, codes.blank(), 1, 3);
    Arbitrary<JsonNode> cooperation =
        nodes
            .object()
            .withValue("form", oneOf("enclave_park", "enclave_park", "hub", "alliance", "other"))
            .withValue("role", oneOf("home", "host", "member"))
            .with("partners", partners, blankList(JsonNodeFactory.instance.nullNode()))
            .with("parkCityCode", codes.cityCode(), codes.blank())
            .withText("subject", AnswerArbitraries.essay())
            .withText("jointEntity", text(Arbitraries.of("Joint Works", "合作公司")))
            .withValue("state", oneOf("intended", "agreed", "in_place"))
            .with("signedOn", day, codes.blank())
            .with("evidence", answers.references(), blankList(TextNode.valueOf("—")))
            .build();
    Arbitrary<JsonNode> blank = Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT));
    return nodes.list(cooperation, blank, 1, 2);
  }

  private Arbitrary<JsonNode> technologies() {
    Arbitrary<JsonNode> reached =
        oneOf("catching_up", "near_international_advanced", "international_advanced");
    Arbitrary<JsonNode> technology =
        nodes
            .object()
            .withName("name", names.any())
            .withText("priority", AnswerArbitraries.essay())
            .withText("productImportance", AnswerArbitraries.essay())
            .withText("externalRisk", AnswerArbitraries.essay())
            .withValue("levelNow", reached)
            .withValue("levelAimed", reached)
            .withValue(
                "stage", oneOf("basic_research", "development", "engineering", "industrialised"))
            .withValue("assessedBy", oneOf("maker", "other_body"))
            .with("assessedOn", day, codes.blank())
            .with("evidence", answers.references(), blankList(TextNode.valueOf("—")))
            .build();
    Arbitrary<JsonNode> blank = Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT));
    return nodes.list(technology, blank, 1, 2);
  }

  private Arbitrary<JsonNode> evidence() {
    Arbitrary<JsonNode> document =
        nodes
            .object()
            .withText("id", text(Arbitraries.of("e1", "e1", "e2", "e3")))
            .with("title", names.any(), blankName())
            .with("issuer", names.any(), blankName())
            .with("issuedOn", day, codes.blank())
            .with("address", oneOf("https://example.org/e", "archive 7"), blankText())
            .withValue("sha256", sha256())
            .build();
    Arbitrary<JsonNode> untitled =
        nodes
            .object()
            .withText("id", nodes.usually("e2", text(Arbitraries.of("e1", "e2", "e3"))))
            .with("title", names.unclear())
            .with("address", text(Unclear.names()), blankText())
            .build();
    Arbitrary<JsonNode> blank = Arbitraries.oneOf(blankValue(), Arbitraries.just(EMPTY_OBJECT));
    Arbitrary<JsonNode> any = Choices.frequencyOf(Tuple.of(3, document), Tuple.of(1, untitled));
    return nodes.list(any, blank, 3, 6);
  }

  private Arbitrary<JsonNode> declarations() {
    return nodes
        .object()
        .withValue("truthful", nodes.usually(BooleanNode.TRUE, truth()))
        .with("signedOn", day, codes.blank())
        .build();
  }
}
