package sixones.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.report.Language;
import sixones.report.VerdictWords;

/** Whose turn it is: which rows of a matrix are shown for it, and in which order. */
class RoundOverviewTest {
  private static final RoundOverview MATRIX =
      new RoundOverview(
          Language.EN,
          "A round",
          List.of(),
          List.of(
              row("510100", new Remaining(3, 0, 0)),
              row("510300", new Remaining(0, 2, 1)),
              row("510400", new Remaining(1, 7, 0)),
              row("510500", Remaining.NOTHING)),
          List.of(),
          4);

  @ParameterizedTest
  @CsvSource({
    "toSupply, 510300 510400",
    "toReview, 510300",
    "toJudge, 510100 510400",
  })
  void only_rows_with_something_left_to_somebody_are_shown(String turn, String codes) {
    RoundOverview.Filter filter =
        new RoundOverview.Filter(null, null, null, null, Turn.of(turn), null, false);

    assertThat(codes(MATRIX.only(filter))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "toSupply, false, 510400 510300 510100 510500",
    "toSupply, true, 510100 510500 510300 510400",
    "toReview, false, 510300 510100 510400 510500",
    "toJudge, false, 510100 510400 510300 510500",
  })
  void rows_with_the_most_left_come_first_or_last(String by, boolean backwards, String codes) {
    RoundOverview.Filter filter =
        new RoundOverview.Filter(null, null, null, null, null, by, backwards);

    assertThat(codes(MATRIX.only(filter))).isEqualTo(codes);
  }

  @Test
  void a_verdict_is_never_told_without_what_is_left() {
    assertThat(MATRIX.words(Verdict.MET, Remaining.NOTHING).whole()).isEqualTo("met");
    assertThat(MATRIX.words(Verdict.MET, new Remaining(3, 0, 0)).whole())
        .isEqualTo("met as stated · 3 for officers to judge");
    assertThat(MATRIX.words(Verdict.OPEN, new Remaining(3, 2, 1)).whole())
        .isEqualTo(
            "inconclusive · 2 for the applicant to supply · 1 for officers to review · 3 for officers to"
                + " judge");
    assertThat(VerdictWords.of(Verdict.MET, new Remaining(3, 0, 0), Language.ZH_CN).whole())
        .isEqualTo("按所填内容符合 · 另有3项待工作人员研判");
  }

  private static RoundOverview.Row row(String code, Remaining remaining) {
    return new RoundOverview.Row(
        new RoundOverview.Applicant(code, code, code),
        1,
        Instant.EPOCH,
        new UUID(0, 0),
        Verdict.OPEN,
        remaining,
        List.of(),
        List.of());
  }

  private static String codes(RoundOverview matrix) {
    return String.join(" ", matrix.rows().stream().map(row -> row.applicant().code()).toList());
  }
}
