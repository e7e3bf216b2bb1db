package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Fixtures;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Finding;
import sixones.ruleset.RuleSetsInTests;

/** Small inputs made after public bug reports on programs that check what people submit. */
class CasesTest {
  private static final Path CASES = Path.of("test/resources/sixones/cases");
  private static final LocalDate DAY = LocalDate.of(2022, 6, 17);

  private final Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  @ParameterizedTest
  @CsvSource({
    "04-placeholder-with-full-stop.json, chain-head-named, REVIEW, OPEN",
    "06-cjk-radical.json, park-hosts-pillar-industry, PASS, OPEN",
    "08-extension-h-name.json, chain-head-named, PASS, MET",
    "20-empty-text-for-a-day.json, chain-head-in-office, INCOMPLETE, OPEN",
    "21-evidence-with-id-only.json, park-evidence, INCOMPLETE, OPEN",
    "10-withdrawn-code.json, park-in-city, REVIEW, OPEN",
    "12-eighteen-zeros.json, chain-leader-credit-code, REVIEW, OPEN",
    "12b-letters-in-the-division.json, chain-leader-credit-code, FAIL, OPEN",
  })
  void a_case_comes_out_right(String file, String rule, String outcome, Verdict verdict)
      throws Exception {
    Evaluation evaluation = evaluations.run(read(file), DAY);

    assertThat(finding(evaluation, rule).outcome().name()).isEqualTo(outcome);
    assertThat(evaluation.verdict()).isEqualTo(verdict);
  }

  @Test
  void the_smallest_bid_that_is_met_leaves_three_judgements() throws Exception {
    Evaluation evaluation = evaluations.run(read("00-met.json"), DAY);

    assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
    assertThat(evaluation.remaining().toJudge()).isEqualTo(3);
  }

  @Test
  void a_year_may_be_written_with_a_fraction_of_nothing() throws Exception {
    assertThat(evaluations.run(read("14-year-with-fraction.json"), DAY).verdict())
        .isEqualTo(Verdict.OPEN);
  }

  @Test
  void a_thirteenth_month_is_no_day() {
    UnreadableDraft unreadable =
        catchThrowableOfType(UnreadableDraft.class, () -> read("14b-month-thirteen.json"));

    assertThat(unreadable.defects())
        .extracting(Defect::pointer)
        .containsExactly("/chainHeads/0/appointedOn");
  }

  private static Draft read(String file) throws IOException, UnreadableDraft {
    return Draft.read(
        Files.readAllBytes(CASES.resolve(file)), Draft.Format.JSON, Fixtures.CONTRACT);
  }

  private static Finding finding(Evaluation evaluation, String rule) {
    return evaluation.findings().stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
