package sixones.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;

/**
 * A verdict in words with what is left to do: "met as stated · 3 to judge".
 *
 * @param of the verdict itself
 * @param verdict the verdict alone; "met as stated" if it is met but judgements are left
 * @param left what is left to do; empty if there is nothing
 */
public record VerdictWords(Verdict of, String verdict, String left) {

  public static VerdictWords of(Verdict verdict, Remaining remaining, Language language) {
    boolean asStated = verdict == Verdict.MET && remaining.toJudge() > 0;
    List<String> left = new ArrayList<>();
    add(left, "remaining.to-supply", remaining.toSupply(), language);
    add(left, "remaining.to-review", remaining.toReview(), language);
    add(left, "remaining.to-judge", remaining.toJudge(), language);
    return new VerdictWords(
        verdict,
        Messages.text(
            language, asStated ? "verdict.MET.as-stated" : "verdict." + verdict, Map.of()),
        String.join(" · ", left));
  }

  private static void add(List<String> left, String key, int count, Language language) {
    if (count > 0) {
      left.add(Messages.text(language, key, Map.of("count", count)));
    }
  }

  /** Returns both parts in one line. */
  public String whole() {
    return left.isEmpty() ? verdict : verdict + " · " + left;
  }
}
