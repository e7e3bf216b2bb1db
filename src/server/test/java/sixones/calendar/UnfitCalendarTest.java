package sixones.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A calendar with a defect is refused, and each defect is told by its place. */
class UnfitCalendarTest {
  private static List<String> defects(byte[] file) {
    UnfitCalendar unfit = catchThrowableOfType(UnfitCalendar.class, () -> WorkingDays.read(file));
    assertThat(unfit).as("it was read").isNotNull();
    return unfit.faults().stream().map(fault -> fault.pointer() + " " + fault.kind()).toList();
  }

  static List<Arguments> changes() {
    return List.of(
        change(
            "/years/4/offDays/3 calendar-overlap",
            t -> at(t, "/years/4/offDays/3").put("from", "2026-04-06")),
        change(
            "/years/4/makeUpWorkingDays/0/date calendar-overlap",
            t -> at(t, "/years/4/makeUpWorkingDays/0").put("date", "2026-01-03")),
        change(
            "/years/4/makeUpWorkingDays/1/date calendar-overlap",
            t -> at(t, "/years/4/makeUpWorkingDays/1").put("date", "2026-01-04")),
        change(
            "/years/4/makeUpWorkingDays/0/date calendar-make-up-weekday",
            t -> at(t, "/years/4/makeUpWorkingDays/0").put("date", "2026-01-05")),
        change(
            "/years/4/makeUpWorkingDays/0/madeUpFor calendar-made-up-for",
            t -> at(t, "/years/4/makeUpWorkingDays/0").put("madeUpFor", "儿童节")),
        change("/years/3/notice calendar-source", t -> at(t, "/years/3").remove("notice")),
        change("/years/3/notice calendar-source", t -> at(t, "/years/3/notice").putArray("read")),
        change(
            "/years/3/notice/number calendar-text",
            t -> at(t, "/years/3/notice").put("number", " ")),
        change(
            "/years/3/notice/read/0 calendar-text",
            t -> at(t, "/years/3/notice").putArray("read").add(7)),
        change(
            "/years/3/notice/issuedOn day-form",
            t -> at(t, "/years/3/notice").put("issuedOn", "2024-02-30")),
        change("/years/2/year calendar-year", t -> t.withArray("/years").remove(1)),
        change("/years/0/year calendar-year", t -> at(t, "/years/0").put("year", "2022")),
        change(
            "/years/0/offDays/0 calendar-block",
            t -> at(t, "/years/0/offDays/0").put("to", "2021-12-31")),
        change(
            "/years/0/offDays/0 calendar-block",
            t -> at(t, "/years/0/offDays/0").put("to", "2022-12-31")),
        change(
            "/years/1/offDays/1 calendar-day-of-year",
            t -> at(t, "/years/1/offDays/1").put("from", "2024-01-01").put("to", "2024-01-01")),
        change(
            "/years/1/offDays/1/name/en calendar-text",
            t -> at(t, "/years/1/offDays/1/name").put("en", "Spring\u202EFestival")),
        change(
            "/years/1/offDays/1/name/zh calendar-text",
            t -> at(t, "/years/1/offDays/1/name").put("zh", "春\n节")),
        change(
            "/years/1/offDays/1/name/zh calendar-text",
            t -> at(t, "/years/1/offDays/1/name").put("zh", "x".repeat(2001))),
        change("/years/1/offDays calendar-list", t -> at(t, "/years/1").put("offDays", "none")),
        change(
            "/meta/coverage calendar-coverage",
            t -> at(t, "/meta/coverage").put("to", "2027-12-31")),
        change(
            "/meta/schema calendar-constant",
            t -> at(t, "/meta").put("schema", "sixones/working-days/2")),
        change(
            "/meta/timeZone calendar-constant", t -> at(t, "/meta").put("timeZone", "Asia/Urumqi")),
        change("/surprise unknown-member", t -> t.put("surprise", 1)),
        change("/years/0/of~1f unknown-member", t -> at(t, "/years/0").put("of/f", 1)),
        change("/years calendar-years", t -> t.putArray("years")),
        change(
            "/local/0/division calendar-division", t -> at(t, "/local/0").put("division", "5134")),
        change("/local/0/notice calendar-source", t -> at(t, "/local/0").remove("notice")),
        change(
            "/local/1/makeUpWorkingDays/0 calendar-make-up-weekday",
            t -> t.withArray("/local/1/makeUpWorkingDays").set(0, "2024-07-26")),
        change("/vectors/0 calendar-vector", t -> at(t, "/vectors/0").put("to", "2024-08-23")),
        change("/vectors/0/amount term-amount", t -> at(t, "/vectors/0").put("workingDays", 0)),
        change(
            "/vectors/0/firstDayCounts calendar-constant",
            t -> at(t, "/vectors/0").put("firstDayCounts", "yes")),
        change(
            "/vectors/0/start term-start-outside",
            t -> at(t, "/vectors/0").put("from", "2014-08-14")));
  }

  private static Arguments change(String defect, Consumer<ObjectNode> change) {
    return Arguments.of(defect, change);
  }

  private static ObjectNode at(ObjectNode tree, String pointer) {
    return (ObjectNode) tree.at(pointer);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_defect_is_told_by_its_place(String defect, Consumer<ObjectNode> change) {
    assertThat(defects(CalendarFiles.changed(change))).contains(defect);
  }

  @Test
  void all_defects_are_told_at_once() {
    byte[] file =
        CalendarFiles.changed(
            tree -> {
              at(tree, "/years/3").remove("notice");
              at(tree, "/years/4/makeUpWorkingDays/0").put("date", "2026-01-05");
              tree.put("surprise", 1);
            });

    assertThat(defects(file))
        .containsExactlyInAnyOrder(
            "/years/3/notice calendar-source",
            "/years/4/makeUpWorkingDays/0/date calendar-make-up-weekday",
            "/surprise unknown-member");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{} {}",
        "{\"years\": 1, \"years\": 2}",
        "{\"years\": [null]}",
        "{\"years\": [{\"year\": 999999999}]}",
        "\uFEFF{}"
      })
  void what_is_no_calendar_is_refused(String text) {
    assertThat(defects(text.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  void a_member_that_stands_twice_is_refused_as_that() {
    byte[] file = "{\"years\": 1, \"years\": 2}".getBytes(StandardCharsets.UTF_8);

    assertThat(defects(file)).containsExactly(" member-twice");
  }

  @Test
  void a_file_that_is_too_large_or_too_deep_is_refused() {
    byte[] deep =
        ("{\"years\": " + "[".repeat(5000) + "]".repeat(5000) + "}")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(defects(new byte[256 * 1024 + 1])).containsExactly(" calendar-large");
    assertThat(defects(deep)).containsExactly(" no-json");
  }

  @Test
  void at_most_fifty_defects_are_told() {
    byte[] file =
        CalendarFiles.changed(
            tree -> {
              for (int i = 0; i < 200; i++) {
                tree.put("x" + i, i);
              }
            });

    assertThat(defects(file)).hasSize(50);
  }

  @Property(tries = 300)
  void a_file_with_a_byte_changed_is_read_or_refused_and_nothing_else(
      @ForAll int place, @ForAll byte value) {
    byte[] file = WorkingDays.bundledBytes();
    file[Math.floorMod(place, file.length)] = value;
    try {
      assertThat(WorkingDays.read(file).from()).isNotNull();
    } catch (UnfitCalendar refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }
}
