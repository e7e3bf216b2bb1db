package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.text.Words;

/**
 * A number, text or list that policy could change. Its values are dated; a value may be for one
 * call year, for one place, or for both, and the others are the default.
 *
 * @param values first the default by day, then the others by place, call year and day
 */
public record Parameter(String id, Words title, String citation, List<Value> values) {
  private static final Comparator<Value> ORDER =
      Comparator.comparing(Value::place, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Value::call, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Value::from);

  /** The more specific value last, and of two for the same call year and place the later one. */
  private static final Comparator<Value> SPECIFIC =
      Comparator.comparing((Value value) -> value.place() != null)
          .thenComparing(value -> value.call() != null)
          .thenComparing(value -> value.place() == null ? 0 : digits(value.place()))
          .thenComparing(Value::from);

  /**
   * One value.
   *
   * @param from the first day on which it is in force; it is until the next value for the same call
   *     year and place
   * @param call the call year it is for; null for every other
   * @param place the code of the division whose applicants it is for; null for all others
   * @param citation the id of the citation it rests on, that of the parameter unless it has its own
   */
  public record Value(LocalDate from, Integer call, String place, JsonNode value, String citation) {

    /** Returns whether it is for every call year and place that no other value is for. */
    public boolean isDefault() {
      return call == null && place == null;
    }

    private boolean isFor(LocalDate day, Integer year, Collection<String> places) {
      return !from.isAfter(day)
          && (call == null || call.equals(year))
          && (place == null || places.contains(place));
    }
  }

  public Parameter {
    values = values.stream().sorted(ORDER).toList();
  }

  public static Parameter of(String id, JsonNode node) {
    String citation = node.path("citation").asText();
    List<Value> values = new ArrayList<>();
    for (JsonNode value : node.path("values")) {
      values.add(
          new Value(
              LocalDate.parse(value.path("from").asText()),
              value.has("call") ? (Integer) value.path("call").intValue() : null,
              value.path("place").textValue(),
              value.path("value"),
              value.path("citation").asText(citation)));
    }
    return new Parameter(id, Words.of(node.path("title")), citation, values);
  }

  /** Returns the default in force on a day; null if there is none. */
  public JsonNode inForceOn(LocalDate day) {
    Value value = inForce(day, null, List.of());
    return value == null ? null : value.value();
  }

  /**
   * Returns the most specific value in force on a day: for the place and the call year, else for
   * the place, else for the call year, else the default. Of two places the smaller one counts.
   *
   * @param call the call year; null for none
   * @param places the codes of the divisions that an applicant lies in
   * @return null if no value is in force
   */
  public Value inForce(LocalDate day, Integer call, Collection<String> places) {
    return values.stream()
        .filter(value -> value.isFor(day, call, places))
        .max(SPECIFIC)
        .orElse(null);
  }

  /** Returns the values in force on a day that are for a call year, a place or both. */
  public List<Value> particularOn(LocalDate day) {
    Map<List<Object>, Value> latest = new LinkedHashMap<>();
    for (Value value : values) {
      if (!value.isDefault() && !value.from().isAfter(day)) {
        latest.put(Arrays.asList(value.place(), value.call()), value);
      }
    }
    return List.copyOf(latest.values());
  }

  /** Returns a copy with one value alone: the default from its first day on. */
  public Parameter withOne(JsonNode value) {
    LocalDate first = values.stream().map(Value::from).min(Comparator.naturalOrder()).orElseThrow();
    return new Parameter(
        id, title, citation, List.of(new Value(first, null, null, value, citation)));
  }

  /** Returns how many digits of a division's code its parts share: more for a smaller one. */
  private static int digits(String code) {
    return code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : code.length();
  }
}
