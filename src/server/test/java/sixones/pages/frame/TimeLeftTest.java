package sixones.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.RoundState;

class TimeLeftTest {
  private static final Instant OPENS = Instant.parse("2022-06-13T01:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2022-06-30T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-06-21T07:00:00Z|9 days and 3 hours left|还剩9天3小时|good",
        "2022-06-21T06:59:59Z|9 days and 3 hours left|还剩9天3小时|good",
        "2022-06-20T10:00:00Z|10 days left|还剩10天|good",
        "2022-06-29T09:00:00Z|1 day and 1 hour left|还剩1天1小时|open",
        "2022-06-29T10:00:00.001Z|23 hours and 59 minutes left|还剩23小时59分钟|open",
        "2022-06-30T09:00:00Z|1 hour left|还剩1小时|open",
        "2022-06-30T09:59:00Z|1 minute left|还剩1分钟|open",
        "2022-06-30T09:59:59.999Z|Less than a minute left|不足一分钟|open"
      })
  void the_nearer_the_deadline_the_finer_it_is_told(
      String now, String english, String chinese, String tone) {
    assertThat(at(now, Language.EN).words())
        .isEqualTo(english + ", until 2022-06-30 18:00 (Beijing time)");
    assertThat(at(now, Language.ZH_CN).words()).isEqualTo(chinese + "，截至2022-06-30 18:00（北京时间）");
    assertThat(at(now, Language.EN).tone()).isEqualTo(tone);
  }

  @Test
  void from_the_very_deadline_on_it_is_closed() {
    assertThat(at("2022-06-30T10:00:00Z", Language.EN))
        .isEqualTo(new TimeLeft("Closed since 2022-06-30 18:00 (Beijing time)", "calm"));
  }

  @Test
  void a_call_that_ends_with_a_day_ends_at_its_24_hours() {
    Instant midnight = Instant.parse("2022-06-30T16:00:00Z");
    Round round = round(RoundState.OPEN, midnight);

    assertThat(TimeLeft.of(round, midnight, Language.EN).words())
        .isEqualTo("Closed since 2022-06-30 24:00 (Beijing time)");
  }

  @Test
  void before_the_opening_it_is_told_when_it_opens() {
    assertThat(at("2022-06-13T00:59:59Z", Language.EN).words())
        .isEqualTo("Opens at 2022-06-13 09:00, until 2022-06-30 18:00 (Beijing time)");
  }

  @Test
  void of_an_announced_round_it_is_told_when_it_opens() {
    Instant after = Instant.parse("2022-06-14T00:00:00Z");

    assertThat(TimeLeft.of(round(RoundState.ANNOUNCED), after, Language.EN).words())
        .isEqualTo("Announced: opens at 2022-06-13 09:00, until 2022-06-30 18:00 (Beijing time)");
  }

  private static TimeLeft at(String now, Language language) {
    return TimeLeft.of(round(RoundState.OPEN), Instant.parse(now), language);
  }

  private static Round round(RoundState state) {
    return round(state, DEADLINE);
  }

  private static Round round(RoundState state, Instant deadline) {
    return new Round(
        UUID.randomUUID(),
        3,
        "A round",
        "一个批次",
        new Pin(new RuleSetVersion("sichuan-2022-cities", "2022.2", "x", "y"), "z"),
        OPENS,
        deadline,
        LocalDate.parse("2022-06-17"),
        3,
        state,
        1,
        OPENS);
  }
}
