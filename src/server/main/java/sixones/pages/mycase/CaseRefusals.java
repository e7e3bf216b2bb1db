package sixones.pages.mycase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.casework.ApplicantCase;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.proceeding.IssuedNotice;
import sixones.round.Refused;

/** Says why something cannot be done in a case, with the way out. */
final class CaseRefusals {
  private static final Set<String> LATE = Set.of("act-too-late", "act-state", "act-returned");

  private CaseRefusals() {}

  /** Returns whether a refusal comes from where the case stands. */
  static boolean isOfState(Refused refused) {
    return LATE.contains(refused.kind()) || refused.kind().equals("changed-since");
  }

  /** Says that no reply is awaited; if its term passed, when. */
  static ErrorSummary notAwaited(ApplicantCase own, PageFrame frame) {
    IssuedNotice last =
        own.notices().isEmpty() ? null : own.notices().get(own.notices().size() - 1);
    if (last != null && last.progress() == IssuedNotice.Progress.LAPSED) {
      String late =
          PageWords.in(frame.language())
              .text(
                  "mycase.late.how",
                  Map.of(
                      "due",
                      Moments.end(last.due(), frame.language()),
                      "now",
                      Moments.exact(own.at(), frame.language())));
      return new ErrorSummary(frame.text("mycase.late"), late, List.of());
    }
    return new ErrorSummary(
        frame.text("mycase.not-awaited"), frame.text("mycase.not-awaited.how"), List.of());
  }

  /** Says that the case moved on since the page was opened. */
  static ErrorSummary movedOn(PageFrame frame) {
    return new ErrorSummary(
        frame.text("mycase.moved-on"), frame.text("mycase.moved-on.how"), List.of());
  }
}
