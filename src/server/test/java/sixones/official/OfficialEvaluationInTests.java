package sixones.official;

import java.time.Instant;
import java.util.UUID;
import sixones.evaluation.Evaluation;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/** An official evaluation as it would be kept, without a database. */
public final class OfficialEvaluationInTests {
  private static final String BUNDLE = "b".repeat(64);
  private static final String ENGINE = "e".repeat(64);
  private static final Instant EVALUATED = Instant.parse("2022-06-15T03:00:00.321Z");

  private OfficialEvaluationInTests() {}

  /** What would be kept of an evaluation of a submission. */
  public static OfficialEvaluation of(
      Evaluation evaluation, UUID id, UUID submission, UUID round, String applicant) {
    return new OfficialEvaluation(
        id,
        submission,
        round,
        applicant,
        new Pin(
            new RuleSetVersion(
                evaluation.ruleSet().id(),
                evaluation.ruleSet().version(),
                evaluation.ruleSet().digest(),
                BUNDLE),
            ENGINE),
        evaluation.asOf(),
        evaluation.draft().digest(),
        "sha256:" + "f".repeat(64),
        new OfficialEvaluation.Conclusion(
            evaluation.verdict(), verdicts(evaluation), evaluation.remaining()),
        "Drools 8",
        new Platform("17.0.12 (Debian)", "15.1", "a".repeat(64)),
        EVALUATED);
  }

  /** The verdicts on the requirements as one text. */
  public static String verdicts(Evaluation evaluation) {
    return VerdictsText.of(evaluation.verdicts());
  }
}
