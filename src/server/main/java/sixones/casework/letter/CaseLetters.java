package sixones.casework.letter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sixones.calendar.WorkingDays;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterKind;
import sixones.letter.LetterWords;
import sixones.letter.UnfitLetter;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Language;
import sixones.round.Fault;
import sixones.round.Refused;
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
   * @throws Refused if it cannot be issued as it is, with all faults
   */
  public FrozenLetter frozen(Occasion occasion, Function<UUID, Examined> examined) {
    try {
      return FrozenLetter.of(written(occasion, examined), typesetter);
    } catch (UnfitLetter e) {
      throw Refused.wrong(told(e.faults()));
    }
  }

  /** Pointers lead into the letter, which nobody has yet: they are told as a value. */
  private static List<Fault> told(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                new Fault(
                    "",
                    "letter-unfit",
                    Map.of(
                        "place", fault.pointer(),
                        "en", LetterWords.fault(fault, Language.EN),
                        "zh", LetterWords.fault(fault, Language.ZH_CN))))
        .toList();
  }

  /** Writes a letter, without fixing its text. */
  public Letter written(Occasion occasion, Function<UUID, Examined> examined) {
    return new LetterOfCase(occasion, examined, calendars, typesetter).written();
  }

  /** Returns what would keep a letter from being issued. */
  public List<Fault> faults(Letter letter) {
    return told(FrozenLetter.faults(letter, typesetter));
  }
}
