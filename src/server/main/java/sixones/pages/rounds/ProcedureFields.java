package sixones.pages.rounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sixones.proceeding.act.CaseSettings;
import sixones.text.Text;

/** The fields of the settings of a procedure, and the JSON they make and are made of. */
final class ProcedureFields {
  /** Where the settings stand in the JSON of a round, and in the names of their fields. */
  static final String AT = "/procedure/";

  private static final String CITATION = "/citation";
  private static final String VALUE = "/value";
  private static final String UNIT = "/value/unit";
  private static final String FIRST_DAY = "/value/firstDayCounts";
  private static final List<String> YES_NO = List.of("true", "false");

  /** Fields that say nothing by themselves: the form always sends one of their options. */
  private static final List<String> BESIDE = List.of(UNIT, FIRST_DAY);

  static final Map<String, List<Shape>> GROUPS = groups();

  private ProcedureFields() {}

  /**
   * A setting, by the fields of its value.
   *
   * @param options what a value can be; empty if it is typed
   */
  record Shape(String name, List<String> values, List<String> options) {
    /** Returns the names of its fields; that of what it rests on comes last. */
    List<String> names() {
      return Stream.concat(values.stream(), Stream.of(CITATION))
          .map(field -> AT + name + field)
          .toList();
    }

    /** Returns whether somebody set it, rightly or not. */
    boolean isSet(Map<String, String> texts) {
      return Stream.concat(
              values.stream().filter(field -> !BESIDE.contains(field)), Stream.of(CITATION))
          .anyMatch(field -> !texts.getOrDefault(AT + name + field, "").isBlank());
    }

    /** Returns what a field can be; empty if it is typed. */
    List<String> possible(String field) {
      if (isCitation(field)) {
        return List.of();
      }
      if (field.endsWith(UNIT)) {
        return List.of("working-day", "day");
      }
      return field.endsWith(FIRST_DAY) ? List.of("false", "true") : options;
    }
  }

  /** Returns whether a field tells what a setting rests on. */
  static boolean isCitation(String field) {
    return field.endsWith(CITATION);
  }

  /** Returns whether a field says nothing by itself. */
  static boolean isBeside(String field) {
    return BESIDE.stream().anyMatch(field::endsWith);
  }

  /** Returns whether a field holds sentences. */
  static boolean isProse(String field) {
    return field.startsWith(AT + "remedy" + VALUE);
  }

  private static Map<String, List<Shape>> groups() {
    Map<String, List<Shape>> groups = new LinkedHashMap<>();
    groups.put(
        "return",
        List.of(
            new Shape("corrections", List.of(VALUE), List.of()),
            new Shape("correctionTerm", List.of("/value/amount", UNIT, FIRST_DAY), List.of()),
            new Shape("noReply", List.of(VALUE), List.of("decide", "give-up")),
            new Shape("unlisted", List.of(VALUE), List.of("refuse", "mark"))));
    groups.put(
        "decide",
        List.of(
            new Shape("judgementsBeforeProposal", List.of(VALUE), YES_NO),
            new Shape("persons", List.of("/value/determine", "/value/extend"), List.of("1", "2")),
            new Shape("blindConfirm", List.of(VALUE), YES_NO)));
    groups.put(
        "told",
        List.of(
            new Shape("showsNames", List.of(VALUE), YES_NO),
            new Shape("remedy", List.of("/value/zh", "/value/en"), List.of())));
    return groups;
  }

  static Stream<Shape> shapes() {
    return GROUPS.values().stream().flatMap(List::stream);
  }

  /** Returns the names of the settings, in the order they are shown. */
  static List<String> names() {
    return shapes().map(Shape::name).toList();
  }

  /**
   * Returns the texts of the fields of what is set.
   *
   * @param procedure canonical JSON; null if nothing is set
   */
  static Map<String, String> written(String procedure) {
    Map<String, String> written = new LinkedHashMap<>();
    if (procedure == null) {
      return written;
    }
    JsonNode set = CaseSettings.read(procedure.getBytes(StandardCharsets.UTF_8)).json();
    shapes()
        .forEach(
            shape ->
                shape.names().stream()
                    .filter(name -> !set.at(name.substring(AT.length() - 1)).isMissingNode())
                    .forEach(
                        name ->
                            written.put(name, set.at(name.substring(AT.length() - 1)).asText())));
    return written;
  }

  /** Converts the submitted fields to JSON; null if none of them was in the form. */
  static ObjectNode json(Map<String, String> sent) {
    if (sent.keySet().stream().noneMatch(name -> name.startsWith(AT))) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    shapes()
        .filter(shape -> shape.isSet(sent))
        .forEach(
            shape -> {
              ObjectNode one = json.putObject(shape.name());
              JsonNode value = value(shape, sent);
              if (value != null) {
                one.set("value", value);
              }
              put(one, "citation", text(sent, AT + shape.name() + CITATION));
            });
    return json;
  }

  private static JsonNode value(Shape shape, Map<String, String> sent) {
    if (shape.values().equals(List.of(VALUE))) {
      return text(sent, AT + shape.name() + VALUE);
    }
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    for (String field : shape.values()) {
      put(value, field.substring(VALUE.length() + 1), text(sent, AT + shape.name() + field));
    }
    return value.isEmpty() ? null : value;
  }

  private static void put(ObjectNode to, String member, JsonNode value) {
    if (value != null) {
      to.set(member, value);
    }
  }

  /** Returns what a field says as JSON has it: a number, yes or no, or a text; null if nothing. */
  private static JsonNode text(Map<String, String> sent, String name) {
    String text = sent.getOrDefault(name, "").replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      return null;
    }
    boolean isFree = isCitation(name) || isProse(name);
    String plain = Text.width(text);
    if (!isFree && plain.matches("[0-9]{1,9}")) {
      return JsonNodeFactory.instance.numberNode(Integer.parseInt(plain));
    }
    return !isFree && YES_NO.contains(text)
        ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
        : JsonNodeFactory.instance.textNode(text);
  }
}
