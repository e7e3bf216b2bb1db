package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.answer.AnswerWriter;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.proceeding.EvaluatedInTests;
import sixones.rule.Outcome;
import sixones.rule.Severity;

class ConclusionTest {
  private static final List<Examined> SOME = some();

  private static List<Examined> some() {
    List<Examined> all = new ArrayList<>();
    EvaluatedInTests.fixtures(Length.of(12, 1)).forEach(one -> all.add(EvaluatedInTests.of(one)));
    Fixtures.bidsOfAll().forEach(one -> all.add(EvaluatedInTests.of(one)));
    return all;
  }

  @Test
  void without_determinations_it_is_the_verdict() {
    for (Examined one : SOME) {
      Evaluation evaluation = one.evaluation();
      Conclusion conclusion = Conclusion.of(evaluation, List.of());

      assertThat(conclusion.conclusion()).isEqualTo(evaluation.verdict());
      for (Conclusion.OnRequirement each : conclusion.requirements()) {
        assertThat(each.conclusion()).isEqualTo(evaluation.verdictOn(each.id()));
        assertThat(each.changedBy()).isEmpty();
      }
      assertThat(conclusion.findings()).isEqualTo(evaluation.findings());
    }
  }

  @Test
  void what_is_determined_where_nothing_is_required_never_moves_it() {
    Random random = new Random(20);
    int determined = 0;
    for (int i = 0; i < Length.of(1_000, 20_000); i++) {
      Examined one = SOME.get(random.nextInt(SOME.size()));
      List<Conclusion.InForce> all = new ArrayList<>();
      for (Finding finding : one.evaluation().findings()) {
        if (finding.rule().severity() != Severity.REQUIRED && random.nextBoolean()) {
          Outcome to = Outcome.values()[random.nextInt(6)];
          all.add(
              new Conclusion.InForce(
                  new UUID(2, all.size()), finding.rule().id(), null, finding.outcome(), to));
        }
      }
      determined += all.size();
      Conclusion conclusion = Conclusion.of(one.evaluation(), all);

      assertThat(Conclusion.canDiffer(one.evaluation().ruleSet(), all)).isFalse();
      assertThat(conclusion.conclusion()).isEqualTo(one.evaluation().verdict());
      conclusion
          .requirements()
          .forEach(each -> assertThat(each.conclusion()).isEqualTo(each.verdict()));
    }
    assertThat(determined).isGreaterThan(1_000);
  }

  @Test
  void what_is_determined_moves_it_as_the_machine_would_have_moved_it() {
    Random random = new Random(7);
    for (int i = 0; i < Length.of(1_000, 20_000); i++) {
      Examined one = SOME.get(random.nextInt(SOME.size()));
      List<Conclusion.InForce> all = determinations(one, random);
      Conclusion conclusion = Conclusion.of(one.evaluation(), all);

      Verdict worst = Verdict.MET;
      for (Conclusion.OnRequirement each : conclusion.requirements()) {
        worst = worst.worse(each.conclusion());
        if (each.changedBy().isEmpty()) {
          assertThat(each.conclusion()).isEqualTo(each.verdict());
        }
      }
      assertThat(worst.worse(conclusion.conclusion())).isEqualTo(conclusion.conclusion());
      if (!Conclusion.canDiffer(one.evaluation().ruleSet(), all)) {
        assertThat(conclusion.conclusion()).isEqualTo(conclusion.verdict());
        assertThat(conclusion.requirements()).allMatch(each -> each.conclusion() == each.verdict());
      }
      for (Conclusion.InForce each : all) {
        if (each.pointer() != null) {
          assertThat(
                  conclusion.finding(each.rule()).places().stream()
                      .filter(place -> place.pointer().equals(each.pointer())))
              .allMatch(place -> place.outcome() == each.to());
        }
      }
    }
  }

