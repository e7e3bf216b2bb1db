package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Share;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.plain.BidArbitraries;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/**
 * Version 2022.3 of the first rule set adds what warns, informs or is for a person: no bid comes to
 * another verdict by it, and no rule of 2022.2 to another finding.
 */
@InTurns(3)
class VersionsAgreeTest {
  private static final String OLDER = Fixtures.RULE_SET + "@2022.2";
  private static final Evaluations EVALUATIONS =
      new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());

  /** A bid, its day, and the values of parameters it is evaluated with. */
  record Case(String name, Draft draft, LocalDate day, Map<String, JsonNode> parameters) {
    Evaluation by(String folder) throws Exception {
      RuleSet rules = RuleSetsInTests.of(folder);
      Map<String, JsonNode> known = new HashMap<>(parameters);
      known.keySet().retainAll(rules.parameters().keySet());
      return EVALUATIONS.run(draft, day, known.isEmpty() ? rules : rules.with(known));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Every bid and fixture of both versions, of the fixtures a share: those of the newest state what
   * it added, too.
   */
  static Stream<Case> cases() {
    return Stream.concat(olderCases(), casesOf(Fixtures.RULE_SET));
  }

  static Stream<Case> olderCases() {
    return casesOf(OLDER);
  }

  private static Stream<Case> casesOf(String name) {
    return Fixtures.folders().stream()
        .filter(folder -> folder.name().equals(name))
        .flatMap(folder -> Stream.concat(bids(folder), fixtures(folder)));
  }

  private static Stream<Case> bids(Fixtures.Folder folder) {
    return folder.bids().stream()
        .map(bid -> new Case(folder + "/" + bid, bid.draft(), bid.asOf(), Map.of()));
  }

  private static Stream<Case> fixtures(Fixtures.Folder folder) {
    return Share.ofEvery(4, folder.all()).stream()
        .map(
            fixture -> {
              Map<String, JsonNode> parameters = new HashMap<>();
              fixture
                  .body()
                  .path("parameters")
                  .fields()
                  .forEachRemaining(value -> parameters.put(value.getKey(), value.getValue()));
              return new Case(
                  fixture.path().toString(), fixture.draft(), fixture.asOf(), parameters);
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_bid_has_the_verdicts_it_had(Case bid) throws Exception {
    assertThatTheyAgree(bid.by(OLDER), bid.by(Fixtures.RULE_SET));
  }

  @ParameterizedTest
  @MethodSource("olderCases")
  void each_rule_of_the_older_version_finds_what_it_found(Case bid) throws Exception {
    assertThat(places(bid.by(Fixtures.RULE_SET))).containsAllEntriesOf(places(bid.by(OLDER)));
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void a_generated_bid_has_the_same_verdicts_under_both(
      @ForAll("bidsWithDays") Tuple2<ObjectNode, LocalDate> bid) throws Exception {
    Case generated = new Case("generated", Fixtures.draft(bid.get1()), bid.get2(), Map.of());

    assertThatTheyAgree(generated.by(OLDER), generated.by(Fixtures.RULE_SET));
  }

  @Provide
  Arbitrary<Tuple2<ObjectNode, LocalDate>> bidsWithDays() {
    return BidArbitraries.bidsWithDays();
  }

  private static void assertThatTheyAgree(Evaluation before, Evaluation after) {
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(verdicts(after)).isEqualTo(verdicts(before));
    assertThat(after.remaining().toReview()).isEqualTo(before.remaining().toReview());
  }

  @Test
  void what_is_new_is_never_required() {
    Map<String, ?> before = RuleSetsInTests.of(OLDER).rules();

    RuleSetsInTests.SICHUAN
        .rules()
        .forEach(
            (id, rule) -> {
              if (!before.containsKey(id)) {
                assertThat(rule.severity()).as(id).isNotEqualTo(Severity.REQUIRED);
                assertThat(RuleSetsInTests.SICHUAN.requirements())
                    .as(id)
                    .doesNotContain(rule.requirement());
              }
            });
  }

  private static Map<String, Verdict> verdicts(Evaluation evaluation) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    evaluation
        .verdicts()
        .requirements()
        .forEach((requirement, on) -> verdicts.put(requirement, on.verdict()));
    return verdicts;
  }

  private static Map<String, List<Finding.At>> places(Evaluation evaluation) {
    Map<String, List<Finding.At>> places = new LinkedHashMap<>();
    evaluation.findings().forEach(finding -> places.put(finding.rule().id(), finding.places()));
    return places;
  }
}
