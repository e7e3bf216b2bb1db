package sixones.proceeding.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import sixones.finding.Finding;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.LateGround;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;

/**
 * A place that fails in the conclusion, on which a bid can be refused.
 *
 * @param toldIn the notice that told it; null if none did
 * @param late whether it was there when the last notice was issued and was not told
 */
public record PossibleGround(Rule rule, String pointer, UUID toldIn, boolean late) {

  /**
   * Returns the grounds a case gives, in the order of the rule set.
   *
   * @param evaluations the case's evaluations by id
   */
  public static List<PossibleGround> of(
      CaseView view,
      Examined examined,
      Conclusion conclusion,
      Function<UUID, Examined> evaluations) {
    List<PossibleGround> grounds = new ArrayList<>();
    for (Finding finding : conclusion.findings()) {
      if (finding.rule().severity() == Severity.REQUIRED) {
        for (Finding.At place : finding.places()) {
          if (place.outcome() == Outcome.FAIL) {
            grounds.add(of(view, examined, finding.rule(), place.pointer(), evaluations));
          }
        }
      }
    }
    return grounds;
  }

  private static PossibleGround of(
      CaseView view,
      Examined examined,
      Rule rule,
      String pointer,
      Function<UUID, Examined> evaluations) {
    UUID toldIn = toldIn(view, examined, rule.id(), pointer, evaluations);
    boolean late = toldIn == null && isLate(view, examined, rule.id(), pointer, evaluations);
    return new PossibleGround(rule, pointer, toldIn, late);
  }

  /** Returns the notice that told a place; null if none did. */
  static UUID toldIn(
      CaseView view,
      Examined examined,
      String rule,
      String pointer,
      Function<UUID, Examined> evaluations) {
    UUID toldIn = null;
    for (IssuedNotice notice : view.notices()) {
      Examined then = evaluations.apply(notice.notice().evaluation());
      String place = LateGround.then(then, examined, pointer);
      if ((pointer == null || place != null) && notice.tells(rule, place)) {
        toldIn = notice.id();
      }
    }
    return toldIn;
  }

  /** Returns whether a place that no notice told was there, unchanged, at the last one. */
  static boolean isLate(
      CaseView view,
      Examined examined,
      String rule,
      String pointer,
      Function<UUID, Examined> evaluations) {
    if (view.notices().isEmpty()) {
      return false;
    }
    IssuedNotice last = view.notices().get(view.notices().size() - 1);
    Examined then = evaluations.apply(last.notice().evaluation());
    return LateGround.isUnchanged(then, examined, rule, pointer);
  }
}
