package sixones.casework;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import sixones.MovableClock;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;

/**
 * Brings rounds to their end where only that matters: they are closed at their deadline, every
 * applicant gives its bid up, and they are decided. The clock is reset.
 */
public final class DecidedInTests {
  private DecidedInTests() {}

  /** Decides a round, whatever state it is in. */
  public static void decide(Person officer, UUID id) {
    Rounds rounds = CDI.current().select(Rounds.class).get();
    Round round = rounds.find(officer, id);
    if (round.state() == RoundState.DECIDED) {
      return;
    }
    Transactions transactions = CDI.current().select(Transactions.class).get();
    RoundsInTests.there(transactions);
    new PeopleInTests(transactions).there(officer);
    MovableClock.moveTo(round.deadline());
    if (round.state() == RoundState.OPEN) {
      rounds.change(officer, id, to("closed"), null);
    }
    CaseRecords records = CDI.current().select(CaseRecords.class).get();
    OwnCases own = CDI.current().select(OwnCases.class).get();
    Cases cases = CDI.current().select(Cases.class).get();
    for (SeenCase one : records.ofRound(officer, id, null)) {
      Person applicant =
          new Person(RoundsInTests.SOMEONE, Role.APPLICANT, one.bidCase().applicant());
      if (!own.find(applicant, one.bidCase().id()).state().isEnd()) {
        cases.act(applicant, one.bidCase().id(), CaseworkInTests.request(ActKind.GIVE_UP, "{}"));
      }
    }
    rounds.change(officer, id, to("decided"), null);
    MovableClock.reset();
  }

  private static byte[] to(String state) {
    return "{\"state\": \"%s\", \"reason\": \"as called\"}"
        .formatted(state)
        .getBytes(StandardCharsets.UTF_8);
  }
}
