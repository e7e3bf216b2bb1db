package sixones.pages.frame;

import java.util.List;
import java.util.function.Function;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;

/**
 * A verdict as a badge: a sign, with its text as tooltip and for screen readers.
 *
 * @param title the title of the requirement; null for the whole bid
 */
public record VerdictBadge(String tone, String sign, String title, String verdict) {

  /** Returns the badge of the verdict on a whole bid, which needs no title. */
  public static VerdictBadge of(Verdict verdict, Remaining remaining, Language language) {
    return new VerdictBadge(
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        null,
        VerdictWords.of(verdict, remaining, language).whole());
  }

  /** Returns the badges of an evaluation, one for each requirement. */
  public static List<VerdictBadge> of(Evaluation evaluation, Messages messages) {
    return of(
        evaluation.ruleSet().requirements(),
        evaluation::verdictOn,
        evaluation::remainingOn,
        messages);
  }

  /** Returns the badges of stored verdicts. A requirement without a verdict has none. */
  public static List<VerdictBadge> of(
      List<String> requirements,
      Function<String, Verdict> verdicts,
      Function<String, Remaining> remaining,
      Messages messages) {
    return requirements.stream()
        .filter(requirement -> verdicts.apply(requirement) != null)
        .map(
            requirement -> {
              Verdict verdict = verdicts.apply(requirement);
              return new VerdictBadge(
                  VerdictStyle.tone(verdict),
                  VerdictStyle.of(verdict),
                  messages.title(requirement),
                  VerdictWords.of(verdict, remaining.apply(requirement), messages.language())
                      .whole());
            })
        .toList();
  }
}
