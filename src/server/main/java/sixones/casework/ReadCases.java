package sixones.casework;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.conclusion.Conclusion;
import sixones.round.Round;

/**
 * Cases as they were read last: their acts, which never change and hold until a case has a newer
 * one, what they are, and what follows, which is the same as long as the same determinations count
 * for the same evaluation. Acts and cases are dropped when memory is short. Which cases somebody
 * may see is asked each time.
 */
final class ReadCases {
  /**
   * More than the ten newest rounds of a country have: of fewer, none would be remembered until its
   * next turn.
   */
  private static final int CASES = 131_072;

  /** More than a list without a round is of. */
  private static final int ROUNDS = 16;

  /** More than a round of a country has. */
  private static final int CONCLUDED = 16_384;

  /** The acts of a case, with the id of the last one. */
  private record Acts(UUID last, List<CaseAct> acts) {}

  /**
   * A case at an instant, with the ids of the last act and of the last declaration for its round.
   *
   * @param until when it is another, by an act, a declaration or time
   */
  private record Viewed(UUID last, UUID declared, Instant until, CaseView view) {
    boolean isOf(UUID lastAct, UUID lastDeclared, Instant at) {
      return Objects.equals(last, lastAct)
          && Objects.equals(declared, lastDeclared)
          && !at.isBefore(view.at())
          && at.isBefore(until);
    }
  }

  /**
   * The cases of a round at an instant.
   *
   * @param acts how many there were in all of them
   * @param declared the id of the last declaration for the round
   * @param until when one of them is another, by an act, a declaration or time
   */
  private record WholeRound(
      Long acts, UUID declared, Instant since, Instant until, List<Viewed> cases) {
    WholeRound(Long acts, UUID declared, Instant since, List<Viewed> cases) {
      this(
          acts,
          declared,
          since,
          cases.stream().map(Viewed::until).min(Comparator.naturalOrder()).orElse(Instant.MAX),
          cases);
    }

    boolean isOf(Long count, UUID lastDeclared, Instant at) {
      return !cases.isEmpty()
          && Objects.equals(acts, count)
          && Objects.equals(declared, lastDeclared)
          && !at.isBefore(since)
          && at.isBefore(until);
    }
  }

  /** What follows, and from what. */
  private record Followed(
      UUID evaluation, List<Conclusion.InForce> counted, RoundConclusions.Followed followed) {
    boolean isOf(UUID other, List<Conclusion.InForce> now) {
      return evaluation.equals(other) && counted.equals(now);
    }
  }

