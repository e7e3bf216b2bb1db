package sixones.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Remaining;
import sixones.ruleset.RuleSetsInTests;

/** The verdicts of the requirements, as one text. */
class VerdictsTextTest {
  private static final List<String> REQUIREMENTS = RuleSetsInTests.SICHUAN.requirements();

  @Test
  void what_is_kept_of_each_requirement_is_read_as_it_was_written() throws Exception {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Draft draft = bid.draft();
      Evaluation evaluation =
          new Evaluation(
              RuleSetsInTests.SICHUAN,
              draft,
              bid.asOf(),
              RuleSetsInTests.SICHUAN.examine(draft, bid.asOf()));

      String kept = VerdictsText.of(evaluation.verdicts());

      for (String requirement : REQUIREMENTS) {
        assertThat(OfficialEvaluation.verdictOn(kept, requirement))
            .isEqualTo(evaluation.verdictOn(requirement));
        assertThat(OfficialEvaluation.remainingOn(kept, requirement))
            .isEqualTo(evaluation.remainingOn(requirement));
      }
      assertThat(OfficialEvaluation.verdictOn(kept, "par")).isNull();
      assertThat(OfficialEvaluation.remainingOn(kept, "par")).isEqualTo(Remaining.NOTHING);
    }
  }
}
