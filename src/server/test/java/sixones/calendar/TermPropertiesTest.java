package sixones.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every term, start and calendar. */
class TermPropertiesTest {
  private static final WorkingDays DAYS = WorkingDays.bundled();
  private static final PlainCalendar PLAIN = new PlainCalendar(WorkingDays.bundledBytes());
  private static final int COVERED = 1826;

  /** A start as the number of its day, and how a term is counted. */
  record Asked(int start, TermRule rule) {
    LocalDate day() {
      return DAYS.from().plusDays(start);
    }

    Term in(WorkingDays calendar) {
      try {
        return calendar.term(rule, day());
      } catch (UnfitTerm e) {
        throw new AssertionError(e);
      }
    }
  }

  @Provide
  Arbitrary<Asked> terms() {
    return Combinators.combine(
            Arbitraries.integers().between(0, COVERED - 1),
            Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(1, 30)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(1, TermRule.MOST))),
            Arbitraries.of(TermUnit.values()),
            Arbitraries.of(true, false))
        .as(
            (start, amount, unit, first) ->
                new Asked(start, new TermRule(null, amount, unit, first)));
  }

  private static WorkingDays calendar(byte[] file) {
    try {
      return WorkingDays.read(file);
    } catch (UnfitCalendar e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 3000)
  void a_term_ends_where_the_plain_count_does(@ForAll("terms") Asked asked) {
    Term term = asked.in(DAYS);

    assertThat(term.lastDay() == null ? null : term.lastDay().toString())
        .isEqualTo(plain(PLAIN, asked));
  }

  private static String plain(PlainCalendar calendar, Asked asked) {
    return calendar.lastDay(
        asked.day().toString(),
        asked.rule().amount(),
        asked.rule().unit() == TermUnit.WORKING_DAY,
        asked.rule().firstDayCounts());
  }

  @Property(tries = 300)
  void it_does_so_in_calendars_that_were_made_up(
      @ForAll long seed, @ForAll("terms") Asked asked, @ForAll @IntRange(min = 5, max = 7) int of) {
    byte[] file = CalendarFiles.madeUp(seed, of);

    Term term = asked.in(calendar(file));

    assertThat(term.lastDay() == null ? null : term.lastDay().toString())
        .isEqualTo(plain(new PlainCalendar(file), asked));
  }

  @Property(tries = 1000)
  void counted_days_add_up_and_follow_each_other(@ForAll("terms") Asked asked) {
    Term term = asked.in(DAYS);
    List<CountedDay> counted = term.days().stream().filter(CountedDay::isCounted).toList();

    for (int i = 0; i < counted.size(); i++) {
      assertThat(counted.get(i).number()).isEqualTo(i + 1);
    }
    for (int i = 0; i < term.days().size(); i++) {
      assertThat(term.days().get(i).day().day()).isEqualTo(asked.day().plusDays(i));
    }
    assertThat(counted).hasSize(term.counted()).hasSizeLessThanOrEqualTo(asked.rule().amount());
    if (term.isKnown()) {
      CountedDay last = term.days().get(term.days().size() - 1);
      assertThat(counted).hasSize(asked.rule().amount());
      assertThat(last.day().day()).isEqualTo(term.lastDay());
      assertThat(last.day().isWorked()).isTrue();
    } else {
      assertThat(term.days().get(term.days().size() - 1).day().day()).isEqualTo(DAYS.to());
    }
  }

  @Property(tries = 1000)
  void a_later_start_or_a_greater_amount_never_ends_earlier(
      @ForAll("terms") Asked asked, @ForAll @IntRange(max = 20) int later) {
    TermRule rule = asked.rule();
    int start = Math.min(COVERED - 1, asked.start() + later);
    int amount = Math.min(TermRule.MOST, rule.amount() + later);
    Asked longer =
        new Asked(asked.start(), new TermRule(null, amount, rule.unit(), rule.firstDayCounts()));

    assertThat(end(new Asked(start, rule))).isAfterOrEqualTo(end(asked));
    assertThat(end(longer)).isAfterOrEqualTo(end(asked));
  }

  private static LocalDate end(Asked asked) {
    Term term = asked.in(DAYS);
    return term.isKnown() ? term.lastDay() : LocalDate.MAX;
  }

  @Property(tries = 300)
  void a_new_calendar_moves_no_end_earlier_and_none_that_has_passed(
      @ForAll long seed,
      @ForAll("terms") Asked asked,
      @ForAll @LongRange(min = 1_640_000_000, max = 1_830_000_000) long at) {
    Term before = asked.in(DAYS);
    Instant now = Instant.ofEpochSecond(at);

    Term after = before.under(calendar(CalendarFiles.madeUp(seed, 6)), now);

    if (before.isKnown()) {
      assertThat(after.due().orElseThrow()).isAfterOrEqualTo(before.due().orElseThrow());
      if (!now.isBefore(before.due().orElseThrow())) {
        assertThat(after).isEqualTo(before);
      }
    }
    assertThat(!after.isKnown() || after.under(DAYS, now).equals(after)).isTrue();
  }

  @Property(tries = 200)
  void zone_and_locale_of_the_machine_change_nothing(
      @ForAll("terms") Asked asked, @ForAll @IntRange(max = 4) int place) throws Exception {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Term here = asked.in(DAYS);
    try {
      TimeZone.setDefault(
          TimeZone.getTimeZone(
              List.of("UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia", "Asia/Kolkata")
                  .get(place)));
      Locale.setDefault(
          Locale.forLanguageTag(
              List.of("en", "zh-CN", "ar-EG", "th-TH-u-ca-buddhist", "tr").get(place)));

      Term there = asked.in(WorkingDays.read(WorkingDays.bundledBytes()));

      assertThat(there).isEqualTo(here);
      assertThat(there.due()).isEqualTo(here.due());
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }
}
