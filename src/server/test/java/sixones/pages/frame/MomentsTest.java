package sixones.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sixones.report.Language;
import sixones.representation.StoredJson;

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

  @Test
  void what_ends_with_a_day_ends_at_its_24_hours() {
    Instant midnight = Instant.parse("2022-06-30T16:00:00Z");

    assertThat(Moments.end(midnight, Language.EN))
        .isEqualTo("30 June 2022 at 24:00 (Beijing time)");
    assertThat(Moments.end(midnight, Language.ZH_CN)).isEqualTo("2022年6月30日24:00（北京时间）");
    assertThat(Moments.end(midnight.minusSeconds(1), Language.ZH_CN)).contains("6月30日23:59:59");
    assertThat(Moments.writtenEnd(midnight)).isEqualTo("2022-06-30 24:00");
    assertThat(Moments.instant(Moments.writtenEnd(midnight)))
        .isEqualTo(Moments.instant("2022-07-01 00:00"));
    assertThat(StoredJson.end(midnight)).isEqualTo("2022-06-30 24:00:00");
    assertThat(StoredJson.end(midnight.plusMillis(1))).isEqualTo("2022-07-01 00:00:00");
  }

  @Test
  void no_page_shows_an_end_as_the_day_after_it() throws IOException {
    Pattern ends =
        Pattern.compile(
            "(exact|format|second|written|minute|moment)\\("
                + "[\\w.]*\\b(due|expires|deadline|deadlineAfter)\\(\\)");
    List<Path> sources;
    try (Stream<Path> all = Files.walk(Path.of("main/java/sixones/pages"))) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }

    assertThat(sources).hasSizeGreaterThan(100);
    for (Path source : sources) {
      String code = Files.readString(source).replaceAll("\\s", "");
      assertThat(ends.matcher(code).results().map(MatchResult::group))
          .as(source.toString())
          .isEmpty();
    }
  }
}
