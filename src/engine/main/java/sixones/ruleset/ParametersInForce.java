package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sixones.fact.InForce;
import sixones.rule.Parameter;

/**
 * The parameters of a rule set by day, call year and place. What is in force is remembered, and
 * shared by all applicants for whom it is the same.
 */
final class ParametersInForce {
  private static final int MOST_REMEMBERED = 128;

  /**
   * What a value depends on.
   *
   * @param call null if no parameter has a value for the call year
   * @param places those of the places that parameters have values for
   */
  private record Key(LocalDate day, Integer call, Set<String> places) {}

  private record Remembered(Key key, InForce inForce) {}

  private final Collection<Parameter> parameters;
  private final Set<Integer> calls = new HashSet<>();
  private final Set<String> places = new HashSet<>();
  private final Map<Key, InForce> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, InForce> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };
  private volatile Remembered last;

  ParametersInForce(Collection<Parameter> parameters) {
    this.parameters = parameters;
    for (Parameter parameter : parameters) {
      for (Parameter.Value value : parameter.values()) {
        if (value.call() != null) {
          calls.add(value.call());
        }
        if (value.place() != null) {
          places.add(value.place());
        }
      }
    }
  }

  /** Returns whether any parameter has a value for a place. */
  boolean namesPlaces() {
    return !places.isEmpty();
  }

  /**
   * Returns what is in force for an applicant.
   *
   * @param call the call year; null for none
   * @param around the codes of the divisions the applicant lies in
   * @param make makes an instance of the values in force, by the parameter's id
   */
  InForce on(
      LocalDate day,
      Integer call,
      List<String> around,
      Function<Map<String, JsonNode>, InForce> make) {
    Key key = key(day, call, around);
    Remembered now = last;
    if (now != null && now.key().equals(key)) {
      return now.inForce();
    }
    synchronized (remembered) {
      InForce inForce = remembered.computeIfAbsent(key, k -> make.apply(values(k)));
      last = new Remembered(key, inForce);
      return inForce;
    }
  }

  private Key key(LocalDate day, Integer call, List<String> around) {
    Set<String> among = Set.of();
    if (!places.isEmpty()) {
      among = new HashSet<>(around);
      among.retainAll(places);
    }
    return new Key(day, calls.contains(call) ? call : null, among);
  }

  private Map<String, JsonNode> values(Key key) {
    Map<String, JsonNode> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      Parameter.Value value = parameter.inForce(key.day(), key.call(), key.places());
      if (value != null) {
        values.put(parameter.id(), value.value());
      }
    }
    return values;
  }
}
