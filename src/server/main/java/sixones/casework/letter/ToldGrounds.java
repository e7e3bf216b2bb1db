package sixones.casework.letter;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sixones.letter.LetterFacts;
import sixones.letter.LetterWords;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.Decision;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.LateGround;
import sixones.text.Words;

/** How the grounds of a refusal were told to the applicant before, and what it answered. */
final class ToldGrounds {
  private final CaseLetters.Occasion occasion;
  private final Function<UUID, Examined> evaluations;
  private final Examined examined;

  ToldGrounds(CaseLetters.Occasion occasion, Function<UUID, Examined> evaluations) {
    this.occasion = occasion;
    this.evaluations = evaluations;
    this.examined = evaluations.apply(occasion.view().evaluation());
  }

  /** Returns the last notice that told a ground; null if none did. */
  private IssuedNotice told(Decision.Ground ground) {
    IssuedNotice told = null;
    for (IssuedNotice notice : occasion.view().notices()) {
      told = item(ground, notice) > 0 ? notice : told;
    }
    return told;
  }

  /**
   * Returns the number of the item of a notice that tells a ground; 0 if none does. Items a notice
   * was widened by are numbered on.
   */
  private int item(Decision.Ground ground, IssuedNotice notice) {
    Examined then = evaluations.apply(notice.notice().evaluation());
    String place = LateGround.then(then, examined, ground.pointer());
    if (ground.pointer() != null && place == null) {
      return 0;
    }
    for (int i = 0; i < notice.items().size(); i++) {
      if (notice.items().get(i).tells(ground.rule(), place)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Returns how a ground was told. */
  LetterFacts.Told of(Decision.Ground ground) {
    IssuedNotice notice = told(ground);
    if (notice != null) {
      return new LetterFacts.Told(
          LetterFacts.Notified.NOTICE,
          LetterOfCase.day(notice.issuedAt()),
          null,
          item(ground, notice),
          null);
    }
    return ground.late() != null
        ? new LetterFacts.Told(
            LetterFacts.Notified.LATE, null, null, null, LetterOfCase.said(ground.late()))
        : new LetterFacts.Told(
            LetterFacts.Notified.NOT_MENDABLE,
            null,
            null,
            null,
            LetterOfCase.said(ground.notMendable()));
  }

  /** Returns what the reply did about a ground that was told; null if there was none. */
  Words answer(Decision.Ground ground) {
    IssuedNotice notice = told(ground);
    if (notice == null || notice.progress() != IssuedNotice.Progress.REPLIED) {
      return null;
    }
    Examined then = evaluations.apply(notice.notice().evaluation());
    boolean same = LateGround.isUnchanged(then, examined, ground.rule(), ground.pointer());
    return LetterWords.text(
        same ? "answer.unchanged" : "answer.changed",
        Map.of("day", LetterOfCase.day(occasion.bid().submittedAt())));
  }
}
