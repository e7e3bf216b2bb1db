package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Bids with odd values put in, written as JSON: numbers as nobody writes them, lengths, signs. */
final class OddDrafts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NUMBERS =
      List.of(
          "2021.0",
          "2.021e3",
          "20210e-1",
          "0.2021E+4",
          "2021.5",
          "1900",
          "1899",
          "2100.0",
          "2101",
          "1899.99999999999999999999",
          "2100.00000000000000000001",
          "2021.00000000000000000000001",
          "-0.0",
          "0",
          "-0",
          "0e99999",
          "1",
          "1.0",
          "0.99999999999999999999999",
          "9999.0",
          "1E4",
          "10000",
          "9007199254740993",
          "-2021",
          "1e400",
          "1e-400",
          "1e99999",
          "1e-99999",
          "2021" + "0".repeat(500) + "e-500",
          "2021." + "0".repeat(996),
          "1" + "0".repeat(999));
  private static final List<String> DAYS =
      List.of(
          "2022-06-13",
          "２０２２-06-13",
          "2022－０６－13",
          "2022-02-28",
          "2022-02-29",
          "2022-02-30",
          "2024-02-29",
          "2000-02-29",
          "1900-02-29",
          "2100-02-29",
          "2096-02-29",
          "1904-02-29",
          "1999-12-31",
          "1900-01-01",
          "1899-12-31",
          "2100-12-31",
          "2101-01-01",
          "2022-04-31",
          "2022-12-31",
          "2022-00-10",
          "2022-13-01",
          "2022-10-00",
          "2022-10-32",
          "2022-6-13",
          "2022/06/13",
          "20220613",
          "22022-06-13",
          "0000-01-01",
          "2022-06-13T00:00",
          "２０００-０２-２９");
  private static final List<String> DECIMALS =
      List.of(
          "0",
          "12.5",
          "12.50",
          "１２．５",
          "12.",
          ".5",
          "1.234",
          "-1",
          "－１",
          "+9.8",
          "＋9",
          "--1",
          "123456789012",
          "1234567890123",
          "1,000",
          "1e3",
          "٣",
          "９".repeat(12),
          "9.8%",
          "0x1",
          "1.2",
          "1.23",
          "-1.234",
          "1.2345",
          "1.23456",
          "＋1.23456７",
          "1.2345678");
  private static final List<String> CODES =
      List.of(
          "510100",
          "５１０１００",
          "010100",
          "０10100",
          "51010",
          "5101000",
          "510 100",
          "51010x",
          "९10100",
          "a".repeat(64),
          "A".repeat(64),
          "a".repeat(63),
          "g".repeat(64),
          "unit:liangjiang",
          "unit:a-b-1",
          "unit:-a",
          "unit:",
          "u:a",
          "Unit:a",
          "unit:甲",
          "unit:" + "a".repeat(40),
          "unit:" + "a".repeat(41),
          "sixones/park/1",
          "sixones/bid/1");
  private static final List<String> WORDS =
      List.of(
          "national",
          "National",
          "county",
          "in_place",
          "held",
          "b-2",
          "high",
          "output",
          "true",
          "null",
          "字");

  /** White space of every kind, and signs that look like it and are none here. */
  private static final String SPACES =
      "\t\n\u000B\f\r \u0085\u00A0\u1680\u2000\u2003\u2007\u200A\u200B\u200C\u200D\u2028\u2029"
          + "\u202F\u205F\u2060\u3000\uFEFF\u0000\u001C\u001F\u007F\u00AD\u034F\u180E\u200E\u202E"
          + "\u2061\u2800\u3164\uFFA0";

  private static final List<String> HALVES =
      List.of("\uD800", "a\uDC00b", "😀\uD83D", " \uDE00", "510100\uD83D");
  private static final HexFormat HEX = HexFormat.of();
  private static final int MOST = Shape.MOST_CHARACTERS;

  private final Random random;
  private boolean escapes = true;

  OddDrafts(Random random) {
    this.random = random;
  }

  /** Escapes only what JSON has escaped, so that most drafts hold no escape. */
  OddDrafts unescaped() {
    escapes = false;
    return this;
  }

  /** The bid as JSON, with so many odd values in it. */
  String spoilt(ObjectNode bid, int times) {
    for (int i = 0; i < times; i++) {
      List<JsonNode> containers = containers(bid);
      put(containers.get(random.nextInt(containers.size())));
    }
    StringBuilder json = new StringBuilder();
    write(bid, json);
    return json.toString();
  }

  private void put(JsonNode container) {
    if (container instanceof ObjectNode object && random.nextInt(20) == 0) {
      object.set(random.nextBoolean() ? "colour" : "code", value());
    } else if (container instanceof ArrayNode list && random.nextInt(3) == 0) {
      int entries = random.nextBoolean() ? 199 + random.nextInt(3) : 1 + random.nextInt(5);
      while (list.size() < entries) {
        list.addNull();
      }
    } else if (container instanceof ArrayNode list && !list.isEmpty()) {
      list.set(random.nextInt(list.size()), value());
    } else if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      object.set(name, random.nextInt(4) == 0 ? value() : fitting(name));
    }
  }

  /** A value of the kind a member of this name has, or nearly. */
  private JsonNode fitting(String name) {
    return switch (name) {
      case "year", "edition", "staff", "plots", "spared", "since", "workers", "calls" ->
          random.nextInt(4) == 0 ? text("") : number();
      case "born",
          "opened",
          "closed",
          "appointedOn",
          "startsOn",
          "endsOn",
          "issuedOn",
          "signedOn" ->
          text(one(DAYS));
      case "ratio",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "growth",
          "area",
          "pay",
          "gdp",
          "amount",
          "secondaryIndustryValueAdded",
          "aboveScaleIndustryGrowth" ->
          text(one(DECIMALS));
      case "id", "seat", "place", "code", "cityCode", "sha256", "schema" -> text(one(CODES));
      case "level", "state", "measure", "rank", "body", "scope", "manufacturing", "truthful" ->
          text(one(WORDS));
      case "motto", "plan", "phone" -> text("x".repeat(one(List.of(0, 4, 5, 6, 20, 21, 40, 41))));
      default -> text("x".repeat(random.nextInt(2)));
    };
  }

  private JsonNode value() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> number();
      case 2 -> text(one(DAYS));
      case 3 -> text(one(DECIMALS));
      case 4 -> text(one(CODES));
      case 5 -> text(one(WORDS));
      case 6 -> NODES.nullNode();
      case 7 -> NODES.booleanNode(random.nextBoolean());
      case 8 -> deep(random.nextInt(60));
      case 9 -> random.nextBoolean() ? NODES.objectNode() : NODES.arrayNode();
      default -> text("");
    };
  }

  private JsonNode number() {
    return new POJONode(one(NUMBERS));
  }

  private JsonNode deep(int levels) {
    JsonNode inner = NODES.nullNode();
    for (int i = 0; i < levels; i++) {
      inner =
          random.nextBoolean() ? NODES.arrayNode().add(inner) : NODES.objectNode().set("a", inner);
    }
    return inner;
  }

  private JsonNode text(String core) {
    return TextNode.valueOf(
        switch (random.nextInt(48)) {
          case 0 -> one(HALVES);
          case 1 -> core + " ".repeat(Math.max(0, MOST - core.length() + random.nextInt(3) - 1));
          case 2 -> "😀".repeat(MOST + random.nextInt(2));
          case 3 -> spaces(MOST + random.nextInt(2));
          case 4, 5, 6, 7, 8, 9, 10, 11, 12 -> core;
          case 13, 14, 15, 16 -> spaces(random.nextInt(4));
          default -> spaces(random.nextInt(3)) + core + spaces(random.nextInt(3));
        });
  }

  /** Mostly one kind, so that long ones are white space throughout. */
  private String spaces(int count) {
    int kind = random.nextInt(SPACES.length());
    return SPACES.substring(kind, kind + 1).repeat(count);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<JsonNode> containers(JsonNode node) {
    List<JsonNode> containers = new ArrayList<>();
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(part -> containers.addAll(containers(part)));
    }
    return containers;
  }

  /** Now and then a member is written twice, and any sign may be written as an escape. */
  private void write(JsonNode node, StringBuilder json) {
    if (node instanceof ObjectNode object) {
      String between = "{";
      for (var member : object.properties()) {
        int times = random.nextInt(500) == 0 ? 2 : 1;
        StringBuilder written = new StringBuilder();
        write(TextNode.valueOf(member.getKey()), written);
        written.append(':');
        write(member.getValue(), written);
        for (int i = 0; i < times; i++) {
          json.append(between).append(written);
          between = ",";
        }
      }
      json.append(object.isEmpty() ? "{}" : "}");
    } else if (node instanceof ArrayNode list) {
      String between = "[";
      for (JsonNode entry : list) {
        json.append(between);
        write(entry, json);
        between = ",";
      }
      json.append(list.isEmpty() ? "[]" : "]");
    } else if (node.isTextual()) {
      json.append('"');
      boolean escaped = escapes && random.nextInt(4) == 0;
      node.textValue().chars().forEach(c -> write((char) c, escaped, json));
      json.append('"');
    } else {
      json.append(node.isPojo() ? ((POJONode) node).getPojo() : node.toString());
    }
  }

  private static void write(char c, boolean escaped, StringBuilder json) {
    if (escaped || c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
      json.append("\\u").append(HEX.toHexDigits(c));
    } else {
      json.append(c);
    }
  }
}
