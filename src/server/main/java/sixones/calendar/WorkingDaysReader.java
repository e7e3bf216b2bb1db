package sixones.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads a calendar file and refuses it with every defect it has. */
final class WorkingDaysReader {
  static final String SCHEMA = "sixones/working-days/1";

  private static final int MOST_YEARS = 50;
  private static final int MOST_ENTRIES = 200;

  private final byte[] bytes;
  private final CalendarJson json = new CalendarJson();
  private final NoticedDays national = new NoticedDays(json);
  private final List<HolidayNotice> notices = new ArrayList<>();

  WorkingDaysReader(byte[] bytes) {
    this.bytes = bytes;
  }

  WorkingDays read() throws UnfitCalendar {
    JsonNode tree = json.tree(bytes);
    check();
    json.known(tree, "", "meta", "years", "local", "vectors");
    int first = years(tree);
    meta(tree.path("meta"), first);
    check();
    CalendarDay[] days = days(LocalDate.of(first, 1, 1), national.days());
    WorkingDays read = new WorkingDays(digest(), days[0].day(), days, notices, local(tree, days));
    new CalendarVectors(json).check(tree, read);
    check();
    return read;
  }

  private void check() throws UnfitCalendar {
    if (!json.faults().isEmpty()) {
      throw new UnfitCalendar(json.faults());
    }
  }

  private void meta(JsonNode meta, int first) {
    json.known(
        meta,
        "/meta",
        "schema",
        "compiled",
        "timeZone",
        "rule",
        "coverage",
        "sources",
        "agreement",
        "law",
        "local");
    is(meta, "schema", SCHEMA);
    is(meta, "timeZone", Term.ZONE.getId());
    JsonNode coverage = meta.path("coverage");
    json.known(coverage, "/meta/coverage", "from", "to", "beyond");
    String from = first + "-01-01";
    String to = (first + Math.max(0, notices.size() - 1)) + "-12-31";
    boolean covers =
        coverage.path("from").asText("").equals(from) && coverage.path("to").asText("").equals(to);
    if (!covers) {
      json.fault("/meta/coverage", "calendar-coverage", Map.of("from", from, "to", to));
    }
  }

  private void is(JsonNode meta, String member, String right) {
    if (!meta.path(member).asText("").equals(right)) {
      json.fault("/meta/" + member, "calendar-constant", Map.of("right", right));
    }
  }

  /** Reads the years, which follow each other; returns the first. */
  private int years(JsonNode tree) {
    List<JsonNode> years = json.list(tree, "", "years");
    if (years.isEmpty() || years.size() > MOST_YEARS) {
      json.fault("/years", "calendar-years", Map.of("most", MOST_YEARS));
      return LocalDate.EPOCH.getYear();
    }
    int first = years.get(0).path("year").asInt();
    for (int i = 0; i < years.size(); i++) {
      year(years.get(i), "/years/" + i, first + i);
    }
    return first;
  }

  private void year(JsonNode year, String at, int expected) {
    json.known(year, at, "year", "notice", "offDays", "makeUpWorkingDays", "encouragedLeave");
    if (!isYear(year.path("year")) || year.path("year").intValue() != expected) {
      json.fault(at + "/year", "calendar-year", CalendarJson.found(year.path("year")));
      return;
    }
    HolidayNotice notice = NoticedDays.notice(json, year, at, expected);
    notices.add(notice);
    national.readOff(year, at, expected, notice);
    Map<String, HolidayName> holidays = holidays(notice);
    List<JsonNode> makeUps = json.list(year, at, "makeUpWorkingDays");
    for (int i = 0; i < makeUps.size(); i++) {
      String there = at + "/makeUpWorkingDays/" + i;
      json.known(makeUps.get(i), there, "date", "madeUpFor");
      LocalDate day = json.day(makeUps.get(i).path("date"), there + "/date");
      HolidayName holiday = holidays.get(makeUps.get(i).path("madeUpFor").asText(""));
      if (holiday == null) {
        Map<String, String> found = CalendarJson.found(makeUps.get(i).path("madeUpFor"));
        json.fault(there + "/madeUpFor", "calendar-made-up-for", found);
      }
      if (day != null) {
        national.readMakeUp(day, holiday, expected, notice, there + "/date");
      }
    }
    encouraged(year, at);
  }

