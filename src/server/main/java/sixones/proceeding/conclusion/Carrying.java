package sixones.proceeding.conclusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sixones.bid.DraftDifference;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.Canonical;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.Reply;

/** Tells which determinations hold for another bid, and which have to be made again. */
public final class Carrying {
  private final Examined before;
  private final Examined after;
  private final List<DraftDifference.Change> changes;
  private final Map<String, List<DraftDifference.Pair>> matched = new HashMap<>();
  private final List<Reply.Carried> carried = new ArrayList<>();
  private final List<Reply.Reopened> reopened = new ArrayList<>();

  public Carrying(Examined before, Examined after) {
    this.before = before;
    this.after = after;
    this.changes = DraftDifference.between(before.bid(), after.bid());
  }

  /** Returns the values that differ. */
  public List<DraftDifference.Change> changes() {
    return changes;
  }

  /** Returns the determinations that hold, in the order they were looked at. */
  public List<Reply.Carried> carried() {
    return List.copyOf(carried);
  }

  /** Returns the determinations that have to be made again. */
  public List<Reply.Reopened> reopened() {
    return List.copyOf(reopened);
  }

  /**
   * Looks at a determination.
   *
   * @param of the act that made it
   * @param pointer its place in the bid before; null for the whole finding
   * @param lookedAt what the person looked at, in the bid before
   * @param basis its basis in the bid before
   */
  public void look(
      UUID of, Determination made, String pointer, List<String> lookedAt, Basis basis) {
    String now = pointer == null ? null : mapped(pointer);
    List<String> seen = new ArrayList<>();
    lookedAt.forEach(place -> seen.add(mapped(place)));
    boolean isThere =
        !seen.contains(null)
            && (pointer == null
                ? after.finding(made.rule()) != null
                : now != null && after.place(made.rule(), now) != null && isUnmoved(pointer, now));
    Basis again = isThere ? Bases.of(after, made.rule(), now, seen) : null;
    if (again != null && again.isSame(basis)) {
      carried.add(new Reply.Carried(of, now, seen, again));
      return;
    }
    boolean isRule =
        again != null && (!again.rule().equals(basis.rule()) || !again.asOf().equals(basis.asOf()));
    reopened.add(
        new Reply.Reopened(
            of,
            isRule ? "rule" : "facts",
            isRule ? List.of() : changed(made, pointer, now, lookedAt)));
  }

  private String mapped(String pointer) {
    return BidPlaces.mapped(pointer, before.bid(), after.bid(), matched);
  }

  /** Returns whether an entry is where it was, or is equal to the byte where it is now. */
  private boolean isUnmoved(String pointer, String now) {
    if (pointer.equals(now)) {
      return true;
    }
    String[] was = pointer.split("/", -1);
    String[] is = now.split("/", -1);
    int first = 1;
    while (was[first].equals(is[first])) {
      first++;
    }
    String from = String.join("/", List.of(was).subList(0, first + 1));
    String to = String.join("/", List.of(is).subList(0, first + 1));
    return Canonical.text(before.bid().at(from)).equals(Canonical.text(after.bid().at(to)));
  }

  /** Returns the places that changed of those a determination depends on; all if none of them. */
  private List<String> changed(
      Determination made, String pointer, String now, List<String> lookedAt) {
    List<String> places = Bases.places(before, made.rule(), pointer, lookedAt);
    if (now != null) {
      places.addAll(Bases.places(after, made.rule(), now, List.of()));
    }
    Set<String> touched = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    for (DraftDifference.Change change : changes) {
      String named = change.after() == null ? change.before() : change.after();
      all.add(named);
      for (String place : places) {
        if (change.before() != null && BidPlaces.touches(place, change.before())
            || change.after() != null && BidPlaces.touches(place, change.after())) {
          touched.add(named);
        }
      }
    }
    return List.copyOf(touched.isEmpty() ? all : touched);
  }
}
