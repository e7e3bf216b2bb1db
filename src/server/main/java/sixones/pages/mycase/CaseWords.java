package sixones.pages.mycase;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import sixones.casework.ApplicantCase;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.pages.mycase.MyCaseView.Stand;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.GivenReasons;
import sixones.report.Language;

/** Says where an applicant's case stands. Whether the office proposed a bid or not is not told. */
final class CaseWords {
  private final PageWords words;
  private final Language language;

  CaseWords(Language language) {
    this.words = PageWords.in(language);
    this.language = language;
  }

  String text(String key) {
    return words.text(key);
  }

  String text(String key, Map<String, ?> values) {
    return words.text(key, values);
  }

  Stand stand(ApplicantCase own) {
    String state = own.stand();
    IssuedNotice waiting = own.waiting();
    return new Stand(
        tone(own.state()),
        text("mycase.state." + state),
        text("mycase.state." + state + ".what"),
        text("mycase.next." + next(own)),
        waiting == null ? null : Moments.end(waiting.due(), language),
        waiting == null ? null : left(own.at(), waiting.due()),
        text("mycase.silence." + silence(own)));
  }

  static String tone(CaseState state) {
    return switch (state) {
      case RETURNED -> "open";
      case ACCEPTED, SELECTED -> "good";
      case REFUSED -> "bad";
      default -> "calm";
    };
  }

  private static String next(ApplicantCase own) {
    return own.next() == CaseView.Next.SECOND_PERSON
        ? "office"
        : own.next().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String silence(ApplicantCase own) {
    if (own.state().isEnd()) {
      return "end";
    }
    if (own.waiting() != null) {
      return own.givesUp() ? "give-up" : "decide";
    }
    return "stays";
  }

  private String left(Instant now, Instant due) {
    Duration left = Duration.between(now, due);
    Map<String, ?> values =
        Map.of("days", left.toDays(), "hours", left.toHoursPart(), "minutes", left.toMinutesPart());
    return text(
        left.toDays() > 0
            ? "mycase.left.days"
            : left.toHours() > 0 ? "mycase.left.hours" : "mycase.left.minutes",
        values);
  }

  /**
   * Returns reasons in the reader's language, or else as they were given; null if there are none.
   */
  String said(GivenReasons reasons) {
    if (reasons == null) {
      return null;
    }
    boolean chinese = language == Language.ZH_CN;
    String first = chinese ? reasons.zh() : reasons.en();
    return first != null ? first : chinese ? reasons.en() : reasons.zh();
  }
}
