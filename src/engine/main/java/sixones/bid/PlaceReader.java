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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sixones.bid.Shape.Choice;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Members;
import sixones.bid.Shape.Whole;
import sixones.text.Excerpt;
import sixones.text.WhiteSpace;

/**
 * Reads values from a parser by their shapes. Records a defect for each value that does not fit and
 * skips it.
 */
final class PlaceReader {
  static final int DEEPEST = 32;
  static final int MOST_DIGITS = 1000;
  static final int MOST_DEFECTS = 1000;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private final JsonParser parser;
  private final List<Defect> defects;

  /** The names and indexes that lead to the value being read. */
  private final List<Object> steps = new ArrayList<>();

  /** How many objects around the value being read are hidden. */
  private int hidden;

  private String applicant;

  PlaceReader(JsonParser parser, List<Defect> defects) {
    this.parser = parser;
    this.defects = defects;
  }

  /**
   * Finds a text among the members of the object at the parser's current token, and reads no
   * further.
   *
   * @return whether it was found
   */
  boolean findText(String name, ObjectNode into) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      JsonToken value = parser.nextToken();
      if (found) {
        if (value == JsonToken.VALUE_STRING) {
          into.put(name, parser.getText());
        } else if (value != JsonToken.VALUE_NULL) {
          steps.add(name);
          reject("text");
        }
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /**
   * Reads the members of the object at the parser's current token.
   *
   * @param applicant the place of the applicant's id
   */
  void readMembers(Members shape, ObjectNode into, String applicant) throws IOException {
    this.applicant = applicant;
    readMembers(shape, into);
  }

  private void readMembers(Members shape, ObjectNode into) throws IOException {
    Set<String> missing =
        shape.demanded().isEmpty() ? Set.of() : new LinkedHashSet<>(shape.demanded());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Shape member = shape.members().get(name);
      steps.add(member == null ? Excerpt.member(name) : name);
      parser.nextToken();
      int hiddenHere = shape.hidden().contains(name) ? 1 : 0;
      hidden += hiddenHere;
      if (member == null) {
        Map<String, Object> values =
            Map.of("found", shown(), "known", List.copyOf(shape.members().keySet()));
        into.set(name, note("unknown-member", values));
        skip();
      } else if (into.has(name)) {
        into.set(name, note("duplicate-member", Map.of("found", shown())));
        skip();
      } else {
        int defectsBefore = defects.size();
        JsonNode value = read(member);
        if (!missing.isEmpty() && (defects.size() > defectsBefore || !isBlank(value))) {
          missing.remove(name);
        }
        into.set(name, value);
      }
      hidden -= hiddenHere;
      stepBack();
    }
    for (String name : missing) {
      steps.add(name);
      Shape member = shape.members().get(name);
      boolean isSchema = member instanceof Form form && form.kind().equals("schema");
      note(missing(member), isSchema ? Map.of("schema", ((Form) member).body()) : Map.of());
      stepBack();
    }
  }

  private String missing(Shape shape) {
    if (pointer().equals("/ruleSet")) {
      return "missing-rule-set";
    }
    if (shape instanceof Form form && form.kind().equals("schema")) {
      return "missing-schema";
    }
    return pointer().equals(applicant) ? "missing-applicant" : "missing-member";
  }

