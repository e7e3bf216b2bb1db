package sixones.evaluation;

import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * The findings left open behind a verdict, counted by who must act.
 *
 * @param toJudge judged rules with a stated text, for a person to judge
 * @param toSupply required and judged rules that are incomplete, for the applicant to complete
 * @param toReview required rules under review, for a person to verify
 */
public record Remaining(int toJudge, int toSupply, int toReview) {
  public static final Remaining NOTHING = new Remaining(0, 0, 0);

  /** Counts findings one by one. */
  static final class Counter {
    private int toJudge;
    private int toSupply;
    private int toReview;

    void count(Finding finding) {
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

    Remaining total() {
      return new Remaining(toJudge, toSupply, toReview);
    }
  }
}
