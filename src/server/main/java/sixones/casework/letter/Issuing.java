package sixones.casework.letter;

import java.util.Optional;
import sixones.letter.LetterKind;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Decision;

/** Tells which acts are told by a letter, and when they take effect. */
public final class Issuing {
  private Issuing() {}

  /**
   * Returns the act that took effect by another one; by itself, if one person was enough.
   *
   * @param after the case after it
   */
  public static Optional<CaseAct> effective(CaseView after, CaseAct by) {
    if (by.body() instanceof ActBody.Confirm confirm) {
      return after
          .proposal(confirm.of())
          .filter(one -> confirm.yes() && one.standing() == Standing.IN_FORCE)
          .map(KnownProposal::act);
    }
    if (by.kind() == ActKind.LAPSE) {
      return Optional.of(by);
    }
    return after
        .proposal(by.id())
        .filter(one -> one.standing() == Standing.IN_FORCE)
        .map(KnownProposal::act);
  }

  /** Returns the kind of letter that tells of an act, if one does. */
  public static Optional<LetterKind> letter(CaseView view, CaseAct act) {
    return switch (act.kind()) {
      case NOTICE -> Optional.of(LetterKind.CORRECTION);
      case ACCEPT -> Optional.of(LetterKind.ACCEPTANCE);
      case REFUSE -> Optional.of(LetterKind.REFUSAL);
      case CLOSE -> Optional.of(LetterKind.GIVEN_UP);
      case LAPSE ->
          view.settings().closesWithoutReply() ? Optional.empty() : Optional.of(LetterKind.LAPSED);
      case DECIDE ->
          Optional.of(
              Boolean.TRUE.equals(((Decision) act.body()).listed())
                  ? LetterKind.SELECTED
                  : LetterKind.NOT_SELECTED);
      default -> Optional.empty();
    };
  }
}
