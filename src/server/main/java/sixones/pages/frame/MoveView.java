package sixones.pages.frame;

import sixones.report.Language;
import sixones.round.RoundMove;
import sixones.round.RoundMoveKind;

/**
 * A move of a round as the templates render it.
 *
 * @param deadline the new deadline; null unless the round was extended
 * @param by the name of the officer; null if this reader may not know it
 */
public record MoveView(String what, String when, String deadline, String by, String reason) {
  /** Returns the move in the words of a language. */
  public static MoveView of(RoundMove move, Language language) {
    return new MoveView(
        PageWords.in(language).text("round.moved." + move.kind().id()),
        Moments.exact(move.at(), language),
        move.kind() == RoundMoveKind.EXTEND ? Moments.end(move.deadlineAfter(), language) : null,
        move.by(),
        move.reason());
  }
}
