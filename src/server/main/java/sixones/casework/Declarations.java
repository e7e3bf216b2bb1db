package sixones.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.BidCase;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.round.Fault;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.round.Rounds;
import sixones.store.Transactions;

/** What officers declare once per round: that they are free of conflict, but for some cases. */
public final class Declarations {
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  public Declarations(Transactions transactions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns what this officer declared for a round, if she did. */
  public Optional<CaseAct> own(Person person, UUID round) {
    person.mustBe(Role.OFFICER);
    return transactions.as(
        person.reader(),
        () -> {
          Rounds.findRow(person, round);
          long asking = CaseRows.asking();
          return ActRows.declarations(round).stream().filter(act -> act.by() == asking).findFirst();
        });
  }

  /**
   * Declares for a round.
   *
   * @param asked its key and body; {@code except} names the cases she keeps away from
   * @throws Refused if the round has no cases yet, she declared before, or a case is none of it
   */
  public CaseAct declare(Person person, UUID round, ActRequest asked) {
    person.mustBe(Role.OFFICER);
    Cases.hasKey(asked.key());
    String digest = asked.digest(round);
    return transactions.as(
        person.reader(),
        () -> {
          Locks.alone("declarations " + round);
          Rounds.findRow(person, round);
          List<CaseAct> acts = ActRows.declarations(round);
          Optional<ActRows.Before> before = ActRows.under(Ledger.DECLARATIONS, asked.key());
          if (before.isPresent()) {
            return Cases.again(before.get(), digest, acts);
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          Instant at =
              acts.isEmpty() || now.isAfter(acts.get(acts.size() - 1).at())
                  ? now
                  : acts.get(acts.size() - 1).at();
          ActBody body = ActReader.asked(ActKind.DECLARE, asked.json(), at);
          mayDeclare(round, acts, (ActBody.Declare) body);
          CaseAct act =
              CaseAct.of(
                  acts.size() + 1L,
                  UUID.randomUUID(),
                  body,
                  CaseRows.asking(),
                  null,
                  null,
                  at,
                  asked.key());
          ActRows.insert(Ledger.DECLARATIONS, round, act, digest);
          audit.note(
              Act.DECLARED,
              Thing.round(round),
              Map.of(),
              Map.of("number", act.seq(), "digest", act.digest()));
          return act;
        });
  }

  private static void mayDeclare(UUID round, List<CaseAct> acts, ActBody.Declare body) {
    Set<UUID> cases = CaseRows.ofRound(round).stream().map(BidCase::id).collect(Collectors.toSet());
    if (cases.isEmpty()) {
      throw new Refused(Refused.Why.CONFLICT, "no-cases", Map.of());
    }
    long asking = CaseRows.asking();
    if (acts.stream().anyMatch(act -> act.by() == asking)) {
      throw new Refused(Refused.Why.CONFLICT, "declared-before", Map.of());
    }
    List<Fault> faults = new java.util.ArrayList<>();
    for (int i = 0; i < body.except().size(); i++) {
      if (!cases.contains(body.except().get(i).of())) {
        faults.add(new Fault("/except/" + i + "/case", "no-such-case", Map.of()));
      }
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
  }
}
