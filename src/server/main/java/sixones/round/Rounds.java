package sixones.round;

import io.quarkus.panache.common.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.audit.Audit;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.library.PinnedRuleSets;
import sixones.people.Person;
import sixones.people.Role;
import sixones.rule.BrokenRuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;

/** The rounds: called and moved on by officers, seen by whom they concern. */
public final class Rounds {
  private static final RoundTerms NOTHING_SAID =
      new RoundTerms(null, null, null, null, null, null, null, RoundState.DRAFT);

  private final Transactions transactions;
  private final Audit audit;
  private final Evaluations evaluations;
  private final PinnedRuleSets ruleSets;
  private final Clock clock;
  private final RoundTermsPolicy allowed;

  public Rounds(
      Transactions transactions,
      Audit audit,
      Evaluations evaluations,
      PinnedRuleSets ruleSets,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
    this.ruleSets = ruleSets;
    this.clock = clock;
    this.allowed = new RoundTermsPolicy(evaluations, clock);
  }

  /** Rounds, the newest first; a city sees those that were opened. */
  public Slice<Round> list(Person person, Cursor after, int most) {
    return transactions.as(
        person.reader(),
        () -> {
          List<RoundRow> found =
              RoundRow.<RoundRow>find(
                      "(createdAt < :at or createdAt = :at and id < :id)"
                          + " and (:all = true or state <> :draft) order by createdAt desc, id desc",
                      Parameters.with("at", after.at())
                          .and("id", after.id())
                          .and("all", !person.is(Role.CITY))
                          .and("draft", RoundState.DRAFT))
                  .range(0, most)
                  .list();
          List<Round> told = found.stream().map(RoundRow::toRound).toList();
          return Slice.of(told, most, round -> new Cursor(round.createdAt(), round.id()));
        });
  }

  /**
   * The round of an id.
   *
   * @throws Refused if there is none, for this person
   */
  public Round find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> findRow(person, id).toRound());
  }

  /** The row, within a transaction. */
  public static RoundRow findRow(Person person, UUID id) {
    RoundRow round = RoundRow.findById(id);
    if (round == null || person.is(Role.CITY) && round.toRound().state() == RoundState.DRAFT) {
      throw Refused.noSuch();
    }
    return round;
  }

  /**
   * Calls a round, as a draft or open at once.
   *
   * @param json what is said about it
   * @throws Refused if anything is wrong with it
   */
  public Round create(Person person, byte[] json) {
    person.mustBe(Role.OFFICER);
    RoundTerms call = RoundTermsReader.read(json, NOTHING_SAID);
    allowed.first(call);
    return transactions.as(
        person.reader(),
        () -> {
          RoundRow round = new RoundRow(UUID.randomUUID(), now());
          if (call.state() == RoundState.OPEN) {
            open(round, call);
          }
          round.setTerms(call);
          round.persist();
          Round told = round.toRound();
          RoundChange.called(told).note(audit);
          return told;
        });
  }

  /**
   * Changes a round or moves it on.
   *
   * @param json what is new
   * @param revision the revision that was read; null for whichever it is
   * @throws Refused if there is none, it was changed since, or it cannot be changed like this
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
          RoundTerms call = RoundTermsReader.read(json, before.call());
          allowed.change(before, call);
          if (!call.equals(before.call())) {
            if (before.state() == RoundState.DRAFT && call.state() == RoundState.OPEN) {
              open(row, call);
            }
            row.setTerms(call);
            RoundChange.between(before, row.toRound()).note(audit);
          }
          return row.toRound();
        });
  }

  /** Pins the newest version there is and keeps its bundle. */
  private void open(RoundRow round, RoundTerms call) {
    if (!now().isBefore(call.deadline())) {
      throw Refused.wrong("/deadline", "deadline-passed", Map.of());
    }
    try {
      round.pin(ruleSets.pin(evaluations.find(call.ruleSet()), now()));
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
