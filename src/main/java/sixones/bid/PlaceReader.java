package sixones.bid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sixones.bid.Shape.Choice;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Members;
import sixones.bid.Shape.Whole;

/** Reads one place after the other by its shape; a place that does not fit is noted and skipped. */
final class PlaceReader {
  static final int DEEPEST = 32;
  static final int LONGEST_BYTES = 64 * 1024;
  static final int MOST_DEFECTS = 1000;
  private static final int SHOWN = 40;
  private static final Map<String, Pattern> PATTERNS = new HashMap<>();

  static {
    for (Form form :
        List.of(
            BidShape.AMOUNT,
            BidShape.PERCENTAGE,
            BidShape.DAY,
            BidShape.CITY_CODE,
            BidShape.SHA_256,
            BidShape.SCHEMA_NAME)) {
      PATTERNS.put(form.kind(), Pattern.compile(form.pattern()));
    }
  }

  private final JsonParser parser;
  private final List<Defect> defects;

  PlaceReader(JsonParser parser, List<Defect> defects) {
    this.parser = parser;
    this.defects = defects;
  }

  /** Reads the members of the object the parser stands at. */
  void readMembers(Members shape, String pointer, ObjectNode into) throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> missing = new LinkedHashSet<>(shape.demanded());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String place = pointer + "/" + escaped(name);
      Shape member = shape.members().get(name);
      parser.nextToken();
      if (!seen.add(name)) {
        note(place, "duplicate-member", Map.of());
        skip(place);
      } else if (member == null) {
        note(place, "unknown-member", Map.of("known", List.copyOf(shape.members().keySet())));
        skip(place);
      } else {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
          missing.remove(name);
        }
        into.set(name, read(member, place));
      }
    }
    for (String name : missing) {
      note(pointer + "/" + name, "missing-" + name.toLowerCase(Locale.ROOT), Map.of());
    }
  }

  /** Reads the value the parser stands at; null, too, where it does not fit and was noted. */
  private JsonNode read(Shape shape, String pointer) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return NullNode.instance;
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return note(pointer, "yaml-alias", Map.of());
    }
    if (shape instanceof Members members) {
      if (token != JsonToken.START_OBJECT) {
        return reject(pointer, "object");
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      readMembers(members, pointer, object);
      return object;
    }
    if (shape instanceof Entries entries) {
      return token == JsonToken.START_ARRAY
          ? readEntries(entries, pointer)
          : reject(pointer, "list");
    }
    if (shape instanceof Whole whole) {
      return readWhole(whole, pointer);
    }
    if (shape instanceof Form form) {
      return token == JsonToken.VALUE_STRING
          ? readForm(form, pointer)
          : reject(pointer, form.kind());
    }
    if (shape instanceof Choice choice) {
      return readChoice(choice, pointer);
    }
    return token.isBoolean()
        ? BooleanNode.valueOf(parser.getBooleanValue())
        : reject(pointer, "yes-no");
  }

  private JsonNode readEntries(Entries shape, String pointer) throws IOException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String place = pointer + "/" + count;
      if (++count > Shape.MOST_ENTRIES) {
        skip(place);
      } else {
        list.add(read(shape.of(), place));
      }
    }
    if (count > Shape.MOST_ENTRIES) {
      note(pointer, "too-many-entries", Map.of("count", count, "most", Shape.MOST_ENTRIES));
    }
    return list;
  }

  private JsonNode readWhole(Whole shape, String pointer) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT) {
      return reject(pointer, shape.kind());
    }
    int value = parser.getIntValue();
    return value < shape.least() || value > shape.most()
        ? reject(pointer, shape.kind())
        : IntNode.valueOf(value);
  }

  private JsonNode readForm(Form form, String pointer) throws IOException {
    String text = parser.getText();
    if (!fits(text, pointer)) {
      return NullNode.instance;
    }
    Pattern pattern = PATTERNS.get(form.kind());
    if (pattern != null && !pattern.matcher(text).find()) {
      return reject(pointer, form.kind());
    }
    if (form == BidShape.DAY && !isDay(text)) {
      return reject(pointer, form.kind());
    }
    return TextNode.valueOf(text);
  }

  private JsonNode readChoice(Choice shape, String pointer) throws IOException {
    boolean known =
        parser.currentToken() == JsonToken.VALUE_STRING && shape.words().contains(parser.getText());
    if (known) {
      return TextNode.valueOf(parser.getText());
    }
    Map<String, Object> values = Map.of("found", shown(), "words", shape.words());
    skip(pointer);
    return note(pointer, "choice", values);
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(Text.width(text));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Notes that the value the parser stands at is not of the demanded kind, and skips it. */
  JsonNode reject(String pointer, String kind) throws IOException {
    Map<String, Object> values = Map.of("found", shown());
    skip(pointer);
    return note(pointer, kind, values);
  }

  /** Passes over a value that has no place in the bid, but sees to the limits all the same. */
  private void skip(String pointer) throws IOException {
    int depth = (int) pointer.chars().filter(c -> c == '/').count();
    int inside = 0;
    boolean tooDeep = false;
    do {
      JsonToken token = parser.currentToken();
      if (token.isStructStart()) {
        inside++;
        tooDeep |= depth + inside > DEEPEST;
      } else if (token.isStructEnd()) {
        inside--;
      } else if (token == JsonToken.VALUE_STRING) {
        fits(parser.getText(), pointer);
      }
    } while (inside > 0 && parser.nextToken() != null);
    if (tooDeep) {
      note(pointer, "too-deep", Map.of("most", DEEPEST));
    }
  }

  private boolean fits(String text, String pointer) {
    if (text.length() > LONGEST_BYTES / 4
        && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      note(pointer, "text-too-long", Map.of("most", LONGEST_BYTES / 1024));
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean paired =
            Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          note(pointer, "lone-surrogate", Map.of("position", i + 1));
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** The value the parser stands at, short enough for a sentence. */
  private String shown() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "{…}";
      case START_ARRAY -> "[…]";
      case VALUE_STRING -> '"' + cut(parser.getText()) + '"';
      default -> cut(parser.getText());
    };
  }

  private static String cut(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String escaped(String member) {
    return cut(member.replace("~", "~0").replace("/", "~1"));
  }

  private JsonNode note(String pointer, String kind, Map<String, Object> values) {
    if (defects.size() < MOST_DEFECTS) {
      defects.add(new Defect(pointer, kind, values));
    } else if (defects.size() == MOST_DEFECTS) {
      defects.add(new Defect("", "more-defects", Map.of("most", MOST_DEFECTS)));
    }
    return NullNode.instance;
  }
}
