package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.defects;
import static sixones.bid.DraftsInTests.jsonDefects;
import static sixones.bid.DraftsInTests.jsonWith;
import static sixones.bid.DraftsInTests.shortest;
import static sixones.bid.DraftsInTests.yamlDefects;
import static sixones.bid.DraftsInTests.yamlWith;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;

/**
 * Whoever checks a draft by the published JSON Schema learns what the reader will say: on odd
 * drafts, too, but for what the schema's own description names.
 */
@InTurns(3)
class SchemaAgreementTest {
  private static final Schema BID =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Fixtures.CONTRACT.schema());

  private static final Schema PARK =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ContractsInTests.EVERY_KIND.schema());

  /** A bid with a value of every kind. */
  private static final ObjectNode EVERY_KIND =
      ContractsInTests.yaml(
          """
          { schema: sixones/park/1, ruleSet: r, call: { year: 2022 },
            park: { id: "unit:liangjiang", name: { en: A, zh: 甲 }, seat: "510100" },
            truthful: true, motto: five5, plan: a plan, patron: x,
            contact: { phone: "1", born: "1999-01-31", pay: "1.5", calls: 9, married: false, rank: low, code: c },
            ratio: "1", shares: { one: "1.2", two: "1.23", three: "1.234", four: "1.2345", five: "1.23456", six: "-1.234567", growth: "-1.5" },
            staff: 5, plots: 0, spared: 1000000000,
            figures: [{ measure: output, year: 2021, amount: "1", bound: about }],
            sites: [{ name: { zh: 甲 }, owner: 乙, code: c, level: b-2, place: "510104", opened: "2022-06-13", closed: "2022-06-14",
              open: true, area: "1.234", workers: 3, figures: [{ year: 2021 }, { amount: "2" }], papers: [p1],
              yards: [{ trade: t, area: "1", stages: [2021, 2022] }, {}, {}, {}] }, {}, {}],
            trades: [{ name: { en: T }, since: 2020 }], partners: ["510700", "500000"],
            papers: [{ id: p1, title: { en: P }, sha256: "%s" }] }
          """
              .formatted("a".repeat(64)));

  /** Reads numbers as they are written, however long. */
  private static final ObjectMapper EXACT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(1 << 20).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final List<ObjectNode> BIDS =
      Stream.concat(
              Stream.of(Fixtures.compliant()),
              Fixtures.bids().stream().map(bid -> bid.draft().tree()))
          .toList();

  /** What only the reader refuses: the words of the description, and an example. */
  private static final Map<String, Example> EXCEPTIONS = new LinkedHashMap<>();

  private record Example(Draft.Format format, String kind, String draft) {}

  static {
    exception(
        "a document of more than 1,048,576 bytes",
        "document-too-large",
        shortest() + " ".repeat(1 << 20));
    exception(
        "a member written twice", "duplicate-member", jsonWith("\"parks\":null,\"parks\":null"));
    exception(
        "half of a surrogate pair in a text",
        "lone-surrogate",
        jsonWith("\"parks\":[{\"industry\":\"\\ud800\"}]"));
    exception(
        "a number of more than 1,000 digits",
        "document-beyond-limits",
        jsonWith("\"baseline\":{\"year\":2021." + "0".repeat(997) + "}"));
    EXCEPTIONS.put(
        "in YAML, an alias",
        new Example(
            Draft.Format.YAML,
            "yaml-alias",
            yamlWith("parks: [{industry: &n x}, {industry: *n}]\n")));
    EXCEPTIONS.put(
        "in YAML, a whole number not written as in JSON, such as 010",
        new Example(Draft.Format.YAML, "year", yamlWith("baseline: {year: 03745}\n")));
  }

  private static void exception(String words, String kind, String draft) {
    EXCEPTIONS.put(words, new Example(Draft.Format.JSON, kind, draft));
  }

  @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
  void an_odd_draft_is_valid_exactly_when_it_is_read(
      @ForAll @IntRange(min = 1, max = 3) int times, @ForAll long seed) {
    assertValidExactlyWhenRead(times, seed);
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void of_another_contract_with_every_kind_and_limit_it_is_the_same(
      @ForAll @IntRange(min = 1, max = 3) int times, @ForAll long seed) throws Exception {
    Random random = new Random(seed);
    String draft = new OddDrafts(random).spoilt(EVERY_KIND.deepCopy(), times);

    List<Defect> defects =
        defects(
            draft.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, ContractsInTests.EVERY_KIND);

    List<Error> errors = PARK.validate(read(draft));
    if (errors.isEmpty()) {
      assertThat(defects).as(draft).allMatch(defect -> isException(defect.kind()));
    } else {
      assertThat(defects).as("%s %s", errors, draft).isNotEmpty();
    }
  }

  @Test
  void the_bid_of_every_kind_is_read() {
    assertThat(
            defects(
                EVERY_KIND.toString().getBytes(StandardCharsets.UTF_8),
                Draft.Format.JSON,
                ContractsInTests.EVERY_KIND))
        .isEmpty();
    assertThat(PARK.validate(EVERY_KIND)).isEmpty();
  }

  @Tag("long")
  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void of_very_many_odd_drafts_each_is_valid_exactly_when_it_is_read(
      @ForAll @IntRange(min = 1, max = 3) int times, @ForAll long seed) {
    assertValidExactlyWhenRead(times, seed);
  }

  private static void assertValidExactlyWhenRead(int times, long seed) {
    Random random = new Random(seed);
    ObjectNode bid = BIDS.get(random.nextInt(BIDS.size())).deepCopy();
    String draft = new OddDrafts(random).spoilt(bid, times);

    List<Defect> defects = jsonDefects(draft);

    List<Error> errors = BID.validate(read(draft));
    if (errors.isEmpty()) {
      assertThat(defects).as(draft).allMatch(defect -> isException(defect.kind()));
    } else {
      assertThat(defects).as("%s %s", errors, draft).isNotEmpty();
    }
  }

  @Test
  void the_description_lists_what_only_the_reader_refuses_and_nothing_else() {
    Set<String> listed =
        Fixtures.CONTRACT
            .schema()
            .path("description")
            .asText()
            .lines()
            .filter(line -> line.startsWith("- "))
            .map(line -> line.substring(2))
            .collect(Collectors.toSet());

    assertThat(listed).isEqualTo(EXCEPTIONS.keySet());
  }

  @Test
  void each_of_these_is_valid_and_refused_for_this_alone() throws Exception {
    for (Map.Entry<String, Example> exception : EXCEPTIONS.entrySet()) {
      Example example = exception.getValue();
      boolean json = example.format() == Draft.Format.JSON;
      JsonNode tree = (json ? EXACT : new YAMLMapper()).readTree(example.draft());

      List<Defect> defects = json ? jsonDefects(example.draft()) : yamlDefects(example.draft());

      assertThat(defects)
          .as(exception.getKey())
          .extracting(Defect::kind)
          .containsExactly(example.kind());
      assertThat(BID.validate(tree)).as(exception.getKey()).isEmpty();
    }
  }

  private static boolean isException(String kind) {
    return EXCEPTIONS.values().stream()
        .anyMatch(e -> e.format() == Draft.Format.JSON && e.kind().equals(kind));
  }

  private static JsonNode read(String draft) {
    try {
      return EXACT.readTree(draft);
    } catch (JsonProcessingException e) {
      throw new AssertionError("only JSON is written here: " + draft, e);
    }
  }
}
