package sixones.pages.frame;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import sixones.bid.WrittenValue;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.WrittenMoment;

/** Formats and parses instants and days, in Beijing time. */
public final class Moments {
  private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = formatter("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MILLISECOND = formatter("yyyy-MM-dd HH:mm:ss.SSS");

  private Moments() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /**
   * Formats an instant for a form field, with as many digits as it needs to be parsed back to the
   * millisecond.
   */
  public static String written(Instant instant) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, StoredJson.ZONE);
    if (there.getNano() != 0) {
      return MILLISECOND.format(there);
    }
    return there.getSecond() == 0 ? MINUTE.format(there) : SECOND.format(there);
  }

  /** Formats the end of something for a form field: midnight is 24:00 of the day before. */
  public static String writtenEnd(Instant end) {
    LocalDateTime there = LocalDateTime.ofInstant(end, StoredJson.ZONE);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? there.toLocalDate().minusDays(1) + " 24:00"
        : written(end);
  }

  /** Formats an instant to the second, for a table whose head names the zone. */
  public static String second(Instant instant) {
    return SECOND.format(LocalDateTime.ofInstant(instant, StoredJson.ZONE));
  }

  /** Formats an instant that is evidence: to the second, with its zone. */
  public static String exact(Instant instant, Language language) {
    return PageWords.in(language).text("moment.exact", Map.of("at", second(instant)));
  }

  /** Formats an instant for a sentence, with its seconds if it has any. */
  public static String format(Instant instant, Language language) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, StoredJson.ZONE);
    return PageWords.in(language)
        .text(
            "round.moment",
            Map.of(
                "day", TextNode.valueOf(there.toLocalDate().toString()),
                "time", (there.getSecond() == 0 ? MINUTE : SECOND).format(there).substring(11)));
  }

  /** Formats the first instant after a term: midnight is 24:00 of the day before. */
  public static String end(Instant due, Language language) {
    LocalDateTime there = LocalDateTime.ofInstant(due, StoredJson.ZONE);
    return there.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? PageWords.in(language)
            .text(
                "moment.end",
                Map.of("day", TextNode.valueOf(there.toLocalDate().minusDays(1).toString())))
        : format(due, language);
  }

  /** Formats a day for a sentence. */
  public static String format(LocalDate day, Language language) {
    return PageWords.in(language)
        .text("round.day", Map.of("day", TextNode.valueOf(day.toString())));
  }

  /**
   * Parses a moment as an officer writes it and formats it as ISO 8601 with offset. Returns the
   * text unchanged if it is no moment.
   */
  public static String instant(String text) {
    return WrittenMoment.of(text)
        .map(moment -> StoredJson.instant(moment.toInstant()))
        .orElse(text);
  }

  /**
   * Parses a day as people write it and formats it as ISO 8601. Returns the text unchanged if it is
   * no day.
   */
  public static String day(String text) {
    String day = WrittenValue.day(text).text();
    return day == null ? text : day;
  }
}
