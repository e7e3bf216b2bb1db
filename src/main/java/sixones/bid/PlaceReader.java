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
import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.bid.Shape.Choice;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Members;
import sixones.bid.Shape.Whole;

/**
 * Reads one place after the other by its shape; a place that does not fit is noted and skipped. All
 * shapes stand in one class because they share one parser and one pointer.
 */
final class PlaceReader {
  static final int DEEPEST = 32;
  static final int LONGEST_BYTES = 64 * 1024;
  static final int MOST_DEFECTS = 1000;
  private final JsonParser parser;
  private final List<Defect> defects;

  /** The pointer to the place being read; a place further down is added and taken off again. */
  private final StringBuilder pointer = new StringBuilder();

  PlaceReader(JsonParser parser, List<Defect> defects) {
    this.parser = parser;
    this.defects = defects;
  }

  /** Reads the members of the object the parser stands at. */
  void readMembers(Members shape, ObjectNode into) throws IOException {
    Set<String> missing =
        shape.demanded().isEmpty() ? Set.of() : new LinkedHashSet<>(shape.demanded());
    int here = pointer.length();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Shape member = shape.members().get(name);
      pointer.append('/').append(member == null ? Excerpt.member(name) : name);
      JsonToken token = parser.nextToken();
      if (member == null) {
        note("unknown-member", Map.of("known", List.copyOf(shape.members().keySet())));
        skip();
      } else if (into.has(name)) {
        note("duplicate-member", Map.of());
        skip();
      } else {
        if (token != JsonToken.VALUE_NULL && !missing.isEmpty()) {
          missing.remove(name);
        }
        into.set(name, read(member));
      }
      pointer.setLength(here);
    }
    for (String name : missing) {
      pointer.append('/').append(name);
      note("missing-" + UCharacter.toLowerCase(Locale.ROOT, name), Map.of());
      pointer.setLength(here);
    }
  }

  /** Reads the value the parser stands at; null, too, where it does not fit and was noted. */
  private JsonNode read(Shape shape) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return NullNode.instance;
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return note("yaml-alias", Map.of());
    }
    if (shape instanceof Members members) {
      if (token != JsonToken.START_OBJECT) {
        return reject("object");
      }
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      readMembers(members, object);
      return object;
    }
    if (shape instanceof Entries entries) {
      return token == JsonToken.START_ARRAY ? readEntries(entries) : reject("list");
    }
    if (shape instanceof Whole whole) {
      return readWhole(whole);
    }
    if (shape instanceof Form form) {
      return token == JsonToken.VALUE_STRING ? readForm(form) : reject(form, form.kind());
    }
    if (shape instanceof Choice choice) {
      return readChoice(choice);
    }
    return token.isBoolean()
        ? BooleanNode.valueOf(parser.getBooleanValue())
        : reject(shape, "yes-no");
  }

  private JsonNode readEntries(Entries shape) throws IOException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    int here = pointer.length();
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      pointer.append('/').append(count);
      if (++count > Shape.MOST_ENTRIES) {
        skip();
      } else {
        list.add(read(shape.of()));
      }
      pointer.setLength(here);
    }
    if (count > Shape.MOST_ENTRIES) {
      note("too-many-entries", Map.of("count", count, "most", Shape.MOST_ENTRIES));
    }
    return list;
  }

  private JsonNode readWhole(Whole shape) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT) {
      return reject(shape, shape.kind());
    }
    int value = parser.getIntValue();
    // Written as JSON would write it: YAML reads 010 as eight.
    boolean plain = parser.getText().equals(Integer.toString(value));
    return !plain || value < shape.least() || value > shape.most()
        ? reject(shape, shape.kind())
        : IntNode.valueOf(value);
  }

  private JsonNode readForm(Form form) throws IOException {
    String text = parser.getText();
    if (!fits(text)) {
      return NullNode.instance;
    }
    return TextForms.fits(form, text) ? TextNode.valueOf(text) : reject(form, form.kind());
  }

  private JsonNode readChoice(Choice shape) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String text = parser.getText();
      for (String word : shape.words()) {
        if (word.equals(text)) {
          return TextNode.valueOf(word);
        }
      }
    }
    Map<String, Object> values = told(shape);
    values.put("words", shape.words());
    skip();
    return note("choice", values);
  }

  /** Notes that the value the parser stands at is not of the demanded kind, and skips it. */
  JsonNode reject(String kind) throws IOException {
    Map<String, Object> values = Map.of("found", shown());
    skip();
    return note(kind, values);
  }

  /**
   * The same, and how the door would have understood the value, so that it is told how to write.
   */
  private JsonNode reject(Shape shape, String kind) throws IOException {
    Map<String, Object> values = told(shape);
    skip();
    return note(kind, values);
  }

  private Map<String, Object> told(Shape shape) throws IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("found", shown());
    boolean isValue = parser.currentToken().isScalarValue();
    Understood understood =
        isValue ? WrittenValue.of(shape, parser.getText(), word -> List.of()) : Understood.NOTHING;
    values.putAll(understood.told());
    return values;
  }

  /** Passes over a value that has no place in the bid, but sees to the limits all the same. */
  private void skip() throws IOException {
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
        fits(parser.getText());
      }
    } while (inside > 0 && parser.nextToken() != null);
    if (tooDeep) {
      note("too-deep", Map.of("most", DEEPEST));
    }
  }

  private boolean fits(String text) {
    if (text.length() > LONGEST_BYTES / 4
        && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      note("text-too-long", Map.of("most", LONGEST_BYTES / 1024));
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean paired =
            Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          note("lone-surrogate", Map.of("position", i + 1));
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
      case VALUE_STRING -> '"' + Excerpt.of(parser.getText()) + '"';
      default -> Excerpt.of(parser.getText());
    };
  }

  private JsonNode note(String kind, Map<String, Object> values) {
    if (defects.size() < MOST_DEFECTS) {
      defects.add(new Defect(pointer.toString(), kind, values));
    } else if (defects.size() == MOST_DEFECTS) {
      defects.add(new Defect("", "more-defects", Map.of("most", MOST_DEFECTS)));
    }
    return NullNode.instance;
  }
}
