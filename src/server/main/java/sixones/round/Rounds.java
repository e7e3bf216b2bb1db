package sixones.round;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.panache.common.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.audit.Audit;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.library.Pin;
import sixones.library.PinnedEvaluators;
import sixones.people.Person;
import sixones.people.Role;
import sixones.rule.BrokenRuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;

/** The rounds: officers create and move them, everybody else reads what they may see. */
public final class Rounds {
  private static final RoundTerms NOTHING_SAID =
      new RoundTerms(null, null, null, null, null, null, null, null, RoundState.DRAFT);

  private final Transactions transactions;
  private final Audit audit;
  private final Evaluations evaluations;
  private final PinnedEvaluators pinned;
  private final Clock clock;
  private final CaseKeeping cases;
  private final RoundTermsPolicy allowed;

  public Rounds(
      Transactions transactions,
      Audit audit,
      Evaluations evaluations,
      PinnedEvaluators pinned,
      CaseKeeping cases,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
    this.pinned = pinned;
    this.cases = cases;
    this.clock = clock;
    this.allowed = new RoundTermsPolicy(evaluations, clock);
  }

  /**
   * Returns rounds, the newest first; an applicant sees only those that were announced or opened.
   */
  public Slice<Round> list(Person person, Cursor after, int most) {
    return transactions.as(
        person.reader(),
        () -> {
          List<RoundRow> found =
              RoundRow.<RoundRow>find(
                      "(createdAt < :at or createdAt = :at and id < :id) and (:all = true or state"
                          + " <> :draft) order by createdAt desc, id desc",
                      Parameters.with("at", after.at())
                          .and("id", after.id())
                          .and("all", !person.is(Role.APPLICANT))
                          .and("draft", RoundState.DRAFT))
                  .range(0, most)
                  .list();
          List<Round> told = found.stream().map(RoundRow::toRound).toList();
          return Slice.of(told, most, round -> new Cursor(round.createdAt(), round.id()));
        });
  }

