package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.proceeding.EvaluatedInTests;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/** What never moves a conclusion, or never moves it up. */
class BlankedConclusionTest {
  /**
   * Without determinations and with remarks alone; every fixture and whole bid of every rule set.
   */
  @Test
  void on_every_fixture_it_is_the_verdict_where_nothing_but_remarks_is_in_force() {
    List<Examined> all = new ArrayList<>();
    EvaluatedInTests.fixtures(1).forEach(one -> all.add(EvaluatedInTests.of(one)));
    Fixtures.bidsOfAll().forEach(one -> all.add(EvaluatedInTests.of(one)));
    assertThat(all.stream().map(one -> one.ruleSet().id()).distinct())
        .containsExactlyInAnyOrderElementsOf(Fixtures.ruleSets());
    for (Examined one : all) {
      Evaluation evaluation = one.evaluation();
      List<Conclusion.InForce> remarks = new ArrayList<>();
      for (Finding finding : evaluation.findings()) {
        remarks.add(inForce(remarks, finding, null, finding.outcome(), finding.outcome()));
        for (Finding.At place : finding.places()) {
          String pointer = place.pointer();
          remarks.add(inForce(remarks, finding, pointer, place.outcome(), place.outcome()));
        }
      }
      for (List<Conclusion.InForce> counted : List.of(List.<Conclusion.InForce>of(), remarks)) {
        Conclusion conclusion = Conclusion.of(evaluation, counted);
        assertThat(conclusion.verdict()).isEqualTo(evaluation.verdict());
        assertThat(conclusion.conclusion()).isEqualTo(evaluation.verdict());
        assertThat(conclusion.changedBy()).isEmpty();
        for (Conclusion.OnRequirement each : conclusion.requirements()) {
          assertThat(each.verdict()).isEqualTo(evaluation.verdictOn(each.id()));
          assertThat(each.conclusion()).isEqualTo(each.verdict());
          assertThat(each.changedBy()).isEmpty();
        }
        assertThat(conclusion.findings()).isEqualTo(evaluation.findings());
        assertThat(conclusion.judgements()).allMatch(each -> each.to() == null);
      }
    }
  }

  private static Conclusion.InForce inForce(
      List<Conclusion.InForce> all, Finding finding, String pointer, Outcome machine, Outcome to) {
    return new Conclusion.InForce(
        new UUID(3, all.size()), finding.rule().id(), pointer, machine, to);
  }

  /**
   * Every place that may be passed is passed; then one place at which something was examined is
   * blanked, and what was determined is carried as by a reply: no requirement becomes met by it.
   */
  @Test
  void blanking_a_place_that_was_examined_never_makes_a_requirement_met() {
    Random random = new Random(4);
    int blanked = 0;
    int open = 0;
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(40, 1))) {
      Examined before = EvaluatedInTests.of(fixture);
      RuleSet rules = EvaluatedInTests.rules(fixture);
      List<Conclusion.InForce> all = determined(before, random);
      Conclusion was = Conclusion.of(before.evaluation(), all);
      List<String> places = examined(before);
      java.util.Collections.shuffle(places, random);
      for (String place : places.subList(0, Math.min(Length.of(4, 40), places.size()))) {
        Examined after =
            SpoiltBids.changed(before, rules, fixture.asOf(), place, NullNode.getInstance());
        if (after == null) {
          continue;
        }
        Conclusion now = Conclusion.of(after.evaluation(), carried(before, after, all));
        blanked++;
        for (int i = 0; i < now.requirements().size(); i++) {
          if (now.requirements().get(i).conclusion() == Verdict.MET) {
            assertThat(was.requirements().get(i).conclusion())
                .as(fixture + " without " + place + ", " + now.requirements().get(i).id())
                .isEqualTo(Verdict.MET);
          } else {
            open++;
          }
        }
      }
    }
    assertThat(blanked).isGreaterThan(40);
    assertThat(open).isGreaterThan(40);
  }

  /** The places of required findings that hold a value. */
  private static List<String> examined(Examined of) {
    List<String> places = new ArrayList<>();
    List<String> leaves = SpoiltBids.leaves(of);
    for (Finding finding : of.evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        if (finding.rule().severity() == Severity.REQUIRED
            && leaves.contains(place.pointer())
            && !places.contains(place.pointer())) {
          places.add(place.pointer());
        }
      }
    }
    return places;
  }

  private static List<Conclusion.InForce> determined(Examined of, Random random) {
    List<Conclusion.InForce> all = new ArrayList<>();
    for (Finding finding : of.evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        Severity severity = finding.rule().severity();
        boolean possible =
            place.outcome() != Outcome.PASS
                && PlainConclusion.persons(severity, place.outcome(), Outcome.PASS) > 0;
        if (possible && random.nextInt(3) > 0) {
          all.add(inForce(all, finding, place.pointer(), place.outcome(), Outcome.PASS));
        }
      }
    }
    return all;
  }

  private static List<Conclusion.InForce> carried(
      Examined before, Examined after, List<Conclusion.InForce> all) {
    List<Conclusion.InForce> carried = new ArrayList<>();
    for (Conclusion.InForce one : all) {
      List<String> looked = Bases.lookedAt(before, one.rule(), one.pointer());
      boolean isThere =
          after.finding(one.rule()).places().stream()
              .anyMatch(place -> place.pointer().equals(one.pointer()));
      if (isThere
          && Bases.of(before, one.rule(), one.pointer(), looked)
              .isSame(Bases.of(after, one.rule(), one.pointer(), looked))) {
        carried.add(one);
      }
    }
    return carried;
  }
}
