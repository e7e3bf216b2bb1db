package sixones.pages.rounds;

import java.util.UUID;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.RoundState;

/**
 * A round as its pages tell it.
 *
 * @param otherName its name in the other language, or null
 * @param tone how its state looks
 * @param standing how many cities stand
 * @param next the state it can be moved on to, or null
 * @param rules the version of its rules, or null before it is opened
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
        PageWords.in(language).say("officer.state." + state.id()),
        state == RoundState.OPEN ? "good" : "calm",
        Moments.told(round.opensAt(), language),
        Moments.told(round.deadline(), language),
        Moments.told(round.evaluationDay(), language),
        round.submissionsPerCity(),
        standing,
        next(state),
        round.ruleSet(),
        rules,
        state != RoundState.DECIDED);
  }

  /** Whether to move on, as a key of words. */
  public String question() {
    return "officer.to." + next;
  }

  /** Yes, move on, as a key of words. */
  public String answer() {
    return "officer.do." + next;
  }

  /** The id of the state a round can be moved on to, or null. */
  static String next(RoundState state) {
    return state == RoundState.DECIDED ? null : RoundState.values()[state.ordinal() + 1].id();
  }
}
