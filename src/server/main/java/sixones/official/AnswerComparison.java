package sixones.official;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import sixones.answer.Answer;
import sixones.answer.AnswerFormats;

/** Compares the rows of an evaluation with the answer stored beside them. */
final class AnswerComparison {
  private static final String BODY = "evaluation.body";

  private final Set<String> changed = new LinkedHashSet<>();

  private AnswerComparison() {}

  /**
   * Returns the columns that do not say what the stored answer says, as {@code table.column};
   * {@code finding} for the rows of findings.
   *
   * @param body the stored answer
   * @param draft the submitted bytes
   */
  static Set<String> changed(
      OfficialEvaluation kept, byte[] body, byte[] draft, AnswerFormats formats) {
    AnswerComparison comparison = new AnswerComparison();
    comparison.compare(BODY, OfficialEvaluations.digest(body), kept.findingsDigest());
    try {
      comparison.compare(formats.read(body), kept, draft);
    } catch (IllegalArgumentException e) {
      comparison.changed.add(BODY);
    }
    return comparison.changed;
  }

  private void compare(Answer answer, OfficialEvaluation kept, byte[] draft) {
    compare("evaluation.rule_set", answer.ruleSet(), kept.ruleSet());
    compare("evaluation.rule_set_version", answer.version(), kept.by().version());
    compare("evaluation.rule_set_digest", answer.digest(), kept.by().digest());
    compare("evaluation.as_of", answer.asOf(), kept.asOf());
    compare("evaluation.applicant", answer.applicant(), kept.applicant());
    compare("evaluation.draft_digest", answer.draftDigest(), kept.draftDigest());
    compare("submission.bytes", answer.draftDigest(), OfficialEvaluations.digest(draft));
    compare("evaluation.verdict", answer.verdicts().bid(), kept.verdict());
    compare(
        "evaluation.verdicts", VerdictsText.of(answer.verdicts()), kept.conclusion().verdicts());
    compare(
        "evaluation.to_judge", answer.verdicts().remaining().toJudge(), kept.remaining().toJudge());
    compare(
        "evaluation.to_supply",
        answer.verdicts().remaining().toSupply(),
        kept.remaining().toSupply());
    compare(
        "evaluation.to_review",
        answer.verdicts().remaining().toReview(),
        kept.remaining().toReview());
    compare("finding", FindingRows.of(kept, answer), FindingRows.stored(kept.id()));
  }

  private void compare(String column, Object answered, Object stored) {
    if (!Objects.equals(answered, stored)) {
      changed.add(column);
    }
  }
}