  /** What was read last, by case or round; what was not asked for the longest goes first. */
  private static final class Latest<V> extends LinkedHashMap<UUID, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
      return size() > most;
    }
  }

  private final ExaminedBids examined;

  private final Latest<SoftReference<Acts>> acts = new Latest<>(CASES);
  private final Latest<SoftReference<Viewed>> present = new Latest<>(CASES);
  private final Latest<SoftReference<Viewed>> past = new Latest<>(CASES);
  private final Latest<SoftReference<WholeRound>> rounds = new Latest<>(ROUNDS);
  private final Latest<SoftReference<WholeRound>> pastRounds = new Latest<>(ROUNDS);
  private final Latest<Followed> concluded = new Latest<>(CONCLUDED);

  ReadCases(ExaminedBids examined) {
    this.examined = examined;
  }

  /**
   * Returns all cases of a round as they are, by applicant; requires a transaction. While nobody
   * acts or declares and no term ends, they are those that were read before.
   */
  List<CaseView> ofRound(UUID round, Instant now) {
    return whole(round, now, rounds, present);
  }

  /** Returns all cases of a round as they were in the past, as {@link #ofRound} does. */
  List<CaseView> past(UUID round, Instant at) {
    return whole(round, at, pastRounds, past);
  }

  private List<CaseView> whole(
      UUID round,
      Instant at,
      Latest<SoftReference<WholeRound>> read,
      Latest<SoftReference<Viewed>> viewed) {
    // Before the cases: what is counted after it has been read is read again.
    Long count = CaseRows.acts(round);
    List<CaseAct> declarations = ActRows.declarations(round);
    WholeRound known = known(read, round);
    if (known == null || !known.isOf(count, last(declarations), at)) {
      known =
          new WholeRound(
              count,
              last(declarations),
              at,
              views(round, at, CaseRows.withLast(round), declarations, viewed));
      if (count != null) {
        remember(read, round, new SoftReference<>(known));
      }
    }
    return known.cases.stream().map(one -> one.view.sameAt(at)).toList();
  }

  /**
   * Returns cases of a round as they are, in the order given; requires a transaction. A case is not
   * put together again that has not changed since, by an act, a declaration or time.
   */
  List<CaseView> views(UUID round, Instant now, List<CaseRows.WithLast> cases) {
    return views(round, now, cases, ActRows.declarations(round), present).stream()
        .map(one -> one.view.sameAt(now))
        .toList();
  }

  private List<Viewed> views(
      UUID round,
      Instant at,
      List<CaseRows.WithLast> cases,
      List<CaseAct> declarations,
      Latest<SoftReference<Viewed>> viewed) {
    UUID declared = last(declarations);
    Map<UUID, Viewed> known = new HashMap<>();
    List<CaseRows.WithLast> unread = new ArrayList<>();
    for (CaseRows.WithLast one : cases) {
      Viewed kept = known(viewed, one.bidCase().id());
      if (kept != null && kept.isOf(one.last(), declared, at)) {
        known.put(one.bidCase().id(), kept);
      } else {
        unread.add(one);
      }
    }
    if (!unread.isEmpty()) {
      CaseSettings settings = CaseRows.settings(round);
      Map<UUID, List<CaseAct>> read = acts(unread);
      for (CaseRows.WithLast one : unread) {
        UUID id = one.bidCase().id();
        List<CaseAct> done = read.getOrDefault(id, List.of());
        CaseView view = CaseFold.at(one.bidCase(), settings, done, declarations, at);
        Instant until =
            Stream.of(view.sameUntil(), next(done, at), next(declarations, at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Viewed made = new Viewed(last(done), declared, until, view);
        known.put(id, made);
        remember(viewed, id, new SoftReference<>(made));
      }
    }
    return cases.stream().map(one -> known.get(one.bidCase().id())).toList();
  }

  private static UUID last(List<CaseAct> acts) {
    return acts.isEmpty() ? null : acts.get(acts.size() - 1).id();
  }

  /** When the first act after an instant was done. */
  private static Instant next(List<CaseAct> acts, Instant at) {
    return acts.stream().map(CaseAct::at).filter(at::isBefore).findFirst().orElse(Instant.MAX);
  }

  /**
   * Returns the acts of cases that this reader may see, by case, each by number; requires a
   * transaction.
   */
  private Map<UUID, List<CaseAct>> acts(List<CaseRows.WithLast> cases) {
    Map<UUID, List<CaseAct>> all = new HashMap<>();
    List<UUID> unread = new ArrayList<>();
    for (CaseRows.WithLast one : cases) {
      UUID bidCase = one.bidCase().id();
      Acts known = one.last() == null ? null : known(acts, bidCase);
      if (known != null && known.last.equals(one.last())) {
        all.put(bidCase, known.acts);
      } else if (one.last() != null) {
        unread.add(bidCase);
      }
    }
    if (!unread.isEmpty()) {
      ActRows.ofCases(unread)
          .forEach(
              (bidCase, read) -> {
                all.put(bidCase, read);
                remember(
                    acts, bidCase, new SoftReference<>(new Acts(last(read), List.copyOf(read))));
              });
    }
    return all;
  }

  private synchronized <V> V known(Latest<SoftReference<V>> of, UUID id) {
    SoftReference<V> known = of.get(id);
    return known == null ? null : known.get();
  }

  private synchronized <V> void remember(Latest<V> of, UUID id, V read) {
    of.put(id, read);
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
            remember(
                concluded,
                view.bidCase().id(),
                new Followed(view.evaluation(), counted(view), read));
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
}
