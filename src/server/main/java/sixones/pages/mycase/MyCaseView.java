package sixones.pages.mycase;

import java.util.List;
import java.util.UUID;
import sixones.pages.frame.ErrorSummary;

/**
 * An applicant's case as its template renders it.
 *
 * @param told what was just done, in words; null if nothing was
 * @param trouble why something was not done; null if nothing was refused
 * @param notices the last first
 * @param replies the drafts that can be the reply; empty unless one is awaited
 * @param decisions the last first
 * @param rules how the case proceeds, in sentences
 * @param may what the applicant can do now
 */
public record MyCaseView(
    UUID id,
    String roundName,
    Told told,
    ErrorSummary trouble,
    Stand stand,
    List<NoticeView> notices,
    List<ReplyDraft> replies,
    List<DecisionView> decisions,
    List<LetterRow> letters,
    List<DoneRow> done,
    List<String> rules,
    May may) {

  /** What was just done, with a page that proves it; null if none does. */
  public record Told(String words, String address, String link) {}

  /**
   * Where a case stands.
   *
   * @param title in short
   * @param what what that means
   * @param next who has to do what
   * @param due until when, in words; null if there is no term
   * @param left how much time is left; null if there is no term
   * @param silence what happens if nobody acts
   */
  public record Stand(
      String tone,
      String title,
      String what,
      String next,
      String due,
      String left,
      String silence) {}

  /**
   * A notice.
   *
   * @param waiting whether its reply is awaited
   * @param progress what came of it, in words
   * @param counted how its term was counted
   * @param terms the page that counts it day by day
   * @param moved that the end was moved since it was issued; null if it was not
   * @param open every place that may change, in words
   */
  public record NoticeView(
      boolean waiting,
      String issued,
      String progress,
      String due,
      String counted,
      String terms,
      String moved,
      List<ItemView> items,
      List<String> open) {}

  /**
   * One thing to mend.
   *
   * @param found what was found, by place
   * @param asked what is asked for
   * @param passage the passage that asks for it; null if it is the office's own request
   * @param address where the passage can be read; null if nowhere
   * @param mend how to mend it; null if nothing is said
   */
  public record ItemView(
      int n,
      String kind,
      String requirement,
      String title,
      String rule,
      List<Found> found,
      String asked,
      String passage,
      String address,
      String mend) {}

  /** What was found at a place; null if only the place is told. */
  public record Found(String place, String says) {}

  /** A draft that can be the reply. */
  public record ReplyDraft(UUID id, String name, String saved) {}

  /**
   * A decision.
   *
   * @param superseded whether the case was reopened since
   * @param by who decided, from the minutes; null unless the leaders did
   * @param grounds of a refusal, or what was accepted all the same
   * @param reasons null if none are given
   */
  public record DecisionView(
      String title,
      String at,
      boolean superseded,
      String by,
      List<GroundView> grounds,
      String reasons) {}

  /** A ground: what it rests on, and what was said of it. */
  public record GroundView(String title, String place, List<String> says) {}

  /**
   * A letter.
   *
   * @param self the address of its page
   */
  public record LetterRow(String self, String title, String at) {}

  /** Something the applicant did. */
  public record DoneRow(String what, String at, String by, String address, String reasons) {}

  /** What the applicant can do now. */
  public record May(boolean reply, boolean giveUp, boolean recuse) {}

  public String self() {
    return "/applicant/cases/" + id;
  }
}
