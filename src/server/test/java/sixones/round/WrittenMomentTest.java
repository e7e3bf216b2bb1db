package sixones.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments as officers write them. */
class WrittenMomentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2022-06-30 18:00            | 2022-06-30T18:00+08:00
          2022-06-30T18:00:00.123     | 2022-06-30T18:00:00.123+08:00
          2022-06-30T18:00:00+08:00   | 2022-06-30T18:00+08:00
          2022年6月30日18时           | 2022-06-30T18:00+08:00
          2022 年 6 月 30 日 18 时 30 分 | 2022-06-30T18:30+08:00
          2022年6月30日 18点整        | 2022-06-30T18:00+08:00
          ２０２２／６／３０　１８：００ | 2022-06-30T18:00+08:00
          20220630 9:05               | 2022-06-30T09:05+08:00
          2022-06-30 24:00            | 2022-07-01T00:00+08:00
          2022年12月31日24时          | 2023-01-01T00:00+08:00
          2022-06-30T24:00:00+08:00   | 2022-07-01T00:00+08:00
          """)
  void a_moment_is_understood_and_24_00_is_the_end_of_its_day(String written, String moment) {
    assertThat(WrittenMoment.of(written)).contains(OffsetDateTime.parse(moment));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2022-06-30",
        "2022-06-30 18",
        "2022-06-30 24:01",
        "2022-06-30 24:00:01",
        "2022-06-30 25:00",
        "2022-06-30 18:60",
        "2022-06-31 18:00",
        "30/6/2022 18:00",
        "2022-6-124:00",
        "2022-06-30T18:00:00Z",
        "2022-06-30T18:00:00-08:00",
        "2022-06-30 晚上18:00"
      })
  void what_says_no_moment_or_two_is_not_understood(String written) {
    assertThat(WrittenMoment.of(written)).isEmpty();
  }
}
