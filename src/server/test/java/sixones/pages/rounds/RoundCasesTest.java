package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sixones.casework.SeenCase;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Fault;
import sixones.round.Refused;

/** What an officer sees of the cases of a round before she declares it decided. */
class RoundCasesTest {
  private static RoundCases of(List<SeenCase> cases, Language language) {
    return RoundCases.of(cases, code -> "city " + code, language);
  }

  @Test
  void the_cases_are_counted_by_state_and_those_not_at_their_end_are_named() {
    List<SeenCase> cases = RoundExamples.cases(null);

    RoundCases told = of(cases, Language.EN);

    assertThat(told.counts())
        .containsExactly(
            new RoundCases.Count("returned for correction", 1),
            new RoundCases.Count("closed: given up by the applicant", 1));
    assertThat(told.all()).isEqualTo("1 of 2 cases you may see is not at its end.");
    assertThat(told.undecided())
        .containsExactly(
            new RoundCases.Undecided(
                "/cases/" + cases.get(1).bidCase().id(),
                "city 510100",
                "returned for correction",
                "the applicant replies"));
    assertThat(told.isDecided()).isFalse();
  }

  @Test
  void what_is_withheld_is_in_no_count_and_that_is_told() {
    List<SeenCase> cases = RoundExamples.cases(null);

    assertThat(of(cases, Language.EN).leftOut())
        .startsWith("2 cases are left out of these counts: you keep away from them");
    assertThat(of(cases, Language.ZH_CN).leftOut()).startsWith("以上数字不含2件案件");
    RoundCases withheld = of(cases.subList(2, 4), Language.EN);
    assertThat(withheld.counts()).isEmpty();
    assertThat(withheld.all()).isEqualTo("There is no case that you may see.");
    assertThat(withheld.isDecided()).isTrue();
    RoundCases over = of(cases.subList(0, 1), Language.EN);
    assertThat(over.leftOut()).isNull();
    assertThat(over.all()).isEqualTo("The one case you may see is at an end.");
    assertThat(over.isDecided()).isTrue();
  }

  @Test
  void the_refusal_says_how_many_cases_are_not_at_their_end_and_how_many_are_left_out() {
    Fault named =
        new Fault(
            "/state",
            "case-undecided",
            Map.of("applicant", "510100", "case", "7", "state", "NOT_PROPOSED"));
    Refused refused =
        new Refused(
            Refused.Why.CONFLICT,
            "cases-undecided",
            Map.of("undecided", 1, "cases", 3, "leftOut", 2),
            List.of(named));

    Problem english = RefusedProblem.of(refused, Language.EN);

    assertThat(english.status()).isEqualTo(409);
    assertThat(english.detail())
        .contains("Of 3 cases you may see, 1 has not. 2 cases are left out: you keep away");
    assertThat(english.errors().get(0).detail())
        .isEqualTo("The case of 510100 (7) is not proposed, not decided by the leaders.");
    assertThat(RefusedProblem.of(refused, Language.ZH_CN).detail())
        .contains("您可以查看的3件案件中，有1件尚未办结。另有2件案件不计在内");
  }
}
