package sixones.web.page;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.Text;
import sixones.report.Language;
import sixones.report.RoundReport;

/** Instants as people in Sichuan write and read them. */
final class RoundMoments {
  private static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = formatter("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MILLISECOND = formatter("yyyy-MM-dd HH:mm:ss.SSS");
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?[T\\s]*([0-9]{1,2})[:时]([0-9]{2})分?"
              + "(?::([0-9]{2})(?:\\.([0-9]{3}))?)?");

  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

  private RoundMoments() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** As it is written in a form, so that it can be read again to the millisecond. */
  static String written(Instant instant) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, RoundReport.ZONE);
    if (there.getNano() != 0) {
      return MILLISECOND.format(there);
    }
    return there.getSecond() == 0 ? MINUTE.format(there) : SECOND.format(there);
  }

  /** As it is shown where only minutes matter. */
  static String shown(Instant instant) {
    return MINUTE.format(LocalDateTime.ofInstant(instant, RoundReport.ZONE));
  }

  /** As a sentence has it. */
  static String told(Instant instant, Language language) {
    LocalDateTime there = LocalDateTime.ofInstant(instant, RoundReport.ZONE);
    return PageWords.in(language)
        .say(
            "officer.moment",
            Map.of(
                "day", TextNode.valueOf(there.toLocalDate().toString()),
                "time", MINUTE.format(there).substring(11)));
  }

  /** A day as a sentence has it. */
  static String told(LocalDate day, Language language) {
    return PageWords.in(language)
        .say("officer.day", Map.of("day", TextNode.valueOf(day.toString())));
  }

  /** The instant of a text with its offset; the text itself if it is no moment. */
  static String instant(String text) {
    Matcher moment = MOMENT.matcher(Text.width(text));
    if (!moment.matches()) {
      return text;
    }
    try {
      LocalDateTime there =
          LocalDateTime.of(
              number(moment, 1),
              number(moment, 2),
              number(moment, 3),
              number(moment, 4),
              number(moment, 5),
              number(moment, 6),
              number(moment, 7) * 1_000_000);
      return RoundReport.instant(there.atZone(RoundReport.ZONE).toInstant());
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** The day of a text as data has it; the text itself if it is no day. */
  static String day(String text) {
    Matcher day = DAY.matcher(Text.width(text));
    return day.matches()
        ? "%s-%02d-%02d".formatted(day.group(1), number(day, 2), number(day, 3))
        : text;
  }

  private static int number(Matcher moment, int group) {
    return moment.group(group) == null ? 0 : Integer.parseInt(moment.group(group));
  }
}
