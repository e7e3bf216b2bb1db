package sixones.fact.derived;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the derived members of one kind of fact need: members before them, and parameters. */
public final class Needs {
  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final Map<String, Set<String>> parameters = new LinkedHashMap<>();
  private final Set<String> days = new TreeSet<>();

  /** Notes that a derived member reads one before it. */
  void member(String derived, String read) {
    members.computeIfAbsent(derived, k -> new LinkedHashSet<>()).add(read);
  }

  /**
   * Notes that a derived member reads a parameter.
   *
   * @param derived empty for the kind of fact itself
   */
  void parameter(String derived, String id) {
    parameters.computeIfAbsent(derived, k -> new TreeSet<>()).add(id);
  }

  /** Notes a parameter that is read as a day. */
  void day(String id) {
    days.add(id);
  }

  /** Returns the ids of the parameters that are read as days. */
  public Set<String> days() {
    return days;
  }

  /** Notes a derived member that is a further output of another. */
  public void outputOf(String further, String main) {
    members.computeIfAbsent(main, k -> new LinkedHashSet<>());
    member(further, main);
  }

  /** Notes a derived member. */
  void derived(String name) {
    members.computeIfAbsent(name, k -> new LinkedHashSet<>());
  }

  /** Returns the derived members that nobody needs who reads some, in the order of the contract. */
  public Set<String> unused(Collection<String> read) {
    Set<String> unused = new LinkedHashSet<>(members.keySet());
    unused.removeAll(needed(read));
    return unused;
  }

  /** Returns the ids of the parameters that the kind of fact and all its members read. */
  public Set<String> parameters() {
    return parameters(members.keySet());
  }

  /** Returns the ids of the parameters that are needed by who reads some members. */
  public Set<String> parameters(Collection<String> read) {
    Set<String> ids = new TreeSet<>(parameters.getOrDefault("", Set.of()));
    needed(read).forEach(member -> ids.addAll(parameters.getOrDefault(member, Set.of())));
    return ids;
  }

  /** Returns the ids of the parameters that a member is derived with; empty if it is stated. */
  public Set<String> parametersOf(String member) {
    Set<String> ids = new TreeSet<>();
    needed(Set.of(member)).forEach(each -> ids.addAll(parameters.getOrDefault(each, Set.of())));
    return ids;
  }

  /** Returns the ids of the parameters that decide which facts of the kind there are. */
  public Set<String> parametersOfKind() {
    return parameters.getOrDefault("", Set.of());
  }

  private Set<String> needed(Collection<String> read) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(read);
    while (!next.isEmpty()) {
      String member = next.remove();
      if (needed.add(member)) {
        next.addAll(members.getOrDefault(member, Set.of()));
      }
    }
    return needed;
  }
}
