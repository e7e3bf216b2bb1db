package sixones.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.casework.letter.CaseLetters;
import sixones.casework.letter.IssuedLetter;
import sixones.casework.letter.Issuing;
import sixones.casework.letter.LetterRows;
import sixones.letter.ChangedLetter;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.store.Transactions;

/** The letters that were issued in cases, and those that would be, as each person may read them. */
public final class LetterRecords {
  private final Transactions transactions;
  private final Audit audit;
  private final CaseLetters letters;
  private final ExaminedBids examined;
  private final Clock clock;

  public LetterRecords(
      Transactions transactions,
      Audit audit,
      ExaminedBids examined,
      CaseLetters letters,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.examined = examined;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Returns the letters of a case, the first first.
   *
   * @throws Refused if this person may not see it
   */
  public List<IssuedLetter> ofCase(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          mustSee(person, id);
          return LetterRows.ofCase(id);
        });
  }

  /** A letter with its frozen text. */
  public record ReadLetter(IssuedLetter letter, FrozenLetter text) {}

  /**
   * Returns the letter an act was issued with.
   *
   * @param act the act that was proposed
   * @throws Refused if there is none this person may see, or its text was changed ({@code
   *     CONFLICT})
   */
  public ReadLetter find(Person person, UUID act) {
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          IssuedLetter letter = LetterRows.of(act).orElseThrow(Refused::noSuch);
          mustSee(person, letter.bidCase());
          audit.note(
              Act.EXPORTED,
              Thing.bidCase(letter.bidCase(), person.applicant()),
              Map.of(),
              Map.of("file", "letter " + letter.kind()));
          return new ReadLetter(letter, text(letter));
        });
  }

  private static FrozenLetter text(IssuedLetter letter) {
    try {
      return FrozenLetter.read(LetterRows.bytes(letter.digest()), letter.digest());
    } catch (ChangedLetter e) {
      throw new Refused(Refused.Why.CONFLICT, "letter-changed", Map.of("digest", letter.digest()));
    }
  }

  private void mustSee(Person person, UUID id) {
    CaseFile file = CaseFile.read(person, id);
    CaseView present = file.at(file.notBefore(now()));
    Sight.mustSee(Sight.of(person, file, now()).seen(file.round(), present, null));
  }

  /**
   * Returns the letter that an act would be issued with, if it took effect now.
   *
   * @param act a proposal that waits
   * @throws Refused if it is covered
   */
  public Optional<Letter> preview(Person person, SeenCase seen, UUID act) {
    Sight.mustSee(seen);
    Sight.mustBeOpen(seen, act);
    return transactions.as(
        person.reader(),
        () -> {
          CaseAct of =
              ActRows.ofCase(seen.bidCase().id()).stream()
                  .filter(one -> one.id().equals(act))
                  .findFirst()
                  .orElseThrow(Refused::noSuch);
          return preview(seen, of);
        });
  }

  /** Returns what would keep a letter from being issued. */
  public List<Fault> faults(Letter letter) {
    return letters.faults(letter);
  }

  private Optional<Letter> preview(SeenCase seen, CaseAct of) {
    return Issuing.letter(seen.view(), of)
        .map(
            kind ->
                letters.written(
                    new CaseLetters.Occasion(
                        kind,
                        seen.round(),
                        seen.bid(),
                        seen.view(),
                        of,
                        of,
                        CaseRows.handler(seen.view(), of)),
                    examined::find));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
