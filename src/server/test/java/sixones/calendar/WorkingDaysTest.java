package sixones.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days are worked, and by which notice. */
class WorkingDaysTest {
  private static final WorkingDays DAYS = WorkingDays.bundled();

  @ParameterizedTest
  @CsvSource({
    "2022-01-04, WEEKDAY, ,",
    "2022-01-08, WEEKEND, ,",
    "2022-12-31, HOLIDAY, New Year's Day, 国办发明电〔2022〕16号",
    "2022-01-29, MAKE_UP, Spring Festival, 国办发明电〔2021〕11号",
    "2023-10-07, MAKE_UP, Mid-Autumn Festival and National Day, 国办发明电〔2022〕16号",
    "2024-02-09, WEEKDAY, ,",
    "2024-10-08, WEEKDAY, ,",
    "2026-02-15, HOLIDAY, Spring Festival, 国办发明电〔2025〕7号",
    "2026-10-10, MAKE_UP, National Day, 国办发明电〔2025〕7号"
  })
  void a_day_says_why_it_is_worked_or_not(
      LocalDate day, DayKind kind, String holiday, String notice) {
    CalendarDay found = DAYS.day(day).orElseThrow();

    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.holiday() == null ? null : found.holiday().en()).isEqualTo(holiday);
    assertThat(found.notice() == null ? null : found.notice().number()).isEqualTo(notice);
  }

  @Test
  void every_day_of_the_years_read_is_known_and_none_beside_them() {
    assertThat(DAYS.from()).isEqualTo("2022-01-01");
    assertThat(DAYS.to()).isEqualTo("2026-12-31");
    assertThat(DAYS.day(LocalDate.parse("2021-12-31"))).isEmpty();
    assertThat(DAYS.day(LocalDate.parse("2027-01-01"))).isEmpty();
    assertThat(DAYS.notices()).hasSize(5).allMatch(notice -> !notice.read().isEmpty());
  }

  @Test
  void each_day_is_worked_as_the_plain_reading_of_the_file_has_it() {
    PlainCalendar plain = new PlainCalendar(WorkingDays.bundledBytes());
    List<LocalDate> wrong = new ArrayList<>();

    int seen = 0;
    for (LocalDate day = DAYS.from(); !day.isAfter(DAYS.to()); day = day.plusDays(1)) {
      seen++;
      if (DAYS.day(day).orElseThrow().isWorked() != plain.works(day.toString())) {
        wrong.add(day);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(seen).isEqualTo(1826);
  }

  @Test
  void make_up_days_are_weekends() {
    for (LocalDate day = DAYS.from(); !day.isAfter(DAYS.to()); day = day.plusDays(1)) {
      if (DAYS.day(day).orElseThrow().kind() == DayKind.MAKE_UP) {
        assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      }
    }
  }

  @Test
  void a_place_with_a_calendar_of_its_own_is_told_by_the_days_that_differ() {
    assertThat(DAYS.localDays(LocalDate.parse("2023-09-25"), LocalDate.parse("2023-10-10")))
        .singleElement()
        .satisfies(
            local -> {
              assertThat(local.day()).isEqualTo("2023-10-07");
              assertThat(local.division()).isEqualTo("513400");
              assertThat(local.there()).isEqualTo(DayKind.HOLIDAY);
              assertThat(local.notice().number()).isEqualTo("凉府办函〔2022〕121号");
            });
    assertThat(DAYS.localDays())
        .extracting(local -> local.day().toString())
        .contains("2024-10-08", "2023-08-06", "2023-11-20")
        .doesNotContain("2023-10-08", "2023-10-01", "2023-08-13");
  }

  @Test
  void the_digest_is_that_of_the_bytes() throws Exception {
    byte[] other = CalendarFiles.bytes(CalendarFiles.bundled());

    assertThat(DAYS.digest()).matches("sha256:[0-9a-f]{64}");
    assertThat(WorkingDays.read(WorkingDays.bundledBytes()).digest()).isEqualTo(DAYS.digest());
    assertThat(WorkingDays.read(other).digest()).isNotEqualTo(DAYS.digest());
  }

  @Test
  void the_days_on_which_two_calendars_differ_are_told() throws Exception {
    byte[] moved =
        CalendarFiles.changed(
            tree -> {
              tree.remove("vectors");
              ((com.fasterxml.jackson.databind.node.ObjectNode) tree.at("/years/4/offDays/3"))
                  .put("to", "2026-05-04");
            });

    assertThat(WorkingDays.read(moved).differences(DAYS))
        .containsExactly(LocalDate.parse("2026-05-05"));
    assertThat(WorkingDays.read(CalendarFiles.withOneMoreYear()).to()).isEqualTo("2027-12-31");
  }
}
