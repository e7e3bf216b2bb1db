package sixones.pages.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.pages.form.Notes;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportPlace;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSetsInTests;

/** Nothing a bid says is missing from its readable form, and nothing else is there. */
@InTurns(3)
class ReadableBidTest {
  private static final BidContract CONTRACT = RuleSetsInTests.SICHUAN.contract();
  private static final Messages EN = messages(Language.EN);

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_value_of_every_bid_is_said_in_words(Language language) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(Fixtures.draft(Fixtures.compliant()));
    Fixtures.bids().forEach(bid -> drafts.add(bid.draft()));
    Fixtures.all().forEach(fixture -> drafts.add(fixture.draft()));
    int values = 0;
    for (Draft draft : drafts) {
      Map<String, BidPart> parts = new HashMap<>();
      read(draft.bytes(), messages(language)).all().forEach(p -> parts.put(p.pointer(), p));

      for (Map.Entry<String, JsonNode> value : values(draft.tree()).entrySet()) {
        BidPart part = parts.get(value.getKey());
        assertThat(part).as(value.getKey()).isNotNull();
        assertThat(part.state()).as(value.getKey()).isEqualTo(BidPart.State.STATED);
        assertSaid(part, value.getValue().asText(), language);
        values++;
      }
    }
    assertThat(values).isGreaterThan(10_000);
  }

  /** The words of a value, by a way of their own. */
  private static void assertSaid(BidPart part, String written, Language language) {
    boolean chinese = language == Language.ZH_CN;
    Shape shape = CONTRACT.at(part.pointer());
    String said = part.text();
    if (shape instanceof Shape.Choice || shape instanceof Shape.YesNo) {
      String label = messages(language).value(TextNode.valueOf(written));
      assertThat(said).as(part.pointer()).isEqualTo(label);
      assertThat(said.matches("[a-z_]*_[a-z_]*|true|false")).as(said).isFalse();
      return;
    }
    switch (String.valueOf(CONTRACT.kind(part.pointer()))) {
      case "amount" -> assertThat(said).contains(chinese ? "亿元" : "100 million yuan");
      case "percentage" -> assertThat(said).endsWith("%");
      case "day" -> {
        LocalDate day = LocalDate.parse(narrow(written));
        assertThat(said)
            .contains(String.valueOf(day.getYear()), String.valueOf(day.getDayOfMonth()))
            .doesNotContain("-");
        return;
      }
      case "division" -> {
        String name = RuleSetsInTests.SICHUAN.divisions().name(narrow(written));
        if (chinese && name != null) {
          assertThat(said).contains(name);
        }
      }
      default -> {}
    }
    assertThat(narrow(said)).as(part.pointer()).contains(narrow(written));
  }

  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder();
    text.chars()
        .map(c -> c >= '\uFF01' && c <= '\uFF5E' ? c - 0xFEE0 : c == '\u3000' ? ' ' : c)
        .filter(c -> Character.getType(c) != Character.FORMAT && c != '\uFFFD')
        .forEach(c -> narrow.append((char) c));
    return narrow.toString().strip();
  }

  @Test
  void what_is_blank_is_said_to_be_blank_at_every_place_of_the_contract() {
    ObjectNode bid = Fixtures.compliant();
    blank(bid);
    bid.put("schema", CONTRACT.schemaName()).put("ruleSet", "sichuan-2022-cities");
    bid.withObject("/city").put("code", "510100");

    ReadableBid read = read(bid);

    assertThat(read.sections())
        .extracting(BidPart::pointer)
        .containsExactlyElementsOf(
            CONTRACT.whole().members().keySet().stream().map(name -> "/" + name).toList());
    List<BidPart> blank = read.sections().stream().filter(BidPart::isBlank).toList();
    assertThat(blank).hasSize(read.sections().size() - 3);
    assertThat(read.all().stream().filter(part -> !part.isBlank()).map(BidPart::text))
        .contains(CONTRACT.schemaName())
        .anyMatch(text -> text.contains("510100"));
  }

  /** Blanks every value, and leaves one entry in each list. */
  private static void blank(ObjectNode node) {
    for (Map.Entry<String, JsonNode> member : List.copyOf(node.properties())) {
      if (member.getValue() instanceof ObjectNode object) {
        blank(object);
      } else if (member.getValue() instanceof ArrayNode list && list.get(0) instanceof ObjectNode) {
        list.forEach(entry -> blank((ObjectNode) entry));
      } else {
        node.putNull(member.getKey());
      }
    }
  }

  @Test
  void what_the_contract_does_not_have_or_cannot_read_is_shown_as_it_is_written() {
    String json =
        """
        {"schema": "sixones/bid/1", "ruleSet": "sichuan-2022-cities", "city": {"code": "510100"},
         "baseline": {"year": "last year", "gdp": 12.5, "gdp": "12.50"},
         "parks": [{"level": "best", "colour": {"of": ["roof", 3]}}, "a park"],
         "conferences": "one", "motto": "Onward"}
        """;

    Map<String, BidPart> parts = new HashMap<>();
    ReadableBid read = ReadableBid.of(json.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, EN);
    read.all().forEach(part -> parts.put(part.pointer(), part));

    Map<String, String> shown =
        Map.of(
            "/baseline/year", "last year",
            "/baseline/gdp", "12.5",
            "/baseline/gdp (2)", "12.50",
            "/parks/0/level", "best",
            "/parks/1", "a park",
            "/conferences", "one",
            "/motto", "Onward");
    shown.forEach(
        (pointer, text) -> {
          assertThat(parts.get(pointer)).as(pointer).isNotNull();
          assertThat(parts.get(pointer).isUnreadable()).as(pointer).isTrue();
          assertThat(parts.get(pointer).text()).isEqualTo(text);
        });
    assertThat(parts.get("/parks/0/colour").text()).contains("roof", "3");
    assertThat(parts.get("/parks/0/colour").label()).isEqualTo("colour");
  }

  @Test
  void what_is_no_document_at_all_is_shown_whole() {
    ReadableBid read =
        ReadableBid.of("{\"schema\":".getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, EN);

    assertThat(read.all()).extracting(BidPart::text).containsExactly("{\"schema\":");
  }

  @Test
  void yaml_reads_as_json_does() {
    String yaml =
        """
        schema: sixones/bid/1
        ruleSet: sichuan-2022-cities
        city: {code: "510100"}
        baseline: {year: 2021, gdp: "10000.00"}
        parks:
          - manufacturing: true
        """;

    List<BidPart> parts =
        ReadableBid.of(yaml.getBytes(StandardCharsets.UTF_8), Draft.Format.YAML, EN).all();

    assertThat(parts)
        .extracting(BidPart::text)
        .contains("2021", "10000.00 (unit: 100 million yuan)", "yes", "Chengdu (510100)");
  }

  @Test
  void a_long_text_is_shown_whole_and_its_lines_stay_lines() {
    String text = "长".repeat(9_999) + "\n" + "a".repeat(10_000);
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/pillarIndustries/0").put("growthPotential", text);

    assertThat(read(bid).all()).extracting(BidPart::text).contains(text);
  }

  @Test
  void what_would_be_obeyed_instead_of_shown_is_replaced() {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/parks/0/name").put("en", "a\u202Egnp.exe\u0007\u2028<b>");

    assertThat(read(bid).all())
        .extracting(BidPart::text)
        .contains("a\uFFFDgnp.exe\uFFFD\uFFFD<b>")
        .noneMatch(text -> text.contains("\u202E"));
  }

  @Test
  void a_document_stands_beside_each_answer_that_names_it() {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/evidence/0")
        .put("id", "e1")
        .put("issuedOn", "2022-03-01")
        .put("sha256", "a".repeat(64));
    bid.withObject("/evidence/0/title").put("en", "The approval");
    ((ArrayNode) bid.at("/parks/0/evidence")).removeAll().add("e1").add("e99");

    List<BidPart> named =
        read(bid).all().stream()
            .filter(part -> part.pointer().startsWith("/parks/0/evidence/"))
            .toList();

    assertThat(named).extracting(BidPart::text).containsExactly("e1", "e99");
    assertThat(named.get(0).parts().stream().flatMap(part -> part.all().stream()))
        .extracting(BidPart::text)
        .contains("The approval", "1 March 2022", "a".repeat(64));
    assertThat(named.get(1).parts()).isEmpty();
  }

  @Test
  void a_document_named_a_thousand_times_does_not_fill_the_page() {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/evidence/0").put("id", "e1");
    bid.withObject("/evidence/0/title").put("en", "T".repeat(20_000));
    for (int i = 0; i < 100; i++) {
      ArrayNode named = bid.withArray("/parks").addObject().putArray("evidence");
      for (int j = 0; j < 200; j++) {
        named.add("e1");
      }
    }

    int shown = read(bid).sections().stream().mapToInt(ReadableBidTest::length).sum();

    assertThat(shown).isLessThan(1_000_000);
  }

  private static int length(BidPart part) {
    return part.text().length() + part.parts().stream().mapToInt(ReadableBidTest::length).sum();
  }

  @Test
  void a_bid_of_very_many_answers_is_laid_out_in_part_and_shown_whole() {
    ObjectNode bid = Fixtures.compliant();
    for (int i = 0; i < 200; i++) {
      ArrayNode figures = bid.withArray("/pillarIndustries").addObject().putArray("figures");
      for (int j = 0; j < 100; j++) {
        figures.addObject().put("year", 1900 + j);
      }
    }
    bid.withObject("/declarations").put("signedOn", "2022-06-01");

    List<BidPart> parts = read(bid).all();

    assertThat(parts.size()).isLessThan(25_000);
    assertThat(parts.stream().mapToInt(part -> occurrences(part.text(), "1999")).sum())
        .isEqualTo(200);
    assertThat(parts).extracting(BidPart::text).contains("1 June 2022");
  }

  private static int occurrences(String text, String of) {
    return text.split(of, -1).length - 1;
  }

  @Test
  void every_finding_stands_beside_the_part_it_is_about() {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Evaluation evaluation = evaluated(bid.draft(), bid.asOf());
      Report report = Report.of(evaluation, Language.EN);
      int places = report.findings().stream().mapToInt(f -> f.places().size()).sum();

      ReadableBid read =
          read(bid.draft().bytes(), EN).with(Notes.of(report, EN, rule -> "/" + rule.id()));

      assertThat(read.all().stream().mapToInt(part -> part.notes().size()).sum())
          .as(bid.toString())
          .isEqualTo(places);
      Map<String, BidPart> parts = new HashMap<>();
      read.all().forEach(part -> parts.put(part.pointer(), part));
      for (ReportPlace place : report.finding("park-level").places()) {
        assertThat(parts.get(place.pointer()).notes())
            .anyMatch(note -> "/park-level".equals(note.address()));
      }
    }
  }

  static Evaluation evaluated(Draft draft, LocalDate day) {
    try {
      return new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC()).run(draft, day);
    } catch (UnknownRuleSet | NoRuleInForce e) {
      throw new AssertionError(e);
    }
  }

  private static ReadableBid read(JsonNode bid) {
    return read(bid.toString().getBytes(StandardCharsets.UTF_8), EN);
  }

  private static ReadableBid read(byte[] bytes, Messages messages) {
    return ReadableBid.of(bytes, Draft.Format.JSON, messages);
  }

  static Messages messages(Language language) {
    return Messages.of(RuleSetsInTests.SICHUAN, language);
  }

  /** The values of a bid that are not blank, by pointer. */
  private static Map<String, JsonNode> values(JsonNode bid) {
    Map<String, JsonNode> values = new HashMap<>();
    walk("", bid, values::put);
    return values;
  }

  private static void walk(String at, JsonNode node, BiConsumer<String, JsonNode> value) {
    if (node.isObject()) {
      node.properties().forEach(m -> walk(at + "/" + m.getKey(), m.getValue(), value));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(at + "/" + i, node.get(i), value);
      }
    } else if (!node.isNull() && !sixones.text.Text.isBlank(node.asText())) {
      value.accept(at, node);
    }
  }
}
