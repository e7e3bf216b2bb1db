package sixones.retention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How long something is kept at least, as the site set it; nothing is erased without.
 *
 * @param setting the name of the setting, as messages give it
 * @param value an ISO 8601 period such as {@code P10Y}; empty if nothing is set
 */
public record SetTime(String setting, Optional<String> value) {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * From when on something may be erased.
   *
   * @param period what is set
   * @param since the day it is counted from, in Beijing
   * @param allowed the first day on which it may be erased, in Beijing
   */
  public record Term(Period period, LocalDate since, LocalDate allowed) {}

  /**
   * Counts the set time.
   *
   * @throws RetentionRefused if nothing is set, what is set is no period of at least a day, or the
   *     time has not passed
   */
  Term passed(Instant since, Instant now) {
    Period period = period();
    LocalDate from = LocalDate.ofInstant(since, ZONE);
    Term term = new Term(period, from, from.plus(period));
    if (LocalDate.ofInstant(now, ZONE).isBefore(term.allowed())) {
      throw RetentionRefused.tooEarly(term);
    }
    return term;
  }

  private Period period() {
    String text =
        value
            .map(String::strip)
            .filter(set -> !set.isEmpty())
            .orElseThrow(() -> RetentionRefused.nothingSet(setting));
    try {
      Period period = Period.parse(text);
      if (period.isNegative() || period.isZero()) {
        throw RetentionRefused.unfitPeriod(setting, text);
      }
      return period;
    } catch (DateTimeException e) {
      throw RetentionRefused.unfitPeriod(setting, text);
    }
  }
}
