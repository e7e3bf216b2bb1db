package sixones.pages.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sixones.pages.frame.Moments;
import sixones.text.Text;

/**
 * The fields of a form of an act. Each field is named by its place in the act's body, as a JSON
 * Pointer; what is blank is left out, and the entries of a list close up.
 */
final class ActFields {
  /** Before the place of an entry that counts only if it is ticked. */
  static final String PICK = "pick:";

  private static final int MOST_STEPS = 5;
  private static final int MOST_ENTRIES = 500;

  private final Map<String, String> sent;
  private final ObjectNode body = JsonNodeFactory.instance.objectNode();

  /** Which entry of a list of the form became which of the body, by the list's place. */
  private final Map<String, List<String>> entries = new HashMap<>();

  /**
   * Creates an instance.
   *
   * @param sent the values by name of the field
   */
  ActFields(Map<String, String> sent) {
    this.sent = new LinkedHashMap<>(sent);
    sent.forEach(this::read);
  }

  private void read(String name, String value) {
    String[] steps = name.split("/", -1);
    boolean isPlace = name.startsWith("/") && steps.length <= MOST_STEPS;
    if (isPlace && !value.isBlank() && isPicked(steps)) {
      put(steps, converted(name, value));
    }
  }

  /** An entry with a box counts if the box is ticked. */
  private boolean isPicked(String[] steps) {
    String entry = steps.length < 3 ? "" : "/" + steps[1] + "/" + steps[2];
    return !sent.containsKey("box:" + entry) || sent.containsKey(PICK + entry);
  }

  private void put(String[] steps, JsonNode value) {
    JsonNode at = body;
    StringBuilder place = new StringBuilder();
    for (int i = 1; i < steps.length; i++) {
      boolean isLast = i == steps.length - 1;
      boolean listFollows = !isLast && isIndex(steps[i + 1]);
      if (at instanceof ArrayNode list) {
        int index = index(place.toString(), steps[i]);
        if (index >= MOST_ENTRIES) {
          return;
        }
        at = isLast ? added(list, value) : entry(list, index, listFollows);
      } else if (at instanceof ObjectNode object) {
        if (isLast) {
          object.set(steps[i], value);
          return;
        }
        at = member(object, steps[i], listFollows);
      } else {
        // Two fields of a form that nobody was given contradict each other.
        return;
      }
      place.append('/').append(steps[i]);
    }
  }

  private static JsonNode added(ArrayNode list, JsonNode value) {
    list.add(value);
    return value;
  }

  private static JsonNode member(ObjectNode object, String name, boolean isList) {
    JsonNode member = object.get(name);
    return member != null ? member : isList ? object.putArray(name) : object.putObject(name);
  }

  private static JsonNode entry(ArrayNode list, int index, boolean isList) {
    if (index == list.size()) {
      list.add(
          isList ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode());
    }
    return list.get(index);
  }

  private int index(String list, String written) {
    List<String> known = entries.computeIfAbsent(list, place -> new ArrayList<>());
    int index = known.indexOf(written);
    if (index < 0) {
      known.add(written);
      return known.size() - 1;
    }
    return index;
  }

  private static boolean isIndex(String step) {
    return step.matches("[0-9]{1,4}");
  }

  private static JsonNode converted(String name, String value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    String text = value.replace("\r\n", "\n").strip();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return switch (last) {
      case "listed" ->
          switch (text) {
            case "yes" -> json.booleanNode(true);
            case "no" -> json.booleanNode(false);
            default -> json.textNode(text);
          };
      case "person" ->
          text.matches("[0-9]{1,18}") ? json.numberNode(Long.parseLong(text)) : json.textNode(text);
      case "day" -> json.textNode(Moments.day(text));
      case "expires" -> json.textNode(expiry(text));
      case "sha256" -> json.textNode(digest(text));
      default -> json.textNode(text);
    };
  }

  private static String expiry(String text) {
    String day = Moments.day(text);
    return day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? day : Moments.instant(text);
  }

  /** Reads a digest as programs print it, too. */
  private static String digest(String text) {
    String narrow = Text.width(text).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return narrow.matches("[0-9a-f]{64}") ? "sha256:" + narrow : narrow;
  }

  /** Returns the body of the act as JSON. */
  byte[] json() {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the values by name of the field, as they were sent. */
  Map<String, String> sent() {
    return sent;
  }

  /** Returns the name that a place of the body has in the form. */
  String field(String pointer) {
    StringBuilder name = new StringBuilder();
    String[] steps = pointer.split("/", -1);
    for (int i = 1; i < steps.length; i++) {
      List<String> known = entries.get(name.toString());
      boolean isEntry = known != null && isIndex(steps[i]);
      int index = isEntry ? Integer.parseInt(steps[i]) : 0;
      name.append('/').append(isEntry && index < known.size() ? known.get(index) : steps[i]);
    }
    return name.toString();
  }
}