  static List<Conclusion.InForce> determinations(Examined one, Random random) {
    List<Conclusion.InForce> all = new ArrayList<>();
    for (Finding finding : one.evaluation().findings()) {
      if (finding.rule().severity() == Severity.REQUIRED) {
        // The years that a list lacks are places of their own at one pointer.
        Set<String> told = new HashSet<>();
        for (Finding.At place : finding.places()) {
          List<Outcome> possible = Determinable.possible(Severity.REQUIRED, place.outcome());
          if (!possible.isEmpty() && random.nextInt(3) == 0 && told.add(place.pointer())) {
            Outcome to = possible.get(random.nextInt(possible.size()));
            all.add(
                new Conclusion.InForce(
                    new UUID(2, all.size()),
                    finding.rule().id(),
                    place.pointer(),
                    place.outcome(),
                    to));
          }
        }
      }
    }
    return all;
  }

  @Test
  void all_that_is_open_passed_makes_a_bid_met() {
    Examined blank = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Conclusion conclusion =
        Conclusion.of(
            blank.evaluation(),
            List.of(
                new Conclusion.InForce(
                    new UUID(2, 1),
                    "park-for-manufacturing",
                    "/parks/0/manufacturing",
                    Outcome.INCOMPLETE,
                    Outcome.PASS)));

    assertThat(conclusion.verdict()).isEqualTo(Verdict.OPEN);
    assertThat(conclusion.conclusion()).isEqualTo(Verdict.MET);
    assertThat(conclusion.requirements().get(0).changedBy()).containsExactly(new UUID(2, 1));
  }

  @Test
  void a_judged_blank_keeps_its_requirement_open_whatever_was_determined() {
    Examined blank = EvaluatedInTests.changed("/pillarIndustries/0/growthPotential", null);
    Finding judged =
        blank.evaluation().findings().stream()
            .filter(one -> one.rule().severity() == Severity.JUDGED)
            .filter(one -> one.outcome() == Outcome.INCOMPLETE)
            .findFirst()
            .orElseThrow();
    Conclusion conclusion =
        Conclusion.of(
            blank.evaluation(),
            List.of(
                new Conclusion.InForce(
                    new UUID(2, 1), judged.rule().id(), null, Outcome.INCOMPLETE, Outcome.PASS)));

    assertThat(conclusion.conclusion()).isEqualTo(Verdict.OPEN);
    assertThat(conclusion.judgements())
        .anyMatch(one -> one.rule().equals(judged.rule().id()) && one.to() == Outcome.PASS);
  }

  @Test
  void nothing_of_the_machines_answer_changes() {
    for (Examined one : SOME) {
      byte[] answer = AnswerWriter.write(one.evaluation());
      String bid = one.bid().toString();
      Conclusion.of(one.evaluation(), determinations(one, new Random(3)));
      Candidate.of(one, Conclusion.of(one.evaluation(), List.of()));

      assertThat(AnswerWriter.write(one.evaluation())).isEqualTo(answer);
      assertThat(one.bid().toString()).isEqualTo(bid);
    }
  }

  @Test
  void its_json_has_both_values_side_by_side() throws IOException {
    Examined blank = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    var json = Conclusion.of(blank.evaluation(), List.of()).json(Instant.EPOCH, 4);

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "verdict", "conclusion", "requirements", "changedBy", "judgements", "at", "revision");
    assertThat(new ObjectMapper().readTree(json.toString())).hasToString(json.toString());
    assertThat(json.at("/requirements/0/id").asText()).isEqualTo("park");
  }

  @Test
  void two_hundred_determinations_are_counted_within_a_millisecond() {
    Examined one =
        SOME.stream()
            .max(
                java.util.Comparator.comparingInt(
                    each ->
                        each.evaluation().findings().stream()
                            .mapToInt(finding -> finding.places().size())
                            .sum()))
            .orElseThrow();
    List<Conclusion.InForce> all = new ArrayList<>();
    while (all.size() < 200) {
      for (Finding finding : one.evaluation().findings()) {
        for (Finding.At place : finding.places()) {
          all.add(
              new Conclusion.InForce(
                  new UUID(2, all.size()),
                  finding.rule().id(),
                  place.pointer(),
                  place.outcome(),
                  Outcome.PASS));
        }
      }
    }
    List<Conclusion.InForce> counted = all.subList(0, 200);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3_000; i++) {
      long start = System.nanoTime();
      Conclusion.of(one.evaluation(), counted);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println("200 determinations are counted in " + best / 1_000 + " microseconds");
    assertThat(best).isLessThan(1_000_000L);
  }
}
