package sixones.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.bid.BidContract;
import sixones.bid.BrokenContract;
import sixones.bid.ContractsInTests;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.fact.Applicant;
import sixones.fact.DivisionsInTests;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.kind.FactKinds;
import sixones.fact.kind.Facts;
import sixones.fact.kind.FactsInTests;

/** Every operator gives what {@code operators.yaml} says, and null where it cannot be told. */
@InTurns(3)
class OperatorsTest {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 13);
  private static final List<Applicant> ROLL =
      List.of(new Applicant("510100", "Chengdu", "成都市", LocalDate.of(2022, 1, 1), null, List.of()));
  private static final String KIND = "Case";

  /** Derived members of one kind of fact, and what they are for some bids. */
  record Table(JsonNode described, BidContract contract) {
    String title() {
      return described.path("title").asText();
    }

    Fact fact(JsonNode bid) {
      FactKinds kinds = FactKinds.of(contract);
      Facts facts = FactsInTests.of(draft(bid, contract), kinds, inForce());
      return facts.of(kinds.kind(KIND)).get(0).fact();
    }

    private InForce inForce() {
      Map<String, JsonNode> parameters = new HashMap<>();
      described
          .path("parameters")
          .properties()
          .forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
      return new InForce(
          DAY,
          parameters,
          DivisionsInTests.TABLE,
          new sixones.fact.Roll(ROLL, null, DivisionsInTests.TABLE));
    }
  }

  /** One bid of a table. */
  record Case(Table table, JsonNode described) {
    @Override
    public String toString() {
      return table.title() + " " + described;
    }
  }

  private static List<JsonNode> described() {
    try (InputStream in = OperatorsTest.class.getResourceAsStream("operators.yaml")) {
      List<JsonNode> all = new ArrayList<>();
      YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readTree(in)
          .forEach(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Table> tables() {
    return described().stream()
        .filter(table -> !table.has("refused"))
        .map(table -> new Table(table, contract(table)));
  }

  static Stream<Case> cases() {
    return tables()
        .flatMap(
            table -> {
              List<Case> cases = new ArrayList<>();
              table.described.path("cases").forEach(one -> cases.add(new Case(table, one)));
              return cases.stream();
            });
  }

  static Stream<JsonNode> refused() {
    return described().stream().filter(table -> table.has("refused"));
  }

  private static BidContract contract(JsonNode table) {
    ObjectNode described = ContractsInTests.everyKind();
    ObjectNode kind = described.putObject("facts").putObject(KIND);
    ArrayNode lists = kind.putArray("of");
    if (table.has("of")) {
      lists.addAll((ArrayNode) table.path("of"));
    } else {
      lists.add("");
    }
    kind.set("derived", table.path("derived"));
    return BidContract.of(described);
  }

  private static Draft draft(JsonNode bid, BidContract contract) {
    ObjectNode whole = ContractsInTests.yaml("{ schema: sixones/park/1, ruleSet: r }");
    whole.putObject("park").put("id", "510100");
    whole.setAll((ObjectNode) bid);
    try {
      return Draft.readPartly(
          whole.toString().getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, contract);
    } catch (UnreadableDraft e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_operator_gives_what_its_table_says(Case one) {
    Fact fact = one.table.fact(one.described.path("bid"));

    one.described
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals("bid")) {
                assertThat(said(fact.value(entry.getKey())))
                    .as(entry.getKey())
                    .isEqualTo(expected(entry.getValue()));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("refused")
  void an_operator_that_cannot_be_told_apart_is_refused(JsonNode table) {
    assertThatExceptionOfType(BrokenContract.class)
        .isThrownBy(() -> FactKinds.of(contract(table)))
        .withMessageStartingWith("facts/" + KIND)
        .withMessageContaining(table.path("refused").asText());
  }

  @Test
  void every_operator_has_a_table() {
    Set<String> shown = new TreeSet<>();
    tables()
        .forEach(
            table ->
                table
                    .described
                    .path("derived")
                    .forEach(member -> member.fieldNames().forEachRemaining(shown::add)));

    shown.retainAll(Operators.names());
    assertThat(shown).isEqualTo(new TreeSet<>(Operators.names()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_blank_more_never_tells_what_could_not_be_told(Case one) {
    JsonNode bid = one.described.path("bid");
    boolean isReadable = draft(bid, one.table.contract).defects().isEmpty();
    if (one.table.described.has("blank-tells") || !isReadable) {
      return;
    }
    Fact before = one.table.fact(bid);
    Random random = new Random(61);

    for (int i = 0; i < 40; i++) {
      JsonNode blanked = bid.deepCopy();
      blank(blanked, random);
      Fact after = one.table.fact(blanked);
      FactKinds.of(one.table.contract)
          .kind(KIND)
          .members()
          .keySet()
          .forEach(
              member -> {
                if (before.value(member) == null && isYesNoOrNumber(member, after)) {
                  assertThat(after.value(member)).as("%s of %s", member, blanked).isNull();
                }
              });
    }
  }

  private static boolean isYesNoOrNumber(String member, Fact fact) {
    Object value = fact.value(member);
    return value instanceof Boolean || value instanceof Number || value instanceof LocalDate;
  }

  /** Replaces some of the values by blanks; entries stay where they are. */
  private static void blank(JsonNode node, Random random) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (member.getKey().equals("id")) {
          continue;
        }
        if (member.getValue().isContainerNode()) {
          blank(member.getValue(), random);
        } else if (random.nextInt(3) == 0) {
          member.setValue(object.nullNode());
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (JsonNode entry : list) {
        blank(entry, random);
      }
    }
  }

  private static String said(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static String expected(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(text -> texts.add(text.asText()));
      return texts.toString();
    }
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.asText();
  }
}
