package sixones.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import sixones.casework.letter.IssuedLetter;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Decision;
import sixones.proceeding.act.GivenReasons;
import sixones.round.Round;

/**
 * A case as its applicant sees it: where it stands, who acts next, by when, what was issued. It
 * holds no name of the office, no determination and nothing that is only proposed.
 *
 * @param state as it is told: whether the office proposed the bid or not is not
 * @param evaluation the evaluation that counts
 * @param next {@code OFFICE}, {@code APPLICANT}, {@code LEADERS} or {@code NOBODY}
 * @param notices those issued, the first first
 * @param decisions those that stand and were told, the first first
 * @param letters the first first
 * @param proceeds how its cases proceed, by the settings of the round
 * @param done what the applicant itself did, the first first
 * @param revision moves with what is told here, and with nothing else that is done in the case
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
    Proceeds proceeds,
    List<Done> done,
    long revision,
    Instant at) {

  /** A decision, and since when it holds. */
  public record Told(ActKind kind, Decision decision, Instant at, boolean superseded) {}

  /**
   * What of the settings of a round concerns an applicant.
   *
   * @param corrections how many correction notices a case may have
   * @param term the usual term of a notice; null if each notice gives its own
   * @param closesWithoutReply whether silence upon a notice may close the case
   * @param marksUnlisted whether a reply may change what was not listed, and it is marked
   * @param remedy what may be done about a refusal; null if nothing is claimed
   */
  public record Proceeds(
      int corrections,
      CaseSettings.TermSetting term,
      boolean closesWithoutReply,
      boolean marksUnlisted,
      GivenReasons remedy) {
    /** Returns what of settings concerns an applicant. */
    public static Proceeds of(CaseSettings settings) {
      return new Proceeds(
          settings.corrections(),
          settings.correctionTerm(),
          settings.closesWithoutReply(),
          settings.marksUnlisted(),
          settings.remedy());
    }
  }

  /**
   * Something the applicant did.
   *
   * @param by who did it
   * @param submission what was handed in with a reply; otherwise null
   * @param about the name of the officer it asks to keep away; otherwise null
   * @param answer what became of that request: {@code asked}, {@code yes} or {@code no}; otherwise
   *     null
   * @param reasons null if none were given
   */
  public record Done(
      ActKind kind,
      Instant at,
      String by,
      UUID submission,
      String about,
      String answer,
      GivenReasons reasons) {}

  /** Returns whether silence upon a notice may close the case. */
  public boolean givesUp() {
    return proceeds.closesWithoutReply();
  }

  static ApplicantCase of(CaseView view, Round round, List<IssuedLetter> letters, List<Done> done) {
    List<Told> decisions =
        view.decisions().stream()
            .filter(one -> one.act().kind() != ActKind.PROPOSE)
            .map(one -> new Told(one.act().kind(), one.decision(), one.at(), one.superseded()))
            .toList();
    return new ApplicantCase(
        view.bidCase().id(),
        round,
        view.state().toldToApplicant(),
        view.evaluation(),
        next(view.state()),
        view.notices(),
        decisions,
        letters,
        Proceeds.of(view.settings()),
        done,
        view.toldRevision(),
        view.at());
  }

  /** Follows from the state alone: that something was proposed is not told. */
  private static CaseView.Next next(CaseState state) {
    if (state.isEnd()) {
      return CaseView.Next.NOBODY;
    }
    return switch (state) {
      case RETURNED -> CaseView.Next.APPLICANT;
      case PROPOSED, NOT_PROPOSED -> CaseView.Next.LEADERS;
      default -> CaseView.Next.OFFICE;
    };
  }

  /** Returns the notice whose reply is awaited; null if there is none. */
  public IssuedNotice waiting() {
    return notices.stream()
        .filter(one -> one.progress() == IssuedNotice.Progress.WAITING)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns where the case stands as its applicant is told: its state, and in review what came
   * before.
   */
  public String stand() {
    if (state != CaseState.IN_REVIEW) {
      return state.id();
    }
    IssuedNotice last = notices.isEmpty() ? null : notices.get(notices.size() - 1);
    boolean reopened =
        decisions.stream()
            .anyMatch(
                one -> one.superseded() && (last == null || one.at().isAfter(last.issuedAt())));
    if (reopened) {
      return "reopened";
    }
    return last == null || last.progress() == IssuedNotice.Progress.ENDED
        ? state.id()
        : last.progress().name().toLowerCase(Locale.ROOT);
  }
}
