package sixones.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the days that notices name, national ones or those of one place; each is named once. */
final class NoticedDays {
  private static final int LONGEST_BLOCK = 31;

  private final CalendarJson json;
  private final TreeMap<LocalDate, CalendarDay> days = new TreeMap<>();

  NoticedDays(CalendarJson json) {
    this.json = json;
  }

  TreeMap<LocalDate, CalendarDay> days() {
    return days;
  }

  /** Reads where the notice of a year is to be found; a year without a source is a fault. */
  static HolidayNotice notice(CalendarJson json, JsonNode owner, String pointer, int year) {
    JsonNode notice = owner.path("notice");
    String at = pointer + "/notice";
    if (!notice.isObject() || notice.path("read").isEmpty()) {
      json.fault(at, "calendar-source", Map.of("year", String.valueOf(year)));
      return null;
    }
    json.known(notice, at, "number", "issuedOn", "read", "numberFrom", "addressInDataSets");
    String number = json.text(notice, at, "number");
    LocalDate issuedOn = json.day(notice.path("issuedOn"), at + "/issuedOn");
    List<JsonNode> read = json.list(notice, at, "read");
    for (int i = 0; i < read.size(); i++) {
      json.text(read.get(i), at + "/read/" + i);
    }
    for (String member : List.of("numberFrom", "addressInDataSets")) {
      if (notice.has(member)) {
        json.text(notice, at, member);
      }
    }
    return new HolidayNotice(year, number, issuedOn, read.stream().map(JsonNode::asText).toList());
  }

  /** Reads the blocks of days off. */
  void readOff(JsonNode owner, String pointer, int year, HolidayNotice notice) {
    List<JsonNode> blocks = json.list(owner, pointer, "offDays");
    for (int i = 0; i < blocks.size(); i++) {
      JsonNode block = blocks.get(i);
      String at = pointer + "/offDays/" + i;
      json.known(block, at, "name", "from", "to");
      HolidayName name = json.name(block, at);
      LocalDate from = json.day(block.path("from"), at + "/from");
      LocalDate to = json.day(block.path("to"), at + "/to");
      if (from != null && to != null && isBlock(from, to, at)) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
          if (isOfYear(day, year, at)) {
            add(new CalendarDay(day, DayKind.HOLIDAY, name, notice), at);
          }
        }
      }
    }
  }

  private boolean isBlock(LocalDate from, LocalDate to, String at) {
    long length = ChronoUnit.DAYS.between(from, to) + 1;
    if (length < 1 || length > LONGEST_BLOCK) {
      Map<String, ?> values =
          Map.of("from", from.toString(), "to", to.toString(), "most", LONGEST_BLOCK);
      json.fault(at, "calendar-block", values);
      return false;
    }
    return true;
  }

  /** Reads a weekend day that is worked, for a holiday of the same notice. */
  void readMakeUp(LocalDate day, HolidayName holiday, int year, HolidayNotice notice, String at) {
    if (!isOfYear(day, year, at)) {
      return;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
      json.fault(at, "calendar-make-up-weekday", Map.of("day", day.toString()));
      return;
    }
    add(new CalendarDay(day, DayKind.MAKE_UP, holiday, notice), at);
  }

  /** A notice may reach into the last month of the year before, and no further. */
  private boolean isOfYear(LocalDate day, int year, String at) {
    boolean isOf = day.getYear() == year || day.getYear() == year - 1 && day.getMonthValue() == 12;
    if (!isOf) {
      Map<String, String> values = Map.of("day", day.toString(), "year", String.valueOf(year));
      json.fault(at, "calendar-day-of-year", values);
    }
    return isOf;
  }

  private void add(CalendarDay day, String at) {
    if (days.putIfAbsent(day.day(), day) != null) {
      json.fault(at, "calendar-overlap", Map.of("day", day.day().toString()));
    }
  }
}
