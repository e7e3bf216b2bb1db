package sixones.evaluation;

import java.util.List;
import sixones.bid.Defect;
import sixones.bid.Draft;

/**
 * The draft an evaluation is of.
 *
 * @param digest {@code sha256:} and the SHA-256 of its bytes in hexadecimal
 * @param applicant the code of the applicant the draft names; null if it names none
 * @param declaredUntruthful whether the draft's own declaration says that it is not true
 * @param defects the places that could not be read; empty after a strict reading
 */
public record EvaluatedDraft(
    String digest, String applicant, boolean declaredUntruthful, List<Defect> defects) {
  /** Describes a draft that was read. */
  public static EvaluatedDraft of(Draft draft) {
    return new EvaluatedDraft(
        draft.digest(), draft.applicant(), draft.declaredUntruthful(), draft.defects());
  }
}
