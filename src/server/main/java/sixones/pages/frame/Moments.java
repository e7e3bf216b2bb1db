package sixones.pages.frame;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import sixones.bid.WrittenValue;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.WrittenMoment;

/** Instants as people in Sichuan write and read them. */
public final class Moments {
  private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = formatter("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MILLISECOND = formatter("yyyy-MM-dd HH:mm:ss.SSS");

  private Moments() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** As it is written in a form, so that it can be read again to the millisecond. */
  public static String written(Instant instant) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, StoredJson.ZONE);
    if (there.getNano() != 0) {
      return MILLISECOND.format(there);
    }
    return there.getSecond() == 0 ? MINUTE.format(there) : SECOND.format(there);
  }

  /** As it is shown where only minutes matter. */
  public static String shown(Instant instant) {
    return MINUTE.format(LocalDateTime.ofInstant(instant, StoredJson.ZONE));
  }

  /** As it is shown where seconds matter. */
  public static String second(Instant instant) {
    return SECOND.format(LocalDateTime.ofInstant(instant, StoredJson.ZONE));
  }

  /** As a sentence has it. */
  public static String told(Instant instant, Language language) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, StoredJson.ZONE);
    return PageWords.in(language)
        .say(
            "officer.moment",
            Map.of(
                "day", TextNode.valueOf(there.toLocalDate().toString()),
                "time", MINUTE.format(there).substring(11)));
  }

  /** A day as a sentence has it. */
  public static String told(LocalDate day, Language language) {
    return PageWords.in(language)
        .say("officer.day", Map.of("day", TextNode.valueOf(day.toString())));
  }

  /** The instant of a text with its offset; the text itself if it is no moment. */
  public static String instant(String text) {
    return WrittenMoment.of(text)
        .map(moment -> StoredJson.instant(moment.toInstant()))
        .orElse(text);
  }

  /** The day of a text as data has it; the text itself if it is no day. */
  public static String day(String text) {
    String day = WrittenValue.day(text).text();
    return day == null ? text : day;
  }
}
