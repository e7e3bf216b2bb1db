package sixones.casework;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import sixones.calendar.WorkingDays;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterKind;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Examined;
import sixones.round.Fault;
import sixones.round.Round;
import sixones.submission.CurrentBid;

/** Writes the letters of cases from what is on record. */
public final class CaseLetters {
  private final Typesetter typesetter;
  private final Function<String, WorkingDays> calendars;

  /**
   * Creates an instance.
   *
   * @param calendars calendars by digest; null for one that is not known
   */
  public CaseLetters(Typesetter typesetter, Function<String, WorkingDays> calendars) {
    this.typesetter = typesetter;
    this.calendars = calendars;
  }

  /**
   * What a letter is written on.
   *
   * @param bid the bid that counts
   * @param view the case with the act
   * @param act what the letter tells of
   * @param issuedBy the act that puts it into effect
   * @param handler the name of the officer the applicant may ask; null if no name is shown
   */
  public record Occasion(
      LetterKind kind,
      Round round,
      CurrentBid bid,
      CaseView view,
      CaseAct act,
      CaseAct issuedBy,
      String handler) {}

  /**
   * Writes a letter and fixes its text.
   *
   * @param examined the case's evaluations by id
   * @throws sixones.letter.UnfitLetter if it cannot be issued as it is
   */
  FrozenLetter frozen(Occasion occasion, Function<UUID, Examined> examined) {
    return FrozenLetter.of(written(occasion, examined), typesetter);
  }

  /** Writes a letter, without fixing its text. */
  Letter written(Occasion occasion, Function<UUID, Examined> examined) {
    return new LetterOfCase(occasion, examined, calendars).written();
  }

  /** Returns what would keep a letter from being issued. */
  List<Fault> faults(Letter letter) {
    return FrozenLetter.faults(letter, typesetter);
  }
}
