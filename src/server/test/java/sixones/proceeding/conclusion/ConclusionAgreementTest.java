package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.finding.Finding;
import sixones.proceeding.CaseView;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * The conclusion of a case equals that of a second, plain fold, on generated cases. {@code
 * -Dconclusion.seed=} gives other cases, {@code -Dconclusion.cases=} more or fewer.
 */
class ConclusionAgreementTest {
  private static final long SEED = Long.getLong("conclusion.seed", 20_261_129);
  private static final int CASES = Integer.getInteger("conclusion.cases", Length.of(1_000, 20_000));
  private static final List<Family> FAMILIES = families();

  /** A bid, and what is handed in for it upon a notice. */
  private record Family(Examined first, List<Examined> replies) {}

  private static List<Family> families() {
    System.out.println("conclusion.seed is " + SEED);
    Random random = new Random(SEED);
    List<Family> families = new ArrayList<>();
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(40, 2))) {
      families.add(family(EvaluatedInTests.of(fixture), EvaluatedInTests.rules(fixture), random));
    }
    for (Fixtures.WholeBid bid : Fixtures.bidsOfAll()) {
      Examined examined = EvaluatedInTests.of(bid);
      families.add(family(examined, examined.ruleSet(), random));
    }
    return families;
  }

  private static Family family(Examined base, sixones.ruleset.RuleSet rules, Random random) {
    List<Examined> all = new ArrayList<>(List.of(base));
    while (all.size() < 5) {
      Examined spoilt = SpoiltBids.spoilt(base, rules, base.evaluation().asOf(), random);
      if (spoilt != null) {
        all.add(random.nextInt(3) == 0 ? SpoiltBids.withOtherOutcomes(spoilt, random) : spoilt);
      }
    }
    Examined first = all.get(random.nextInt(all.size()));
    return new Family(
        random.nextInt(3) == 0 ? SpoiltBids.withOtherOutcomes(first, random) : first, all);
  }

  /** Determinations of every kind, allowed or not, that are said to be in force. */
  @Test
  void it_follows_from_findings_and_determinations_as_in_the_plain_fold() {
    for (int i = 0; i < CASES; i++) {
      Random random = new Random(SEED * 31 + i);
      Family family = FAMILIES.get(random.nextInt(FAMILIES.size()));
      Examined of = SpoiltBids.withOtherOutcomes(family.first(), random);
      List<Conclusion.InForce> all = determinations(of, random);

      same(
          "case " + i,
          PlainConclusion.of(of.evaluation(), all),
          Conclusion.of(of.evaluation(), all));
    }
  }

  private static List<Conclusion.InForce> determinations(Examined of, Random random) {
    List<Conclusion.InForce> all = new ArrayList<>();
    int most = 1 + random.nextInt(12);
    for (Finding finding : of.evaluation().findings()) {
      add(all, finding, null, finding.outcome(), most, random);
      // The years that a list lacks are places of their own at one pointer.
      Set<String> told = new LinkedHashSet<>();
      for (Finding.At place : finding.places()) {
        if (told.add(place.pointer())) {
          add(all, finding, place.pointer(), place.outcome(), most, random);
        }
      }
    }
    java.util.Collections.shuffle(all, random);
    return all;
  }

  private static void add(
      List<Conclusion.InForce> all,
      Finding finding,
      String pointer,
      Outcome machine,
      int most,
      Random random) {
    Outcome to = Outcome.values()[random.nextInt(6)];
    Severity severity = finding.rule().severity();
    if (random.nextInt(12) < most
        && (severity != Severity.REQUIRED || PlainConclusion.persons(severity, machine, to) > 0)) {
      UUID id = new UUID(2, all.size());
      all.add(new Conclusion.InForce(id, finding.rule().id(), pointer, machine, to));
    }
  }

  /** Acts of every kind; compared after each, at each end, and a millisecond beside it. */
  @Test
  void it_follows_from_the_acts_of_a_case_as_in_the_plain_fold() {
    Map<Standing, Integer> standings = new LinkedHashMap<>();
    int moved = 0;
    for (int i = 0; i < CASES; i++) {
      Random random = new Random(SEED * 37 + i);
      Family family = FAMILIES.get(random.nextInt(FAMILIES.size()));
      WalkedCase walked = new WalkedCase(family.first(), family.replies(), random);
      for (int step = 10 + random.nextInt(20); step > 0; step--) {
        walked.step();
      }
      for (Instant at : instants(walked, random)) {
        moved += same("case " + i + " at " + at, walked, at) ? 1 : 0;
      }
      walked
          .plain(walked.of.now)
          .standings
          .values()
          .forEach(s -> standings.merge(s, 1, Integer::sum));
    }
    System.out.println(standings + ", moved at " + moved + " instants");
    System.out.println(WalkedCase.DONE);

    assertThat(standings.keySet()).containsExactlyInAnyOrder(Standing.values());
    assertThat(moved).isGreaterThan(CASES / 5);
  }

  /** Now, every end of a determination, some acts, and a millisecond beside each. */
  private static Set<Instant> instants(WalkedCase walked, Random random) {
    PlainConclusion now = walked.plain(walked.of.now);
    Set<Instant> all = new LinkedHashSet<>();
    now.expiries.values().stream().filter(Objects::nonNull).forEach(all::add);
    for (int i = 0; i < 4; i++) {
      all.add(walked.instants.get(random.nextInt(walked.instants.size())));
    }
    Set<Instant> beside = new LinkedHashSet<>(List.of(walked.of.now));
    for (Instant at : all) {
      beside.addAll(List.of(at.minusMillis(1), at));
    }
    return beside;
  }

  /** Compares them at an instant; returns whether the conclusion is not the verdict. */
  private static boolean same(String what, WalkedCase walked, Instant at) {
    PlainConclusion plain = walked.plain(at);
    CaseView view = walked.of.viewAt(at);
    Map<UUID, Standing> standings = new LinkedHashMap<>();
    Map<UUID, String> causes = new LinkedHashMap<>();
    Map<UUID, Instant> expiries = new LinkedHashMap<>();
    for (KnownDetermination one : view.determinations()) {
      standings.put(one.id(), one.standing());
      causes.put(one.id(), one.cause());
      expiries.put(one.id(), one.expires());
    }
    assertThat(standings).as(what).isEqualTo(plain.standings);
    assertThat(causes).as(what).isEqualTo(plain.causes);
    assertThat(expiries).as(what).isEqualTo(plain.expiries);
    assertThat(view.inForce().stream().map(KnownDetermination::id))
        .as(what)
        .isEqualTo(plain.inForce);
    assertThat(view.evaluation()).as(what).isEqualTo(plain.evaluation);
    Conclusion conclusion =
        view.conclusion(walked.of.evaluations.get(view.evaluation()).evaluation());
    same(what, plain, conclusion);
    told(what, plain, conclusion.json(at, view.revision()));
    return plain.verdict != plain.conclusion;
  }

  private static void same(String what, PlainConclusion plain, Conclusion conclusion) {
    assertThat(conclusion.verdict()).as(what).isEqualTo(plain.verdict);
    assertThat(
            conclusion.requirements().stream()
                .map(
                    one ->
                        new PlainConclusion.OnRequirement(
                            one.id(), one.verdict(), one.conclusion(), one.changedBy())))
        .as(what)
        .isEqualTo(plain.requirements);
    assertThat(conclusion.conclusion()).as(what).isEqualTo(plain.conclusion);
    assertThat(conclusion.changedBy()).as(what).isEqualTo(plain.changedBy);
    assertThat(
            conclusion.judgements().stream()
                .map(
                    one ->
                        new PlainConclusion.Judged(one.rule(), one.machine(), one.to(), one.by())))
        .as(what)
        .isEqualTo(plain.judgements);
    Map<String, Outcome> counted = new LinkedHashMap<>();
    conclusion.findings().forEach(one -> counted.put(one.rule().id(), one.outcome()));
    assertThat(counted).as(what).isEqualTo(plain.counted);
  }

  private static void told(String what, PlainConclusion plain, JsonNode json) {
    assertThat(json.get("verdict").asText()).as(what).isEqualTo(plain.verdict.name());
    assertThat(json.get("conclusion").asText()).as(what).isEqualTo(plain.conclusion.name());
    for (int i = 0; i < plain.requirements.size(); i++) {
      PlainConclusion.OnRequirement own = plain.requirements.get(i);
      JsonNode one = json.get("requirements").get(i);
      assertThat(one.get("id").asText()).as(what).isEqualTo(own.id());
      assertThat(one.get("verdict").asText()).as(what).isEqualTo(own.verdict().name());
      assertThat(one.get("conclusion").asText()).as(what).isEqualTo(own.conclusion().name());
      List<String> ids = new ArrayList<>();
      one.get("changedBy").forEach(id -> ids.add(id.asText()));
      assertThat(ids).as(what).isEqualTo(own.changedBy().stream().map(UUID::toString).toList());
    }
    assertThat(json.get("judgements")).as(what).hasSameSizeAs(plain.judgements);
  }
}
