package sixones.casework;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Conclusion;
import sixones.round.Round;

/**
 * Cases as they were read last: their acts, which never change and hold until a case has a newer
 * one, and what follows, which is the same as long as the same determinations count for the same
 * evaluation. Acts are dropped when memory is short. Which cases somebody may see is asked each
 * time.
 */
final class ReadCases {
  /** More than a round of a country has: of fewer, none would be remembered until its next turn. */
  private static final int CASES = 16_384;

  /** The acts of a case, with the id of the last one. */
  private record Acts(UUID last, List<CaseAct> acts) {}

  /** What follows, and from what. */
  private record Followed(
      UUID evaluation, List<Conclusion.InForce> counted, RoundConclusions.Followed followed) {
    boolean isOf(UUID other, List<Conclusion.InForce> now) {
      return evaluation.equals(other) && counted.equals(now);
    }
  }

  private final ExaminedBids examined;
  private final Map<UUID, SoftReference<Acts>> acts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, SoftReference<Acts>> eldest) {
          return size() > CASES;
        }
      };
  private final Map<UUID, Followed> concluded =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Followed> eldest) {
          return size() > CASES;
        }
      };

  ReadCases(ExaminedBids examined) {
    this.examined = examined;
  }

  /**
   * Returns the acts of cases that this reader may see, by case, each by number; requires a
   * transaction.
   */
  Map<UUID, List<CaseAct>> acts(List<BidCase> cases) {
    Map<UUID, List<CaseAct>> all = new HashMap<>();
    List<UUID> unread = new ArrayList<>();
    ActRows.lastOf(cases.stream().map(BidCase::id).toList())
        .forEach(
            (bidCase, last) -> {
              Acts known = knownActs(bidCase);
              if (known != null && known.last.equals(last)) {
                all.put(bidCase, known.acts);
              } else {
                unread.add(bidCase);
              }
            });
    if (!unread.isEmpty()) {
      ActRows.ofCases(unread)
          .forEach(
              (bidCase, read) -> {
                all.put(bidCase, read);
                remember(bidCase, new Acts(read.get(read.size() - 1).id(), List.copyOf(read)));
              });
    }
    return all;
  }

  private synchronized Acts knownActs(UUID bidCase) {
    SoftReference<Acts> known = acts.get(bidCase);
    return known == null ? null : known.get();
  }

  private synchronized void remember(UUID bidCase, Acts read) {
    acts.put(bidCase, new SoftReference<>(read));
  }

  /**
   * Returns what follows in cases of a round, by case; those without a determination in force that
   * could move the conclusion are left out: it is the verdict on record, which needs no reading.
   * Reads at once all evaluations it does not know; requires a transaction. One whose answer cannot
   * be read keeps no other from being concluded.
   */
  Map<UUID, RoundConclusions.Followed> followed(Round round, List<CaseView> views) {
    Map<UUID, RoundConclusions.Followed> followed = new HashMap<>();
    Map<UUID, CaseView> unread = new LinkedHashMap<>();
    for (CaseView view : views) {
      List<Conclusion.InForce> counted = counted(view);
      if (!counted.isEmpty() && Conclusion.canDiffer(examined.rules(round), counted)) {
        Followed known = known(view.bidCase().id());
        if (known != null && known.isOf(view.evaluation(), counted)) {
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
            if (evaluation == null) {
              followed.put(view.bidCase().id(), RoundConclusions.Followed.DAMAGED);
              return;
            }
            RoundConclusions.Followed read =
                RoundConclusions.Followed.of(view.conclusion(evaluation));
            followed.put(view.bidCase().id(), read);
            remember(view.bidCase().id(), new Followed(view.evaluation(), counted(view), read));
          });
    }
    return followed;
  }

  private static List<Conclusion.InForce> counted(CaseView view) {
    return view.inForce().stream().map(KnownDetermination::counted).toList();
  }

  private synchronized Followed known(UUID bidCase) {
    return concluded.get(bidCase);
  }

  private synchronized void remember(UUID bidCase, Followed read) {
    concluded.put(bidCase, read);
  }
}
