package sixones.pages.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.RoundState;

/**
 * How long a round still accepts bids, in words; the unit gets finer towards the deadline.
 *
 * @param tone {@code good}; {@code open} in the last three days; {@code calm} if the round accepts
 *     no bids
 */
public record TimeLeft(String words, String tone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final Duration NEAR = Duration.ofDays(3);

  public static TimeLeft of(Round round, Instant now, Language language) {
    PageWords words = PageWords.in(language);
    if (round.state() == RoundState.ANNOUNCED) {
      Map<String, ?> when =
          Map.of("opens", minute(round.opensAt()), "until", end(round.deadline()));
      return new TimeLeft(words.text("applicant.left.announced", when), "calm");
    }
    if (round.state() == RoundState.OPEN && now.isBefore(round.opensAt())) {
      Map<String, ?> when =
          Map.of("opens", minute(round.opensAt()), "until", end(round.deadline()));
      return new TimeLeft(words.text("applicant.left.opens", when), "calm");
    }
    if (!round.acceptsAt(now)) {
      Map<String, ?> when = Map.of("until", end(round.deadline()));
      return new TimeLeft(words.text("applicant.left.closed", when), "calm");
    }
    Duration left = Duration.between(now, round.deadline());
    Map<String, ?> values =
        Map.of(
            "days", left.toDays(),
            "hours", left.toHoursPart(),
            "minutes", left.toMinutesPart(),
            "until", end(round.deadline()));
    String tone = left.compareTo(NEAR) < 0 ? "open" : "good";
    if (left.toDays() > 0) {
      return new TimeLeft(words.text("applicant.left.days", values), tone);
    }
    if (left.toHours() > 0) {
      return new TimeLeft(words.text("applicant.left.hours", values), tone);
    }
    String key = left.toMinutes() > 0 ? "applicant.left.minutes" : "applicant.left.moment";
    return new TimeLeft(words.text(key, values), tone);
  }

  /** Formats the end of a call to the minute: midnight is 24:00 of the day before. */
  private static String end(Instant deadline) {
    String end = StoredJson.end(deadline);
    return end.substring(0, end.length() - ":00".length());
  }

  /** Formats an instant to the minute, in Beijing time: {@code 2022-06-30 18:00}. */
  public static String minute(Instant instant) {
    return MINUTE.format(OffsetDateTime.ofInstant(instant, StoredJson.ZONE));
  }
}
