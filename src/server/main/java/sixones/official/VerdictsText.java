package sixones.official;

import java.util.stream.Collectors;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.evaluation.Verdicts;

/**
 * Encodes the verdict on each requirement and what is left to do about it for one database column.
 * The text has one part for each requirement, in their order: {@code park=MET:0:0:0}. The numbers
 * count the findings to judge, to supply and to review.
 */
final class VerdictsText {
  private VerdictsText() {}

  public static String of(Verdicts verdicts) {
    return verdicts.requirements().entrySet().stream()
        .map(
            each -> {
              Remaining left = each.getValue().remaining();
              return each.getKey()
                  + "="
                  + each.getValue().verdict()
                  + ":"
                  + left.toJudge()
                  + ":"
                  + left.toSupply()
                  + ":"
                  + left.toReview();
            })
        .collect(Collectors.joining(" "));
  }

  /** Returns the verdict on a requirement; null if there is no such requirement. */
  static Verdict verdictOn(String verdicts, String requirement) {
    String[] parts = partsOf(verdicts, requirement);
    return parts == null ? null : Verdict.valueOf(parts[0]);
  }

  /**
   * Returns what is left to do about a requirement; {@link Remaining#NOTHING} if there is no such
   * requirement.
   */
  static Remaining remainingOn(String verdicts, String requirement) {
    String[] parts = partsOf(verdicts, requirement);
    return parts == null
        ? Remaining.NOTHING
        : new Remaining(
            Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
  }

  private static String[] partsOf(String verdicts, String requirement) {
    for (String pair : verdicts.split(" ")) {
      if (pair.startsWith(requirement + "=")) {
        return pair.substring(requirement.length() + 1).split(":");
      }
    }
    return null;
  }
}