  private static boolean isYear(JsonNode year) {
    return year.isInt() && year.intValue() >= 1950 && year.intValue() <= 2200;
  }

  /** The holidays a notice has named so far, by their Chinese names. */
  private Map<String, HolidayName> holidays(HolidayNotice notice) {
    Map<String, HolidayName> holidays = new TreeMap<>();
    for (CalendarDay day : national.days().values()) {
      if (day.notice() == notice && day.holiday().zh() != null) {
        holidays.put(day.holiday().zh(), day.holiday());
      }
    }
    return holidays;
  }

  /** Days on which rest is encouraged stay working days; they are checked and not kept. */
  private void encouraged(JsonNode year, String at) {
    if (year.has("encouragedLeave")) {
      List<JsonNode> days = json.list(year, at, "encouragedLeave");
      for (int i = 0; i < days.size(); i++) {
        String there = at + "/encouragedLeave/" + i;
        json.known(days.get(i), there, "date", "note");
        json.day(days.get(i).path("date"), there + "/date");
        json.text(days.get(i), there, "note");
      }
    }
  }

  private CalendarDay[] days(LocalDate from, NavigableMap<LocalDate, CalendarDay> noticed) {
    LocalDate end = from.plusYears(notices.size());
    CalendarDay[] days = new CalendarDay[(int) ChronoUnit.DAYS.between(from, end)];
    for (int i = 0; i < days.length; i++) {
      LocalDate day = from.plusDays(i);
      CalendarDay named = noticed.get(day);
      days[i] = named == null ? new CalendarDay(day, usual(day), null, null) : named;
    }
    return days;
  }

  private static DayKind usual(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return weekend ? DayKind.WEEKEND : DayKind.WEEKDAY;
  }

  /** Reads what places keep otherwise; their other days are the national ones. */
  private List<LocalDay> local(JsonNode tree, CalendarDay[] days) {
    List<LocalDay> different = new ArrayList<>();
    List<JsonNode> places = tree.has("local") ? json.list(tree, "", "local") : List.of();
    if (places.size() > MOST_ENTRIES) {
      json.fault("/local", "calendar-list-long", Map.of("most", MOST_ENTRIES));
      return different;
    }
    for (int i = 0; i < places.size(); i++) {
      place(places.get(i), "/local/" + i, days, different);
    }
    different.sort(Comparator.comparing(LocalDay::day).thenComparing(LocalDay::division));
    return different;
  }

  private void place(JsonNode place, String at, CalendarDay[] days, List<LocalDay> different) {
    json.known(
        place,
        at,
        "division",
        "name",
        "year",
        "notice",
        "offDays",
        "makeUpWorkingDays",
        "differsFromNational");
    String division = place.path("division").asText("");
    if (!division.matches("[0-9]{6}")) {
      json.fault(at + "/division", "calendar-division", CalendarJson.found(place.path("division")));
    }
    HolidayName name = json.name(place, at);
    if (!isYear(place.path("year"))) {
      json.fault(at + "/year", "calendar-year", CalendarJson.found(place.path("year")));
      return;
    }
    int year = place.path("year").intValue();
    HolidayNotice notice = NoticedDays.notice(json, place, at, year);
    NoticedDays there = new NoticedDays(json);
    there.readOff(place, at, year, notice);
    List<JsonNode> makeUps = json.list(place, at, "makeUpWorkingDays");
    for (int i = 0; i < makeUps.size(); i++) {
      String pointer = at + "/makeUpWorkingDays/" + i;
      LocalDate day = json.day(makeUps.get(i), pointer);
      if (day != null) {
        there.readMakeUp(day, null, year, notice, pointer);
      }
    }
    for (CalendarDay day : there.days().values()) {
      long index = ChronoUnit.DAYS.between(days[0].day(), day.day());
      boolean covered = index >= 0 && index < days.length;
      if (covered && days[(int) index].isWorked() != day.isWorked()) {
        different.add(new LocalDay(day.day(), division, name, day.kind(), day.holiday(), notice));
      }
    }
  }

  private String digest() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
