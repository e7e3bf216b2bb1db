package sixones.casework;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.conclusion.Conclusion;

/**
 * What follows in cases, as it was computed last: the same as long as the same determinations count
 * for the same evaluation. Which cases somebody may see is decided before.
 */
final class ReadConclusions {
  private static final int CASES = 4_096;

  /** What follows, and from what. */
  private record Read(
      UUID evaluation, List<Conclusion.InForce> counted, RoundConclusions.Followed followed) {
    boolean isOf(Read other) {
      return evaluation.equals(other.evaluation) && counted.equals(other.counted);
    }
  }

  private final ExaminedBids examined;
  private final Map<UUID, Read> cases =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Read> eldest) {
          return size() > CASES;
        }
      };

  ReadConclusions(ExaminedBids examined) {
    this.examined = examined;
  }

  /**
   * Returns what follows in cases, by case; those without a determination in force are left out.
   * Reads at once all evaluations it does not know; requires a transaction.
   *
   * @throws sixones.round.Refused if a stored answer was changed
   */
  Map<UUID, RoundConclusions.Followed> of(List<CaseView> views) {
    Map<UUID, RoundConclusions.Followed> followed = new HashMap<>();
    Map<UUID, CaseView> unread = new LinkedHashMap<>();
    for (CaseView view : views) {
      if (!view.inForce().isEmpty()) {
        Read known = known(view.bidCase().id());
        if (known != null && known.isOf(read(view, null))) {
          followed.put(view.bidCase().id(), known.followed);
        } else {
          unread.put(view.evaluation(), view);
        }
      }
    }
    if (!unread.isEmpty()) {
      examined.each(
          unread.keySet(),
          (id, evaluation) -> {
            CaseView view = unread.get(id);
            Read read = read(view, RoundConclusions.Followed.of(view.conclusion(evaluation)));
            followed.put(view.bidCase().id(), read.followed);
            remember(view.bidCase().id(), read);
          });
    }
    return followed;
  }

  private static Read read(CaseView view, RoundConclusions.Followed followed) {
    return new Read(
        view.evaluation(),
        view.inForce().stream().map(KnownDetermination::counted).toList(),
        followed);
  }

  private synchronized Read known(UUID bidCase) {
    return cases.get(bidCase);
  }

  private synchronized void remember(UUID bidCase, Read read) {
    cases.put(bidCase, read);
  }
}
