package sixones.evaluation;

import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * What is left to do behind a verdict, in findings: it says whose turn it is.
 *
 * @param toJudge judged rules whose text is stated: a person judges it
 * @param toSupply required and judged rules that are incomplete: the applicant can supply it
 * @param toReview required rules for review: a person looks at them
 */
public record Remaining(int toJudge, int toSupply, int toReview) {
  /** Nothing is left to do. */
  public static final Remaining NOTHING = new Remaining(0, 0, 0);

  static Remaining of(Iterable<Finding> findings) {
    int toJudge = 0;
    int toSupply = 0;
    int toReview = 0;
    for (Finding finding : findings) {
      boolean judged = finding.rule().severity() == Severity.JUDGED;
      if (judged || finding.rule().severity() == Severity.REQUIRED) {
        if (finding.outcome() == Outcome.INCOMPLETE) {
          toSupply++;
        } else if (finding.outcome() == Outcome.REVIEW) {
          toJudge += judged ? 1 : 0;
          toReview += judged ? 0 : 1;
        }
      }
    }
    return new Remaining(toJudge, toSupply, toReview);
  }
}
