package sixones.round;

import io.quarkus.panache.common.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.database.Cursor;
import sixones.database.Page;
import sixones.database.Transactions;
import sixones.evaluation.Evaluations;
import sixones.evaluation.KeptRuleSets;
import sixones.evaluation.UnknownRuleSet;
import sixones.people.Person;
import sixones.people.Role;
import sixones.ruleset.BrokenRuleSet;
import sixones.ruleset.RuleSet;

/** The rounds: called and moved on by officers, seen by whom they concern. */
public final class Rounds {
  private static final Call NOTHING_SAID =
      new Call(null, null, null, null, null, null, null, RoundState.DRAFT);

  private final Transactions transactions;
  private final Evaluations evaluations;
  private final KeptRuleSets ruleSets;
  private final Clock clock;

  public Rounds(
      Transactions transactions, Evaluations evaluations, KeptRuleSets ruleSets, Clock clock) {
    this.transactions = transactions;
    this.evaluations = evaluations;
    this.ruleSets = ruleSets;
    this.clock = clock;
  }

  /** Rounds, the newest first; a city sees those that were opened. */
  public Page<Round> list(Person person, Cursor after, int most) {
    return transactions.as(
        person.reader(),
        () -> {
          List<KeptRound> found =
              KeptRound.<KeptRound>find(
                      "(createdAt < :at or createdAt = :at and id < :id)"
                          + " and (:all = true or state <> :draft) order by createdAt desc, id desc",
                      Parameters.with("at", after.at())
                          .and("id", after.id())
                          .and("all", !person.is(Role.CITY))
                          .and("draft", RoundState.DRAFT))
                  .range(0, most)
                  .list();
          List<Round> told = found.stream().map(KeptRound::told).toList();
          return Page.of(told, most, round -> new Cursor(round.createdAt(), round.id()));
        });
  }

  /**
   * The round of an id.
   *
   * @throws Refused if there is none, for this person
   */
  public Round find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> row(person, id).told());
  }

  /** The row, within a transaction. */
  static KeptRound row(Person person, UUID id) {
    KeptRound round = KeptRound.findById(id);
    if (round == null || person.is(Role.CITY) && round.told().state() == RoundState.DRAFT) {
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
    Call call = CallReader.read(json, NOTHING_SAID);
    complete(call, rules(call));
    if (call.state().ordinal() > RoundState.OPEN.ordinal()) {
      throw backwards(RoundState.DRAFT, call.state());
    }
    return transactions.as(
        person.reader(),
        () -> {
          KeptRound round = new KeptRound(UUID.randomUUID(), now(), person.name());
          if (call.state() == RoundState.OPEN) {
            open(round, call);
          }
          round.say(call);
          round.persist();
          return round.told();
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
          KeptRound row = row(person, id);
          Round before = row.told();
          if (revision != null && revision != before.revision()) {
            throw new Refused(Refused.Why.STALE, "changed-since", Map.of());
          }
          Call call = CallReader.read(json, before.call());
          allow(before, call);
          if (!call.equals(before.call())) {
            if (before.state() == RoundState.DRAFT && call.state() == RoundState.OPEN) {
              open(row, call);
            }
            row.say(call);
          }
          return row.told();
        });
  }

  private void allow(Round before, Call call) {
    RoundState to = call.state();
    if (to != before.state() && !before.state().isNext(to)) {
      throw backwards(before.state(), to);
    }
    if (before.state() == RoundState.DRAFT) {
      complete(call, rules(call));
      return;
    }
    if (before.state() == RoundState.DECIDED && !call.equals(before.call())) {
      throw new Refused(Refused.Why.CONFLICT, "round-decided", Map.of());
    }
    complete(call, List.of());
    List<Fault> faults = new ArrayList<>();
    if (!call.ruleSet().equals(before.ruleSet())) {
      pinned(faults, "/ruleSet");
    }
    if (!call.evaluationDay().equals(before.evaluationDay())) {
      pinned(faults, "/evaluationDay");
    }
    if (!call.opensAt().equals(before.opensAt())) {
      pinned(faults, "/opensAt");
    }
    boolean open = before.state() == RoundState.OPEN;
    if (!open && !call.deadline().equals(before.deadline())) {
      pinned(faults, "/deadline");
    }
    if (open && !call.deadline().equals(before.deadline()) && !now().isBefore(before.deadline())) {
      faults.add(new Fault("/deadline", "deadline-over", Map.of("deadline", before.deadline())));
    } else if (open && call.deadline().isBefore(before.deadline())) {
      faults.add(new Fault("/deadline", "deadline-earlier", Map.of("deadline", before.deadline())));
    }
    if (open && call.submissionsPerCity() < before.submissionsPerCity()) {
      faults.add(
          new Fault("/submissionsPerCity", "fewer", Map.of("before", before.submissionsPerCity())));
    }
    if (!open && !call.submissionsPerCity().equals(before.submissionsPerCity())) {
      pinned(faults, "/submissionsPerCity");
    }
    if (!faults.isEmpty()) {
      throw new Refused(Refused.Why.CONFLICT, "round-settled", Map.of(), faults);
    }
    if (open && to == RoundState.CLOSED && now().isBefore(call.deadline())) {
      throw new Refused(
          Refused.Why.CONFLICT, "deadline-ahead", Map.of("deadline", call.deadline()));
    }
  }

  private static void pinned(List<Fault> faults, String pointer) {
    faults.add(new Fault(pointer, "settled", Map.of()));
  }

  private static Refused backwards(RoundState from, RoundState to) {
    return new Refused(
        Refused.Why.CONFLICT, "not-the-next-state", Map.of("from", from.id(), "to", to.id()));
  }

  /** Everything a round must say, from its first draft on. */
  private static void complete(Call call, List<Fault> ofItsRules) {
    List<Fault> faults = new ArrayList<>(ofItsRules);
    demand(faults, "/name", call.nameEn() != null ? call.nameEn() : call.nameZh());
    demand(faults, "/ruleSet", call.ruleSet());
    demand(faults, "/opensAt", call.opensAt());
    demand(faults, "/deadline", call.deadline());
    demand(faults, "/evaluationDay", call.evaluationDay());
    demand(faults, "/submissionsPerCity", call.submissionsPerCity());
    if (call.opensAt() != null
        && call.deadline() != null
        && !call.opensAt().isBefore(call.deadline())) {
      faults.add(new Fault("/deadline", "deadline-before-opening", Map.of()));
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
  }

  private static void demand(List<Fault> faults, String pointer, Object said) {
    if (said == null) {
      faults.add(new Fault(pointer, "missing", Map.of()));
    }
  }

  /** What is wrong with the rule set named, and with the day for it. */
  private List<Fault> rules(Call call) {
    if (call.ruleSet() == null) {
      return List.of();
    }
    try {
      RuleSet set = evaluations.find(call.ruleSet());
      if (call.ruleSet().contains("/")) {
        return List.of(new Fault("/ruleSet", "rule-set-version", Map.of("id", set.id())));
      }
      LocalDate day = call.evaluationDay();
      boolean inForce =
          day == null || set.rules().values().stream().anyMatch(rule -> rule.inForceOn(day));
      return inForce
          ? List.of()
          : List.of(new Fault("/evaluationDay", "no-rule-in-force", Map.of("ruleSet", set.id())));
    } catch (UnknownRuleSet e) {
      String known = String.join(", ", e.known());
      return List.of(new Fault("/ruleSet", "unknown-rule-set", Map.of("known", known)));
    }
  }

  /** Pins the newest version there is and keeps its bundle. */
  private void open(KeptRound round, Call call) {
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
