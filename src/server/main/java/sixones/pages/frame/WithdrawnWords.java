package sixones.pages.frame;

import java.time.Instant;
import java.util.Map;
import sixones.report.Column;
import sixones.report.Language;
import sixones.submission.Submission;
import sixones.submission.WithdrawnBid;

/** Says that a submission was withdrawn, when and by whom: the same words wherever it appears. */
public final class WithdrawnWords {
  private WithdrawnWords() {}

  /** Returns the words; null if it was not withdrawn. */
  public static String of(Submission submission, Language language) {
    return submission.withdrawnAt() == null
        ? null
        : of(submission.withdrawnAt(), submission.withdrawnBy(), language);
  }

  /** Returns the words; null if there is no withdrawal. */
  public static String of(WithdrawnBid bid, Language language) {
    return bid == null ? null : of(bid.withdrawnAt(), bid.withdrawnBy(), language);
  }

  private static String of(Instant at, String by, Language language) {
    return PageWords.in(language)
        .text("withdrawn", Map.of("at", Moments.second(at), "by", Column.harmless(by)));
  }
}
