package sixones.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sixones.report.Language;

/** How instants are told; the zone of the machine plays no part. */
class MomentsTest {
  private static final Instant AT = Instant.parse("2022-06-30T09:59:58.999Z");

  @Test
  void an_instant_that_is_evidence_has_its_second_and_its_zone() {
    assertThat(Moments.exact(AT, Language.EN))
        .isEqualTo("2022-06-30 17:59:58 (Beijing time, UTC+8)");
    assertThat(Moments.exact(AT, Language.ZH_CN)).isEqualTo("2022-06-30 17:59:58（北京时间，UTC+8）");
  }

  @Test
  void a_deadline_is_never_told_earlier_than_it_is() {
    assertThat(Moments.format(AT, Language.EN)).contains("17:59:58");
    assertThat(Moments.format(Instant.parse("2022-06-30T10:00:00Z"), Language.EN))
        .contains("18:00")
        .doesNotContain("18:00:00");
  }
}
