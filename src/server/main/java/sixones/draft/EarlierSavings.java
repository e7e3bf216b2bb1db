package sixones.draft;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.store.Transactions;

/**
 * What drafts said before: the last {@value #MOST} texts of each. They are kept apart from the
 * quota, in a space of their own, of which the oldest make room.
 */
public final class EarlierSavings {
  /** The number of earlier savings of one draft. */
  public static final int MOST = EarlierSavingRows.MOST;

  private final Transactions transactions;
  private final long mostBytes;
  private final Clock clock;

  /**
   * Creates the access to earlier savings.
   *
   * @param mostBytes the maximum number of bytes of all earlier savings of an applicant
   */
  public EarlierSavings(Transactions transactions, long mostBytes, Clock clock) {
    this.transactions = transactions;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  long mostBytes() {
    return mostBytes;
  }

  /** An earlier saving with its text. */
  public record Kept(EarlierSaving saving, WorkingDrafts.Text text) {}

  /**
   * Returns the earlier savings of a draft with their texts, the last kept first.
   *
   * @throws Refused if the draft does not exist for this person
   */
  public List<Kept> list(Person person, UUID draft) {
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDrafts.findRow(person, draft, LockModeType.NONE);
          return EarlierSavingRows.list(draft).stream()
              .flatMap(
                  saving ->
                      EarlierSavingRows.text(draft, saving.number()).stream()
                          .map(text -> new Kept(saving, text)))
              .toList();
        });
  }

  /**
   * Returns one earlier saving.
   *
   * @throws Refused if the draft or the saving does not exist for this person
   */
  public Kept find(Person person, UUID draft, int number) {
    return ifAny(person, draft, number).orElseThrow(Refused::noSuch);
  }

  /** Returns one earlier saving; empty if it is no longer kept. */
  public Optional<Kept> ifAny(Person person, UUID draft, int number) {
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDrafts.findRow(person, draft, LockModeType.NONE);
          return EarlierSavingRows.list(draft).stream()
              .filter(saving -> saving.number() == number)
              .findFirst()
              .map(saving -> new Kept(saving, EarlierSavingRows.text(draft, number).orElseThrow()));
        });
  }

  /** Keeps the present text of a draft before it is handed in. */
  public void keepHandedIn(Person person, UUID draft) {
    transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row =
              WorkingDrafts.findRow(person, draft, LockModeType.PESSIMISTIC_WRITE);
          return EarlierSavingRows.keep(row, Occasion.HAND_IN, mostBytes);
        });
  }

  /**
   * Keeps a text that could not be saved because of another saving.
   *
   * @param before the number under which the same window set an earlier state of this text aside,
   *     which it replaces; -1 if it did not
   * @return the number it is kept under
   */
  public int setAside(Person person, UUID draft, WorkingDrafts.Text text, int before) {
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row =
              WorkingDrafts.findRow(person, draft, LockModeType.PESSIMISTIC_WRITE);
          EarlierSavingRows.list(draft).stream()
              .filter(saving -> saving.number() == before)
              .filter(saving -> saving.why() == Occasion.CONFLICT)
              .filter(saving -> saving.savedBy().equals(person.name()))
              .forEach(saving -> EarlierSavingRows.remove(draft, saving.number()));
          return EarlierSavingRows.keep(
              row,
              text,
              Occasion.CONFLICT,
              person.name(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              mostBytes);
        });
  }
}