  /**
   * Reads the value at the parser's current token.
   *
   * @return the value, or {@link UnreadableDraft#PLACE} if it does not fit and a defect was
   *     recorded
   */
  private JsonNode read(Shape shape) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return NullNode.instance;
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      return note("yaml-alias", Map.of("found", Excerpt.of("*" + parser.getText())));
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
    if (shape instanceof Form form) {
      return token == JsonToken.VALUE_STRING ? readForm(form) : reject(form, form.kind());
    }
    if (token == JsonToken.VALUE_STRING && WhiteSpace.fills(parser.getText())) {
      return fits(parser.getText()) ? NullNode.instance : UnreadableDraft.PLACE;
    }
    if (shape instanceof Whole whole) {
      return readWhole(whole);
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
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      steps.add(count);
      if (++count > shape.most()) {
        skip();
      } else {
        list.add(read(shape.of()));
      }
      stepBack();
    }
    if (count > shape.most()) {
      return note("too-many-entries", Map.of("found", "[…]", "count", count, "most", shape.most()));
    }
    return list;
  }

  private JsonNode readWhole(Whole shape) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      return reject(shape, shape.kind());
    }
    String text = parser.getText();
    if (isPlain(text)) {
      int value = Integer.parseInt(text);
      boolean within = value >= shape.least() && value <= shape.most();
      return within ? IntNode.valueOf(value) : reject(shape, shape.kind());
    }
    // Accept JSON number syntax only: YAML would read 010 as octal 8.
    if (digits(text) > MOST_DIGITS || !NUMBER.matcher(text).matches()) {
      return reject(shape, shape.kind());
    }
    try {
      BigDecimal value = new BigDecimal(text);
      boolean within =
          value.compareTo(BigDecimal.valueOf(shape.least())) >= 0
              && value.compareTo(BigDecimal.valueOf(shape.most())) <= 0;
      return within && value.stripTrailingZeros().scale() <= 0
          ? IntNode.valueOf(value.intValueExact())
          : reject(shape, shape.kind());
    } catch (NumberFormatException e) {
      // The exponent overflows BigDecimal, so the number is out of range.
      return reject(shape, shape.kind());
    }
  }

  /** Fast path: an integer of at most four digits, such as a year. */
  private static boolean isPlain(String number) {
    boolean plain = !number.isEmpty() && number.length() <= 4 && number.charAt(0) != '0';
    for (int i = 0; plain && i < number.length(); i++) {
      plain = number.charAt(i) >= '0' && number.charAt(i) <= '9';
    }
    return plain;
  }

  private static long digits(String number) {
    return number.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private JsonNode readForm(Form form) throws IOException {
    String text = parser.getText();
    if (!fits(text)) {
      return UnreadableDraft.PLACE;
    }
    if (form.body() != null && WhiteSpace.fills(text)) {
      return NullNode.instance;
    }
    if (text.length() > form.most() && text.codePointCount(0, text.length()) > form.most()) {
      return note("text-too-long", Map.of("found", quoted(text), "most", form.most()));
    }
    return TextForms.fits(form, text)
        ? TextNode.valueOf(text)
        : reject(form, TextForms.fault(form, text));
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
    Map<String, Object> values = messageValues(shape);
    values.put("words", shape.words());
    skip();
    return note("choice", values);
  }

  /** Returns whether a value is blank, so that a required member with this value is missing. */
  static boolean isBlank(JsonNode value) {
    return value.isNull() || value.isTextual() && WhiteSpace.fills(value.textValue());
  }

  /** Skips the current value and records a defect of the given kind. */
  JsonNode reject(String kind) throws IOException {
    Map<String, Object> values = Map.of("found", shown());
    skip();
    return note(kind, values);
  }

  /**
   * Skips the current value and records a defect with the value that the text was understood as, so
   * that the message can suggest the correct form.
   */
  private JsonNode reject(Shape shape, String kind) throws IOException {
    Map<String, Object> values = messageValues(shape);
    skip();
    return note(kind, values);
  }

  private Map<String, Object> messageValues(Shape shape) throws IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("found", shown());
    boolean isValue = parser.currentToken().isScalarValue() && hidden == 0;
    if (shape instanceof Whole whole) {
      values.put("least", whole.least());
      values.put("most", whole.most());
    }
    if (shape instanceof Form form) {
      if (form.kind().equals("schema")) {
        values.put("schema", form.body());
      }
      if (form.kind().equals("decimal")) {
        values.put("places", Forms.places(form));
      }
    }
    Understood understood =
        isValue ? WrittenValue.of(shape, parser.getText(), word -> List.of()) : Understood.NOTHING;
    values.putAll(understood.messageValues());
    return values;
  }

  private void stepBack() {
    steps.remove(steps.size() - 1);
  }

  /** Returns the pointer to the value being read. */
  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    steps.forEach(step -> pointer.append('/').append(step));
    return pointer.toString();
  }

  /** Skips the current value, but still enforces the limits on depth and text. */
  private void skip() throws IOException {
    int depth = steps.size();
    int inside = 0;
    String found = shown();
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
      note("too-deep", Map.of("found", found, "most", DEEPEST));
    }
  }

  private boolean fits(String text) {
    if (text.length() > Shape.MOST_CHARACTERS
        && text.codePointCount(0, text.length()) > Shape.MOST_CHARACTERS) {
      note("text-too-long", Map.of("found", quoted(text), "most", Shape.MOST_CHARACTERS));
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean paired =
            Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          note("lone-surrogate", Map.of("found", quoted(text), "position", i + 1));
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Returns the current value, shortened for a message; nothing of a hidden one. */
  private String shown() throws IOException {
    return hidden > 0
        ? "…"
        : switch (parser.currentToken()) {
          case START_OBJECT -> "{…}";
          case START_ARRAY -> "[…]";
          case VALUE_STRING -> quoted(parser.getText());
          default -> Excerpt.of(parser.getText());
        };
  }

  private String quoted(String text) {
    return hidden > 0 ? "…" : '"' + Excerpt.of(text) + '"';
  }

  /**
   * Records a defect at the current pointer, up to {@value #MOST_DEFECTS}.
   *
   * @return {@link UnreadableDraft#PLACE}
   */
  private JsonNode note(String kind, Map<String, Object> values) {
    if (defects.size() < MOST_DEFECTS) {
      defects.add(new Defect(pointer(), kind, values));
    } else if (defects.size() == MOST_DEFECTS) {
      defects.add(new Defect("", "more-defects", Map.of("most", MOST_DEFECTS)));
    }
    return UnreadableDraft.PLACE;
  }
}
