package sixones.calendar;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads members of a calendar file strictly and collects the defects. */
final class CalendarJson {
  /** The largest file in bytes. */
  static final int LARGEST = 256 * 1024;

  private static final int MOST_FAULTS = 50;
  private static final int MOST_DEPTH = 20;
  private static final int LONGEST_TEXT = 2000;
  private static final int SHOWN = 60;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<CalendarFault> faults = new ArrayList<>();

  /** Parses the file; null, with a fault, if it is no JSON object. */
  JsonNode tree(byte[] json) {
    if (json.length > LARGEST) {
      fault("", "calendar-large", Map.of("most", LARGEST / 1024));
      return null;
    }
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
      fault("", "no-object", Map.of());
    } catch (JsonProcessingException e) {
      boolean placed = e.getLocation() != null;
      Map<String, Integer> where =
          Map.of(
              "line", placed ? e.getLocation().getLineNr() : 1,
              "column", placed ? e.getLocation().getColumnNr() : 1);
      String said = String.valueOf(e.getOriginalMessage());
      fault("", said.startsWith("Duplicate field") ? "member-twice" : "no-json", where);
    } catch (IOException e) {
      fault("", "no-json", Map.of("line", 1, "column", 1));
    }
    return null;
  }

  List<CalendarFault> faults() {
    return faults;
  }

  void fault(String pointer, String kind, Map<String, ?> values) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new CalendarFault(pointer, kind, values));
    }
  }

  /** Reports the members of an object that are not among the known. */
  void known(JsonNode object, String pointer, String... members) {
    if (!object.isObject()) {
      fault(pointer, "no-object", Map.of());
      return;
    }
    Set<String> known = new TreeSet<>(List.of(members));
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String escaped = shortened(name).replace("~", "~0").replace("/", "~1");
        Map<String, String> values = Map.of("known", String.join(", ", known));
        fault(pointer + "/" + escaped, "unknown-member", values);
      }
    }
  }

  /** Returns the entries of a list; none, with a fault, if the member is no list. */
  List<JsonNode> list(JsonNode object, String pointer, String member) {
    JsonNode list = object.path(member);
    if (!list.isArray()) {
      fault(pointer + "/" + member, "calendar-list", Map.of());
      return List.of();
    }
    List<JsonNode> entries = new ArrayList<>();
    list.forEach(entries::add);
    return entries;
  }

  /** Returns a text; null, with a fault, if it is missing, blank, too long or unreadable. */
  String text(JsonNode object, String pointer, String member) {
    return text(object.path(member), pointer + "/" + member);
  }

  /** Returns the text a value is; null, with a fault, if it is none that can be read. */
  String text(JsonNode value, String pointer) {
    if (value.isTextual() && isReadable(value.textValue())) {
      return value.textValue();
    }
    fault(pointer, "calendar-text", found(value));
    return null;
  }

  private static boolean isReadable(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_TEXT
        && text.codePoints().allMatch(CalendarJson::isShown);
  }

  /** Control, direction and other invisible characters could make a notice look like another. */
  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  HolidayName name(JsonNode object, String pointer) {
    JsonNode name = object.path("name");
    known(name, pointer + "/name", "zh", "en");
    String zh = text(name, pointer + "/name", "zh");
    String en = text(name, pointer + "/name", "en");
    return new HolidayName(zh, en);
  }

  /** Returns a day; null, with a fault, if it is none. */
  LocalDate day(JsonNode node, String pointer) {
    try {
      LocalDate day = LocalDate.parse(node.asText(""));
      if (node.isTextual() && day.getYear() >= 1900 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // Reported below like any other invalid day.
    }
    fault(
        pointer,
        "day-form",
        Map.of("found", shortened(node.toString()), "as", "none", "right", ""));
    return null;
  }

  static Map<String, String> found(JsonNode node) {
    return Map.of("found", shortened(node.toString()));
  }

  private static String shortened(String text) {
    int cut = Math.min(text.length(), SHOWN);
    boolean splits = cut < text.length() && Character.isHighSurrogate(text.charAt(cut - 1));
    return cut == text.length() ? text : text.substring(0, splits ? cut - 1 : cut) + "…";
  }
}
