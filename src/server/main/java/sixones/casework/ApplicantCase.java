package sixones.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Decision;
import sixones.round.Round;

/**
 * A case as its applicant sees it: where it stands, who acts next, by when, what was issued. It
 * holds no name of the office, no determination and nothing that is only proposed.
 *
 * @param evaluation the evaluation that counts
 * @param next {@code OFFICE}, {@code APPLICANT}, {@code LEADERS} or {@code NOBODY}
 * @param notices those issued, the first first
 * @param decisions those that stand and were told, the first first
 * @param letters the first first
 * @param givesUp whether silence upon a notice may close the case
 * @param revision the number of the last act
 */
public record ApplicantCase(
    UUID id,
    Round round,
    CaseState state,
    UUID evaluation,
    CaseView.Next next,
    List<IssuedNotice> notices,
    List<Told> decisions,
    List<IssuedLetter> letters,
    boolean givesUp,
    long revision,
    Instant at) {

  /** A decision, and since when it holds. */
  public record Told(ActKind kind, Decision decision, Instant at, boolean superseded) {}

  static ApplicantCase of(CaseView view, Round round, List<IssuedLetter> letters) {
    CaseView.Next next =
        view.next() == CaseView.Next.SECOND_PERSON ? CaseView.Next.OFFICE : view.next();
    List<Told> decisions =
        view.decisions().stream()
            .filter(one -> one.act().kind() != ActKind.PROPOSE)
            .map(one -> new Told(one.act().kind(), one.decision(), one.at(), one.superseded()))
            .toList();
    return new ApplicantCase(
        view.bidCase().id(),
        round,
        view.state(),
        view.evaluation(),
        next,
        view.notices(),
        decisions,
        letters,
        view.settings().closesWithoutReply(),
        view.revision(),
        view.at());
  }

  /** Returns the notice whose reply is awaited; null if there is none. */
  public IssuedNotice waiting() {
    return notices.stream()
        .filter(one -> one.progress() == IssuedNotice.Progress.WAITING)
        .findFirst()
        .orElse(null);
  }
}
