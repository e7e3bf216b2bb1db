package sixones.pages.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sixones.pages.frame.Moments;
import sixones.round.Refused;
import sixones.text.Text;

/**
 * The fields of a form of an act. Each field is named by its place in the act's body, as a JSON
 * Pointer; what is blank is left out, and the entries of a list close up.
 */
final class ActFields {
  /** Before the place of an entry that counts only if it is ticked. */
  static final String PICK = "pick:";

  private static final int MOST_STEPS = 5;

  /** One more than an act may have: what has more is refused as a whole, never cut short. */
  private static final int MOST_ENTRIES = 501;

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

  /**
   * Refuses a form in which something was typed for an entry that is not ticked: nobody can tell
   * which of the two was meant.
   */
  void mustBeTicked() {
    for (Map.Entry<String, String> field : sent.entrySet()) {
      String[] steps = field.getKey().split("/", -1);
      boolean isTyped =
          field.getKey().matches("/.+/([0-9]+)/(.+/(zh|en)|ground)") && !field.getValue().isBlank();
      if (isTyped && !isPicked(steps)) {
        throw Refused.wrong("", "typed-not-ticked", Map.of());
      }
    }
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
    return step.matches("[0-9]{1,6}");
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

  /**
   * The entries of a list as a form sent them. A form that is made anew may have others, in another
   * order: what was typed stays with what it was typed for.
   */
  static final class SentEntries {
    private final Map<String, String> sent;
    private final String list;
    private final Set<Integer> numbers = new TreeSet<>();
    private final Set<Integer> placed = new HashSet<>();
    private int next;

    /**
     * Creates an instance.
     *
     * @param sent the values by name of the field
     * @param list the place of the list
     */
    SentEntries(Map<String, String> sent, String list) {
      this.sent = sent;
      this.list = list;
      for (String name : sent.keySet()) {
        String rest = name.startsWith(list + "/") ? name.substring(list.length() + 1) : "";
        if (rest.matches("[0-9]{1,4}/.+")) {
          numbers.add(Integer.valueOf(rest.substring(0, rest.indexOf('/'))));
        }
      }
      next = numbers.stream().mapToInt(number -> number + 1).max().orElse(0);
    }

    /**
     * Returns the place of an entry: the one it was sent with, or a new one.
     *
     * @param known what it is known by: hidden fields by their name within the entry
     */
    String place(Map<String, String> known) {
      for (int number : numbers) {
        String at = list + "/" + number;
        boolean isIt =
            known.entrySet().stream()
                .allMatch(field -> field.getValue().equals(sent.get(at + "/" + field.getKey())));
        if (isIt && placed.add(number)) {
          return at;
        }
      }
      return list + "/" + next++;
    }

    /** Returns what was typed into entries that have no place in the form any more. */
    List<String> typedElsewhere() {
      List<String> typed = new ArrayList<>();
      for (int number : numbers) {
        if (!placed.contains(number)) {
          String at = list + "/" + number + "/";
          sent.forEach(
              (name, value) -> {
                if (name.startsWith(at) && name.matches(".*/(zh|en)") && !value.isBlank()) {
                  typed.add(value);
                }
              });
        }
      }
      return typed;
    }
  }
}
