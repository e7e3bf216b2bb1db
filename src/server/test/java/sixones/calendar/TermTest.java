package sixones.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A term says its days: counted, or why not, and when it ends. */
class TermTest {
  private static final WorkingDays DAYS = WorkingDays.bundled();

  static Stream<JsonNode> vectors() {
    List<JsonNode> vectors = new ArrayList<>();
    CalendarFiles.bundled().path("vectors").forEach(vectors::add);
    assertThat(vectors).hasSize(6);
    return vectors.stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_term_ends_as_each_vector_of_the_file_says(JsonNode vector) throws Exception {
    boolean working = vector.has("workingDays");
    int amount = vector.path(working ? "workingDays" : "calendarDays").asInt();
    TermUnit unit = working ? TermUnit.WORKING_DAY : TermUnit.DAY;
    TermRule rule = TermRule.of(null, amount, unit, vector.path("firstDayCounts").asBoolean());

    Term term = DAYS.term(rule, day(vector.path("from").asText()));

    assertThat(term.lastDay()).isEqualTo(vector.path("to").asText());
    assertThat(term.counted()).isEqualTo(amount);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Term working(String start, int amount) throws UnfitTerm {
    return DAYS.term(TermRule.of("correction", amount, TermUnit.WORKING_DAY, false), day(start));
  }

  private static Term calendar(String start, int amount) throws UnfitTerm {
    return DAYS.term(TermRule.of("correction", amount, TermUnit.DAY, false), day(start));
  }

  @Test
  void a_term_ends_at_24_00_of_its_last_day_in_beijing() throws Exception {
    Term term = working("2024-09-25", 5);

    assertThat(term.due()).contains(Instant.parse("2024-10-08T16:00:00Z"));
  }

  @Test
  void an_instant_starts_a_term_on_its_day_in_beijing() throws Exception {
    TermRule rule = TermRule.of(null, 1, TermUnit.DAY, true);

    assertThat(DAYS.term(rule, Instant.parse("2024-05-13T15:59:59.999Z")).lastDay())
        .isEqualTo("2024-05-13");
    assertThat(DAYS.term(rule, Instant.parse("2024-05-13T16:00:00Z")).lastDay())
        .isEqualTo("2024-05-14");
  }

  @Test
  void each_day_is_counted_or_says_why_not() throws Exception {
    assertThat(told(working("2024-09-27", 2)))
        .containsExactly(
            "2024-09-27 WEEKDAY START 0",
            "2024-09-28 WEEKEND OFF 0",
            "2024-09-29 MAKE_UP COUNTED 1",
            "2024-09-30 WEEKDAY COUNTED 2");
    assertThat(told(calendar("2024-09-29", 2)))
        .startsWith(
            "2024-09-29 MAKE_UP START 0",
            "2024-09-30 WEEKDAY COUNTED 1",
            "2024-10-01 HOLIDAY COUNTED_OFF 2",
            "2024-10-02 HOLIDAY RUNS_ON 0")
        .endsWith("2024-10-08 WEEKDAY ENDS 0");
  }

  private static List<String> told(Term term) {
    return term.days().stream()
        .map(
            day ->
                "%s %s %s %d"
                    .formatted(day.day().day(), day.day().kind(), day.counting(), day.number()))
        .toList();
  }

  @Test
  void a_first_day_that_counts_and_is_off_counts_for_calendar_days_alone() throws Exception {
    LocalDate sunday = day("2024-05-19");

    Term calendar = DAYS.term(TermRule.of(null, 2, TermUnit.DAY, true), sunday);
    Term working = DAYS.term(TermRule.of(null, 2, TermUnit.WORKING_DAY, true), sunday);

    assertThat(calendar.lastDay()).isEqualTo("2024-05-20");
    assertThat(working.lastDay()).isEqualTo("2024-05-21");
  }

  @ParameterizedTest
  @CsvSource({"2026-12-25, 5", "2026-12-18, 10", "2026-12-11, 15", "2026-12-04, 20"})
  void a_term_that_needs_a_day_beyond_the_calendar_has_no_end(String start, int amount)
      throws Exception {
    Term term = working(start, amount);

    assertThat(term.isKnown()).isFalse();
    assertThat(term.due()).isEmpty();
    assertThat(term.lastCovered()).isEqualTo("2026-12-31");
    assertThat(term.counted()).isEqualTo(amount - 1);
    assertThat(working(day(start).minusDays(1).toString(), amount).isKnown()).isTrue();
  }

  @Test
  void a_term_of_calendar_days_whose_next_working_day_is_not_known_has_no_end() throws Exception {
    byte[] shorter =
        CalendarFiles.changed(
            tree -> {
              tree.withArray("/years").remove(4);
              tree.withArray("/years").remove(3);
              tree.remove("vectors");
              ((ObjectNode) tree.at("/meta/coverage")).put("to", "2024-12-31");
              ((ObjectNode) tree.withArray("/years/2/offDays").addObject())
                  .put("from", "2024-12-30")
                  .put("to", "2024-12-31")
                  .putObject("name")
                  .put("zh", "元旦")
                  .put("en", "New Year");
            });

    Term term =
        WorkingDays.read(shorter)
            .term(TermRule.of(null, 5, TermUnit.DAY, false), day("2024-12-25"));

    assertThat(term.counted()).isEqualTo(5);
    assertThat(term.isKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 367, 1_000_000_000, Long.MIN_VALUE, Long.MAX_VALUE})
  void an_amount_that_is_none_is_refused(long amount) {
    assertThatThrownBy(() -> TermRule.of(null, amount, TermUnit.DAY, false))
        .isInstanceOfSatisfying(
            UnfitTerm.class,
            unfit -> {
              assertThat(unfit.fault().pointer()).isEqualTo("/amount");
              assertThat(unfit.fault().kind()).isEqualTo("term-amount");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "-1", "0.5", "10.5", "1e2", "+3", " 3", "１０", "十", "99999999999"})
  void an_amount_is_written_in_digits(String amount) {
    assertThatThrownBy(() -> TermRule.read(null, amount, TermUnit.WORKING_DAY, false))
        .isInstanceOf(UnfitTerm.class);
  }

  @Test
  void the_smallest_and_the_greatest_amounts_are_counted() throws Exception {
    assertThat(TermRule.read(null, "1", TermUnit.DAY, false).amount()).isEqualTo(1);
    assertThat(calendar("2022-01-01", 366).lastDay()).isEqualTo("2023-01-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-12-31", "2027-01-01", "1900-01-01", "9999-12-31"})
  void a_start_beside_the_calendar_is_refused_and_its_days_told(String start) {
    assertThatThrownBy(() -> working(start, 1))
        .isInstanceOfSatisfying(
            UnfitTerm.class,
            unfit -> {
              assertThat(unfit.fault().pointer()).isEqualTo("/start");
              assertThat(unfit.fault().values().toString())
                  .contains("2022-01-01", "2026-12-31", start);
            });
  }

  @Test
  void the_national_calendar_counts_a_day_that_a_place_has_off() throws Exception {
    Term term = working("2023-10-06", 1);

    assertThat(term.lastDay()).isEqualTo("2023-10-07");
    assertThat(DAYS.localDays(term.start(), term.lastDay())).hasSize(1);
  }

  private static WorkingDays with(String from, String to) throws UnfitCalendar {
    return WorkingDays.read(
        CalendarFiles.changed(
            tree -> ((ObjectNode) tree.at("/years/4/offDays/3")).put("from", from).put("to", to)));
  }

  @Test
  void a_later_calendar_moves_an_end_later_and_never_earlier() throws Exception {
    Term term = working("2026-04-28", 5);
    Instant now = Instant.parse("2026-04-29T00:00:00Z");
    WorkingDays longer = with("2026-05-01", "2026-05-06");
    WorkingDays shorter = with("2026-05-01", "2026-05-03");

    assertThat(term.lastDay()).isEqualTo("2026-05-08");
    assertThat(term.under(longer, now).lastDay()).isEqualTo("2026-05-09");
    assertThat(term.under(longer, now).calendar()).isEqualTo(longer.digest());
    assertThat(term.under(shorter, now)).isEqualTo(term);
    assertThat(term.under(longer, now).under(shorter, now).lastDay()).isEqualTo("2026-05-09");
  }

  @Test
  void a_later_calendar_moves_no_end_that_has_passed() throws Exception {
    Term term = working("2026-04-28", 5);
    Instant due = term.due().orElseThrow();
    WorkingDays longer = with("2026-05-01", "2026-05-06");

    assertThat(term.under(longer, due)).isEqualTo(term);
    assertThat(term.under(longer, due.minusMillis(1)).lastDay()).isEqualTo("2026-05-09");
  }

  @Test
  void a_calendar_that_covers_more_ends_a_term_that_had_no_end() throws Exception {
    Term open = working("2026-12-18", 10);
    WorkingDays more = WorkingDays.read(CalendarFiles.withOneMoreYear());

    Term term = open.under(more, Instant.parse("2026-12-20T00:00:00Z"));

    assertThat(term.isKnown()).isTrue();
    assertThat(term.counted()).isEqualTo(10);
    assertThat(term.under(DAYS, Instant.parse("2026-12-20T00:00:00Z"))).isEqualTo(term);
  }
}
