package sixones.pages.rounds;

import java.util.UUID;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;

/**
 * A round as the templates render it.
 *
 * @param otherName its name in the other language; null if it is the same
 * @param standing the number of applicants with a current bid
 * @param rules the pinned rule set version; null before the round is opened
 */
public record RoundView(
    UUID id,
    String address,
    String name,
    String otherName,
    Progress progress,
    Dates dates,
    int submissionsPerApplicant,
    long standing,
    String ruleSet,
    String rules) {

  /**
   * How far the round has come.
   *
   * @param tone the tone of its state
   * @param announceable whether it may be announced instead of going on to the next state
   * @param next the id of the next state; null if there is none
   */
  public record Progress(
      String state, String tone, String next, boolean changeable, boolean announceable) {
    static Progress of(RoundState state, Language language) {
      return new Progress(
          PageWords.in(language).text("round.state." + state.id()),
          state == RoundState.OPEN ? "good" : "calm",
          RoundView.next(state),
          state != RoundState.DECIDED,
          state == RoundState.DRAFT);
    }

    private Progress announced() {
      return new Progress(state, tone, RoundState.ANNOUNCED.id(), changeable, announceable);
    }

    /** Returns the message key of the question whether to move on. */
    public String question() {
      return "round.to." + next;
    }

    /** Returns the message key of the button that moves on. */
    public String answer() {
      return "round.do." + next;
    }
  }

  /** The dates of a round, in words. */
  public record Dates(String opensAt, String deadline, String evaluationDay) {}

  static RoundView of(Round round, long standing, Language language) {
    String name = StoredJson.name(round, language);
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    String otherName = StoredJson.name(round, other);
    String rules =
        round.rules().bundle() == null
            ? null
            : round.rules().version() + "+" + round.rules().digest().substring(0, 12);
    return new RoundView(
        round.id(),
        PageAddresses.round(round.id()),
        name,
        otherName.equals(name) ? null : otherName,
        Progress.of(round.state(), language),
        new Dates(
            Moments.format(round.opensAt(), language),
            Moments.format(round.deadline(), language),
            Moments.format(round.evaluationDay(), language)),
        round.submissionsPerApplicant(),
        standing,
        round.ruleSet(),
        rules);
  }

  /** Returns a copy whose next step is the announcement. */
  RoundView announced() {
    return new RoundView(
        id,
        address,
        name,
        otherName,
        progress.announced(),
        dates,
        submissionsPerApplicant,
        standing,
        ruleSet,
        rules);
  }

  /** Returns the id of the state that follows; null if there is none. */
  static String next(RoundState state) {
    return RoundMoveKind.next(state).map(kind -> kind.to().id()).orElse(null);
  }
}
