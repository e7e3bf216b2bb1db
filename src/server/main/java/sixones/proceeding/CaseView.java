package sixones.proceeding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import sixones.evaluation.Evaluation;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.SeenEvidence;
import sixones.proceeding.conclusion.Conclusion;

/**
 * A case at an instant.
 *
 * @param evaluation the evaluation that counts: of the last reply, or the first
 * @param determinations all that were made, the first first
 * @param proposals notices, decisions and the like that take two persons, the first first; what is
 *     covered is among them
 * @param revision the number of the last act; 0 if there is none
 */
public record CaseView(
    BidCase bidCase,
    CaseSettings settings,
    Progress progress,
    UUID evaluation,
    List<KnownDetermination> determinations,
    List<KnownProposal> proposals,
    List<IssuedNotice> notices,
    List<KnownDecision> decisions,
    KnownRecusals recusals,
    long revision,
    Instant at) {

  /**
   * How far a case is.
   *
   * @param handler the number of the person who took it last; null if nobody did
   * @param unrecordedLapse whether the term of a notice passed and no act says so yet
   */
  public record Progress(CaseState state, Long handler, boolean unrecordedLapse) {}

  /** Who has to act next; names nobody. */
  public enum Next {
    OFFICE,
    SECOND_PERSON,
    APPLICANT,
    LEADERS,
    NOBODY
  }

  public CaseView {
    determinations = List.copyOf(determinations);
    proposals = List.copyOf(proposals);
    notices = List.copyOf(notices);
    decisions = List.copyOf(decisions);
  }

  public CaseState state() {
    return progress.state();
  }

  /** Returns the number of the person who took it last; null if nobody did. */
  public Long handler() {
    return progress.handler();
  }

  /** Returns whether the term of a notice passed and no act says so yet. */
  public boolean unrecordedLapse() {
    return progress.unrecordedLapse();
  }

  /** Returns the determinations that count. */
  public List<KnownDetermination> inForce() {
    return with(Standing.IN_FORCE);
  }

  /** Returns the determinations that stand in a way. */
  public List<KnownDetermination> with(Standing standing) {
    List<KnownDetermination> with = new ArrayList<>();
    for (KnownDetermination one : determinations) {
      if (one.standing() == standing) {
        with.add(one);
      }
    }
    return with;
  }

  /**
   * Returns the determinations that counted once, were reopened, and have neither been withdrawn
   * nor made again.
   */
  public List<KnownDetermination> toMakeAgain() {
    List<KnownDetermination> reopened = with(Standing.REOPENED);
    if (reopened.isEmpty()) {
      return reopened;
    }
    List<KnownDetermination> counting = inForce();
    return reopened.stream()
        .filter(KnownDetermination::wasInForce)
        .filter(
            one ->
                counting.stream()
                    .noneMatch(
                        newer ->
                            newer.act().seq() > one.act().seq()
                                && newer.made().isAbout(one.made().rule(), newer.made().pointer())
                                && Objects.equals(newer.pointer(), one.pointer())))
        .toList();
  }

  /** Returns what waits for the second person: determinations and proposals, by their acts. */
  public List<UUID> pending() {
    List<UUID> pending = new ArrayList<>();
    with(Standing.PROPOSED).forEach(one -> pending.add(one.id()));
    proposals.stream()
        .filter(one -> one.standing() == Standing.PROPOSED)
        .forEach(one -> pending.add(one.act().id()));
    return pending;
  }

  /**
   * Returns what waits and is not shown to an officer before she says what she would answer: where
   * the settings ask a confirmer first, all that others propose.
   */
  public Set<UUID> unsaidBy(long person) {
    if (!settings.blindConfirm()) {
      return Set.of();
    }
    Set<UUID> unsaid = new HashSet<>(pending());
    determinations.stream()
        .map(KnownDetermination::act)
        .filter(act -> act.involves(person))
        .forEach(act -> unsaid.remove(act.id()));
    proposals.stream()
        .map(KnownProposal::act)
        .filter(act -> act.involves(person))
        .forEach(act -> unsaid.remove(act.id()));
    return unsaid;
  }

  /** Returns whether an act is covered. */
  public boolean isCovered(UUID act) {
    return proposal(act).filter(one -> one.act().isCovered()).isPresent();
  }

  /** Returns acts of the case without what is covered. */
  public List<CaseAct> shown(List<CaseAct> acts) {
    return acts.stream().map(act -> isCovered(act.id()) ? act.covered() : act).toList();
  }

  /** Returns the case with some acts covered; a determination among them is a mere proposal. */
  public CaseView covering(Set<UUID> acts) {
    if (acts.isEmpty()) {
      return this;
    }
    List<KnownDetermination> shown =
        determinations.stream().filter(one -> !acts.contains(one.id())).toList();
    List<KnownProposal> proposed = new ArrayList<>();
    for (KnownProposal one : proposals) {
      proposed.add(
          acts.contains(one.act().id())
              ? new KnownProposal(one.act().covered(), one.standing(), one.since(), null)
              : one);
    }
    determinations.stream()
        .filter(one -> acts.contains(one.id()))
        .map(one -> new KnownProposal(one.act().covered(), one.standing(), one.since(), null))
        .forEach(proposed::add);
    return new CaseView(
        bidCase,
        settings,
        progress,
        evaluation,
        shown,
        proposed,
        notices,
        decisions,
        recusals,
        revision,
        at);
  }

  /** Returns when the first of the determinations that count expires; empty if none does. */
  public Optional<Instant> expires() {
    Instant first = null;
    for (KnownDetermination one : determinations) {
      Instant expires = one.standing() == Standing.IN_FORCE ? one.expires() : null;
      if (expires != null && (first == null || expires.isBefore(first))) {
        first = expires;
      }
    }
    return Optional.ofNullable(first);
  }

  /** Returns the case at another instant at which it is the same. */
  public CaseView sameAt(Instant other) {
    return new CaseView(
        bidCase,
        settings,
        progress,
        evaluation,
        determinations,
        proposals,
        notices,
        decisions,
        recusals,
        revision,
        other);
  }

  /**
   * Returns until when the case stays as it is if nobody does anything: the first end of a term or
   * of a determination that lies ahead; {@link Instant#MAX} if none does.
   */
  public Instant sameUntil() {
    return Stream.concat(
            notices.stream().map(IssuedNotice::due),
            determinations.stream().map(KnownDetermination::expires))
        .filter(end -> end != null && end.isAfter(at))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /** Returns the notice whose reply is awaited. */
  public Optional<IssuedNotice> waiting() {
    return notices.isEmpty()
        ? Optional.empty()
        : notices.stream()
            .filter(one -> one.progress() == IssuedNotice.Progress.WAITING)
            .findFirst();
  }

  /** Returns the determination an act made. */
  public Optional<KnownDetermination> determination(UUID act) {
    return determinations.stream().filter(one -> one.id().equals(act)).findFirst();
  }

  /** Returns the proposal an act made. */
  public Optional<KnownProposal> proposal(UUID act) {
    return proposals.stream().filter(one -> one.act().id().equals(act)).findFirst();
  }

  /** Returns what follows from the evaluation that counts, with the determinations in force. */
  public Conclusion conclusion(Evaluation of) {
    return Conclusion.of(of, inForce().stream().map(KnownDetermination::counted).toList());
  }

  /** Returns what would follow if a determination that is proposed were confirmed. */
  public Conclusion ifConfirmed(Evaluation of, KnownDetermination proposed) {
    List<Conclusion.InForce> counted = new ArrayList<>();
    inForce().stream()
        .filter(
            one ->
                !(one.made().rule().equals(proposed.made().rule())
                    && java.util.Objects.equals(one.pointer(), proposed.pointer())))
        .forEach(one -> counted.add(one.counted()));
    counted.add(proposed.counted());
    return Conclusion.of(of, counted);
  }

  /**
   * Returns the revision as the applicant is told it: it moves with what the applicant is told and
   * with nothing that is only considered or proposed.
   */
  public long toldRevision() {
    long told = state() == CaseState.RECEIVED ? 0 : 1;
    told += proposals.stream().filter(one -> one.standing() == Standing.IN_FORCE).count();
    told += notices.stream().filter(one -> one.progress() != IssuedNotice.Progress.WAITING).count();
    return state() == CaseState.CLOSED_WITHDRAWN ? told + 1 : told;
  }

  /** Returns who has to act next. */
  public Next next() {
    if (state().isEnd()) {
      return Next.NOBODY;
    }
    if (state() == CaseState.RETURNED) {
      return Next.APPLICANT;
    }
    if (!pending().isEmpty()) {
      return Next.SECOND_PERSON;
    }
    return state() == CaseState.PROPOSED || state() == CaseState.NOT_PROPOSED
        ? Next.LEADERS
        : Next.OFFICE;
  }

  /** Returns the digests of documents that officers have recorded having seen. */
  public Set<String> seenDocuments() {
    Set<String> digests = new HashSet<>();
    for (KnownDetermination one : determinations()) {
      if (one.standing() != Standing.WITHDRAWN && one.standing() != Standing.DECLINED) {
        one.made().restsOn().evidence().stream()
            .map(SeenEvidence::sha256)
            .filter(Objects::nonNull)
            .forEach(digests::add);
      }
    }
    return digests;
  }
}
