package sixones.casework;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.act.CaseAct;

/**
 * The acts of cases as they were read last. What is on record never changes, so that they hold
 * until a case has a newer act; they are dropped when memory is short. Which cases somebody may see
 * is asked each time.
 */
final class ReadActs {
  private static final int CASES = 4_096;

  /** The acts of a case, with the id of the last one. */
  private record Read(UUID last, List<CaseAct> acts) {}

  private final Map<UUID, SoftReference<Read>> cases =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SoftReference<Read>> eldest) {
          return size() > CASES;
        }
      };

  /**
   * Returns the acts of all cases of a round that this reader may see, by case, each by number;
   * requires a transaction.
   */
  Map<UUID, List<CaseAct>> ofRound(UUID round) {
    Map<UUID, List<CaseAct>> acts = new HashMap<>();
    List<UUID> unread = new ArrayList<>();
    ActRows.lastOfRound(round)
        .forEach(
            (bidCase, last) -> {
              Read known = known(bidCase);
              if (known != null && known.last.equals(last)) {
                acts.put(bidCase, known.acts);
              } else {
                unread.add(bidCase);
              }
            });
    if (!unread.isEmpty()) {
      ActRows.ofCases(unread)
          .forEach(
              (bidCase, read) -> {
                acts.put(bidCase, read);
                remember(bidCase, new Read(read.get(read.size() - 1).id(), List.copyOf(read)));
              });
    }
    return acts;
  }

  private synchronized Read known(UUID bidCase) {
    SoftReference<Read> known = cases.get(bidCase);
    return known == null ? null : known.get();
  }

  private synchronized void remember(UUID bidCase, Read read) {
    cases.put(bidCase, new SoftReference<>(read));
  }
}
