package sixones.casework;

import java.util.UUID;
import java.util.function.Function;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterKind;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Examined;
import sixones.round.Round;
import sixones.submission.CurrentBid;

/** Writes the letters of cases from what is on record. */
public final class CaseLetters {
  private final Typesetter typesetter;

  public CaseLetters(Typesetter typesetter) {
    this.typesetter = typesetter;
  }

  /**
   * What a letter is written on.
   *
   * @param bid the bid that counts
   * @param view the case with the act
   * @param act what the letter tells of
   * @param issuedBy the act that puts it into effect
   */
  public record Occasion(
      LetterKind kind, Round round, CurrentBid bid, CaseView view, CaseAct act, CaseAct issuedBy) {}

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
    throw new UnsupportedOperationException("letters of kind " + occasion.kind());
  }
}
