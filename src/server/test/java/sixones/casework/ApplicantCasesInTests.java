package sixones.casework;

import java.util.List;
import sixones.casework.letter.IssuedLetter;
import sixones.proceeding.CaseView;
import sixones.round.Round;

/** Cases as their applicants see them, made without a database. */
public final class ApplicantCasesInTests {
  private ApplicantCasesInTests() {}

  public static ApplicantCase of(
      CaseView view, Round round, List<IssuedLetter> letters, List<ApplicantCase.Done> done) {
    return ApplicantCase.of(view, round, letters, done);
  }
}
