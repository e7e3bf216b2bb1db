package sixones.round;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.Understood;
import sixones.bid.WrittenValue;
import sixones.text.WrittenText;

/**
 * Parses an instant as officers write it, in China Standard Time: 2022年6月30日24:00 is 1 July, 00:00.
 */
public final class WrittenMoment {
  private static final ZoneOffset BEIJING_TIME = ZoneOffset.ofHours(8);
  private static final Pattern MOMENT =
      Pattern.compile(
          "(.{1,20}?)(?:[t ]|(?<=[日号]))([0-9]{1,2})"
              + "(?:[:时点]([0-9]{2})分?(?::([0-9]{2})(?:\\.([0-9]{3}))?)?|[时点]整?)"
              + "(?:\\+08:?00)?");

  private WrittenMoment() {}

  /** Returns the instant; empty if the text has none or is ambiguous. */
  public static Optional<OffsetDateTime> of(String text) {
    Matcher moment = MOMENT.matcher(WrittenText.plain(text));
    if (!moment.matches()) {
      return Optional.empty();
    }
    Understood day = WrittenValue.day(moment.group(1));
    if (day.text() == null) {
      return Optional.empty();
    }
    try {
      LocalDate there = LocalDate.parse(day.text());
      boolean endOfDay = number(moment, 2) == 24;
      LocalTime time =
          LocalTime.of(
              endOfDay ? 0 : number(moment, 2),
              number(moment, 3),
              number(moment, 4),
              number(moment, 5) * 1_000_000);
      if (endOfDay && !time.equals(LocalTime.MIDNIGHT)) {
        return Optional.empty();
      }
      LocalDateTime said = there.plusDays(endOfDay ? 1 : 0).atTime(time);
      return Optional.of(said.atOffset(BEIJING_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher moment, int group) {
    return moment.group(group) == null ? 0 : Integer.parseInt(moment.group(group));
  }
}
