package sixones.pages.rounds;

import java.util.Optional;
import java.util.Set;
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
 * @param version the version of the rule set; null if it is the newest of the day it opens
 * @param rules the version with its digest once it is pinned; null as {@code version} is
 * @param erased that it was erased, in words; null unless it was
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
    String version,
    String rules,
    String erased) {

  /**
   * How far the round has come.
   *
   * @param tone the tone of its state
   * @param announceable whether it may be announced instead of going on to the next state
   * @param next the id of the next state; null if there is none
   * @param possible whether it can be moved there now
   */
  public record Progress(
      String state,
      String tone,
      String next,
      boolean possible,
      boolean changeable,
      boolean announceable) {
    static Progress of(RoundState state, Set<RoundMoveKind> possible, Language language) {
      Optional<RoundMoveKind> next = RoundMoveKind.next(state);
      return new Progress(
          PageWords.in(language).text("round.state." + state.id()),
          state == RoundState.OPEN ? "good" : "calm",
          next.map(kind -> kind.to().id()).orElse(null),
          next.filter(possible::contains).isPresent(),
          state != RoundState.DECIDED,
          possible.contains(RoundMoveKind.ANNOUNCE));
    }

    private Progress announced() {
      return new Progress(
          state, tone, RoundState.ANNOUNCED.id(), announceable, changeable, announceable);
    }

    /** Returns the message key of the question whether to move on. */
    public String question() {
      return "round.to." + next;
    }

    /** Returns the message key of what cannot be undone after moving on. */
    public String settles() {
      return question() + ".settles";
    }

    /** Returns the message key of when it can be moved on, if it cannot be now. */
    public String waits() {
      return question() + ".waits";
    }

    /** Returns the message key of the button that moves on. */
    public String answer() {
      return "round.do." + next;
    }
  }

  /** The dates of a round, in words. */
  public record Dates(String opensAt, String deadline, String evaluationDay) {}

  /**
   * Returns a view of a round.
   *
   * @param possible the moves that can be made now
   */
  static RoundView of(Round round, long standing, Set<RoundMoveKind> possible, Language language) {
    String name = StoredJson.name(round, language);
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    String otherName = StoredJson.name(round, other);
    String version = round.rules().version();
    String rules =
        round.isPinned() ? version + "+" + round.rules().digest().substring(0, 12) : version;
    return new RoundView(
        round.id(),
        PageAddresses.round(round.id()),
        name,
        otherName.equals(name) ? null : otherName,
        Progress.of(round.state(), possible, language),
        new Dates(
            Moments.format(round.opensAt(), language),
            Moments.end(round.deadline(), language),
            Moments.format(round.evaluationDay(), language)),
        round.submissionsPerApplicant(),
        standing,
        round.ruleSet(),
        version,
        rules,
        null);
  }

  /** Returns the rule set, with the version if one is named or pinned. */
  public String named() {
    return version == null ? ruleSet : ruleSet + "/" + version;
  }

  /** Returns a copy whose next step is the announcement. */
  RoundView announced() {
    return with(progress.announced(), erased);
  }

  /**
   * Returns a copy that says that the round was erased.
   *
   * @param words null unless it was
   */
  RoundView erased(String words) {
    return with(progress, words);
  }

  private RoundView with(Progress other, String words) {
    return new RoundView(
        id,
        address,
        name,
        otherName,
        other,
        dates,
        submissionsPerApplicant,
        standing,
        ruleSet,
        version,
        rules,
        words);
  }
}
