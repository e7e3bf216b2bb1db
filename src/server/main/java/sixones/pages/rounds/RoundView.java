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
 * @param tone the tone of its state
 * @param standing the number of cities with a current bid
 * @param next the id of the next state; null if there is none
 * @param rules the pinned rule set version; null before the round is opened
 */
public record RoundView(
    UUID id,
    String address,
    String name,
    String otherName,
    String state,
    String tone,
    String opensAt,
    String deadline,
    String evaluationDay,
    int submissionsPerCity,
    long standing,
    String next,
    String ruleSet,
    String rules,
    boolean changeable) {

  static RoundView of(Round round, long standing, Language language) {
    String name = StoredJson.name(round, language);
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    String otherName = StoredJson.name(round, other);
    RoundState state = round.state();
    String rules =
        round.bundle() == null
            ? null
            : round.ruleSetVersion() + "+" + round.ruleSetDigest().substring(0, 12);
    return new RoundView(
        round.id(),
        PageAddresses.round(round.id()),
        name,
        otherName.equals(name) ? null : otherName,
        PageWords.in(language).text("round.state." + state.id()),
        state == RoundState.OPEN ? "good" : "calm",
        Moments.format(round.opensAt(), language),
        Moments.format(round.deadline(), language),
        Moments.format(round.evaluationDay(), language),
        round.submissionsPerCity(),
        standing,
        next(state),
        round.ruleSet(),
        rules,
        state != RoundState.DECIDED);
  }

  /** Returns the message key of the question whether to move on. */
  public String question() {
    return "round.to." + next;
  }

  /** Returns the message key of the button that moves on. */
  public String answer() {
    return "round.do." + next;
  }

  /** Returns the id of the state that follows; null if there is none. */
  static String next(RoundState state) {
    return RoundMoveKind.next(state).map(kind -> kind.to().id()).orElse(null);
  }
}