  /**
   * Returns a round.
   *
   * @throws Refused if it does not exist or this person may not see it
   */
  public Round find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> visibleRow(person, id).toRound());
  }

  /**
   * Returns what a round pins; null if this person sees no such open round. Requires a transaction.
   */
  public static Pin pin(Person person, UUID id) {
    RoundRow round = RoundRow.findById(id);
    boolean hidden = round == null || person.is(Role.APPLICANT) && round.state == RoundState.DRAFT;
    return hidden || round.bundle == null ? null : round.toRound().pin();
  }

  /**
   * Returns how the cases of rounds are to proceed, as canonical JSON, by round; those of which
   * nothing was set, or which this person may not see, are left out.
   */
  public Map<UUID, String> procedures(Person person, Collection<UUID> ids) {
    return transactions.as(
        person.reader(),
        () -> {
          Map<UUID, String> procedures = new HashMap<>();
          List<RoundRow> rows =
              ids.isEmpty() ? List.of() : RoundRow.list("id in ?1 and procedure is not null", ids);
          rows.stream()
              .filter(row -> !person.is(Role.APPLICANT) || row.state != RoundState.DRAFT)
              .forEach(row -> procedures.put(row.id, row.procedure));
          return procedures;
        });
  }

  /**
   * Returns the row of a round, for something of the round that is asked for; requires a
   * transaction.
   *
   * @throws Refused if it does not exist for this person, or was erased
   */
  public static RoundRow findRow(Person person, UUID id) {
    RoundRow round = visibleRow(person, id);
    if (round.erasedAt != null) {
      Erasures.refuse(id);
    }
    return round;
  }

  /**
   * Returns the rounds whose bids a list over all rounds shows to this person: to an officer those
   * without cases and those she declared for. Requires a transaction.
   *
   * @return null for all of them
   */
  public static Set<UUID> toLookThrough(Person person) {
    return person.is(Role.OFFICER)
        ? Set.copyOf(
            Panache.getSession()
                .createNativeQuery("select rounds_to_look_through()", UUID.class)
                .getResultList())
        : null;
  }

  /** Returns the rounds with these ids that this reader may see; requires a transaction. */
  public static Map<UUID, Round> known(Collection<UUID> ids) {
    return RoundRow.<RoundRow>list("id in ?1", ids).stream()
        .map(RoundRow::toRound)
        .collect(Collectors.toMap(Round::id, round -> round));
  }

  private static RoundRow visibleRow(Person person, UUID id) {
    RoundRow round = RoundRow.findById(id);
    if (round == null || person.is(Role.APPLICANT) && round.toRound().state() == RoundState.DRAFT) {
      throw Refused.noSuch();
    }
    return round;
  }

  /**
   * Creates a round, as a draft or open.
   *
   * @param json the request body
   * @throws Refused if the request is invalid
   */
  public Round create(Person person, byte[] json) {
    person.mustBe(Role.OFFICER);
    RoundRequest asked = RoundTermsReader.read(json, NOTHING_SAID);
    RoundTerms call = asked.terms();
    allowed.first(call);
    String procedure = procedure(asked, null);
    boolean opens = call.state() == RoundState.OPEN;
    Optional<RoundMoveKind> move = RoundMoveKind.between(RoundState.DRAFT, call.state());
    String reason = move.isPresent() ? reason(asked) : null;
    return transactions.as(
        person.reader(),
        () -> {
          RoundRow round = new RoundRow(UUID.randomUUID(), now());
          if (opens) {
            open(round, call);
          }
          round.setTerms(call);
          round.procedure = procedure;
          round.persistAndFlush();
          Round created = round.toRound();
          if (opens) {
            cases.opened(created, procedure);
          }
          move.ifPresent(kind -> RoundMoveRow.insert(created, created, kind, reason, now()));
          RoundChange.called(created, procedure, reason).note(audit);
          return created;
        });
  }

  /**
   * Changes a round or moves it to another state.
   *
   * @param json the request body; a member left out keeps its value
   * @param revision the revision the change is based on; null to skip the check
   * @throws Refused if the round does not exist, was changed since, or does not allow the change
   */
  public Round change(Person person, UUID id, byte[] json, Integer revision) {
    if (!person.is(Role.OFFICER)) {
      find(person, id);
      person.mustBe(Role.OFFICER);
    }
    return transactions.as(
        person.reader(),
        () -> {
          Locks.alone("round " + id);
          RoundRow row = findRow(person, id);
          Round before = row.toRound();
          if (revision != null && revision != before.revision()) {
            throw new Refused(Refused.Why.STALE, "changed-since", Map.of());
          }
          RoundRequest asked = RoundTermsReader.read(json, before.call());
          RoundTerms call = asked.terms();
          allowed.change(before, call);
          String procedure = procedure(asked, row.procedure);
          boolean other = !Objects.equals(procedure, row.procedure);
          if (other && !before.state().isPlanned()) {
            throw settled();
          }
          if (other || !call.equals(before.call())) {
            if (before.state().isPlanned() && call.state() == RoundState.OPEN) {
              open(row, call);
            }
            Optional<RoundMoveKind> move = move(before, call);
            String reason = move.isPresent() ? reason(asked) : null;
            RoundChange.Told was = new RoundChange.Told(before, row.procedure);
            row.setTerms(call);
            row.procedure = procedure;
            Round after = row.toRound();
            move.ifPresent(kind -> RoundMoveRow.insert(before, after, kind, reason, now()));
            RoundChange.between(was, new RoundChange.Told(after, procedure), reason).note(audit);
            move.ifPresent(kind -> keep(kind, row));
          }
          return row.toRound();
        });
  }

  private String procedure(RoundRequest asked, String before) {
    return asked.procedure() == null ? before : cases.settings(asked.procedure());
  }

  private static Refused settled() {
    Fault fault = new Fault("/procedure", "settled", Map.of());
    return new Refused(Refused.Why.CONFLICT, "round-settled", Map.of(), List.of(fault));
  }

  private void keep(RoundMoveKind move, RoundRow row) {
    row.persistAndFlush();
    Round round = row.toRound();
    switch (move) {
      case OPEN -> cases.opened(round, row.procedure);
      case CLOSE -> cases.closed(round);
      case DECIDE -> cases.deciding(round);
      default -> {
        // Announced or extended: there are no cases yet.
      }
    }
  }

  /**
   * Returns the moves that {@link #change} would accept of an officer now, in their order; a
   * deadline that can be extended is one.
   */
  public Set<RoundMoveKind> possible(Round round) {
    Set<RoundMoveKind> possible = EnumSet.noneOf(RoundMoveKind.class);
    for (RoundMoveKind kind : RoundMoveKind.values()) {
      if (kind.from().contains(round.state()) && isAccepted(round, kind)) {
        possible.add(kind);
      }
    }
    return possible;
  }

  private boolean isAccepted(Round round, RoundMoveKind kind) {
    try {
      allowed.change(round, round.call().moved(kind));
      if (kind == RoundMoveKind.OPEN) {
        allowed.opening(round.call());
      }
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static Optional<RoundMoveKind> move(Round before, RoundTerms call) {
    if (before.state() != call.state()) {
      return RoundMoveKind.between(before.state(), call.state());
    }
    boolean extended =
        before.state() == RoundState.OPEN && !before.deadline().equals(call.deadline());
    return extended ? Optional.of(RoundMoveKind.EXTEND) : Optional.empty();
  }

  private static String reason(RoundRequest asked) {
    if (asked.reason() == null) {
      throw Refused.wrong("/reason", "reason-missing", Map.of());
    }
    return asked.reason();
  }

  /**
   * Returns the moves of a round, the first move first: who opened, extended, closed and decided
   * it, when and why.
   *
   * @throws Refused if it does not exist or this person may not see it
   */
  public List<RoundMove> moves(Person person, UUID id) {
    return transactions.as(person.reader(), () -> RoundMoveRow.of(visibleRow(person, id).id));
  }

  /** Returns the moves of a round already found; requires a transaction. */
  public static List<RoundMove> movesOf(UUID round) {
    return RoundMoveRow.of(round);
  }

  /**
   * Pins the rule set version that the terms name, or the newest, and the present engine; stores
   * both.
   */
  private void open(RoundRow round, RoundTerms call) {
    allowed.opening(call);
    try {
      round.pin(pinned.pin(evaluations.find(call.rules()), now()));
    } catch (UnknownRuleSet e) {
      throw new IllegalStateException("the rule set was there a moment ago", e);
    } catch (BrokenRuleSet e) {
      throw new Refused(Refused.Why.CONFLICT, "kept-by-another-key", Map.of());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
