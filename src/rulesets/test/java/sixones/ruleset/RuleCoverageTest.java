package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Fixtures.Fixture;
import sixones.Fixtures.Folder;
import sixones.InTurns;
import sixones.fact.kind.Facts;
import sixones.finding.Finding;
import sixones.finding.Findings;
import sixones.rule.Relaxation;
import sixones.rule.Rule;

/** Every rule is shown by fixtures in every way it can come out, and every check fires in one. */
@InTurns(3)
class RuleCoverageTest {
  /**
   * The reader refuses a bid without a right city code, so this place is never blank; the others
   * apply only where they can conclude.
   */
  private static final Set<String> NEVER_INCOMPLETE =
      Set.of(
          "applicant-city-in-province",
          "applicant-evidence-ids-unique",
          "applicant-on-roll",
          "benefit-per-mu-class-of-park",
          "benefit-per-mu-revenue",
          "benefit-per-mu-tax",
          "bid-city-in-province",
          "bid-evidence-ids-unique",
          "chain-leader-figures-plausible",
          "context-choice-in-future-plan",
          "context-choice-in-national-directions",
          "context-cluster-in-future-plan",
          "context-cluster-in-national-directions",
          "context-published-industry",
          "core-gdp-plausible",
          "core-secondary-value-added-plausible",
          "enterprises-levels",
          "future-zone-auxiliary",
          "pillar-industry-figures-plausible",
          "pillar-industry-target-after-baseline",
          "policy-context-five-plus-one",
          "policy-context-future-fields",
          "policy-context-future-industries",
          "policy-context-new-tracks",
          "policy-context-nine-plus-x",
          "policy-context-six-advantageous",
          "policy-context-vehicles",
          "unit-evidence-ids-unique");

  /** A rule with the folder its fixtures stand in. */
  record Shown(Folder folder, Rule rule) {
    List<Fixture> fixtures() {
      return FIXTURES.get(folder).stream().filter(f -> f.rule().equals(rule.id())).toList();
    }

    @Override
    public String toString() {
      return folder + " " + rule.id();
    }
  }

  private static final Map<Folder, List<Fixture>> FIXTURES =
      Fixtures.folders().stream().collect(Collectors.toMap(folder -> folder, Folder::all));

  private static final Map<String, Examined> EXAMINED = new HashMap<>();

  static Stream<Shown> rules() {
    return Fixtures.folders().stream().flatMap(RuleCoverageTest::rules);
  }

  private static Stream<Shown> rules(Folder folder) {
    return RuleSetsInTests.of(folder.name()).rules().values().stream()
        .map(rule -> new Shown(folder, rule));
  }

  static List<Folder> folders() {
    return Fixtures.folders();
  }

  @Test
  void every_rule_set_version_has_its_fixtures() {
    assertThat(RuleSetsInTests.ALL.all())
        .extracting(RuleSetsInTests.ALL::folder)
        .containsExactlyInAnyOrderElementsOf(folders().stream().map(Folder::name).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_a_fixture_for_every_outcome_it_can_have(Shown rule) {
    Set<String> shown = new TreeSet<>();
    rule.fixtures().forEach(fixture -> shown.add(fixture.outcome()));

    assertThat(shown).isEqualTo(possible(rule.rule()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_more_fixtures_than_outcomes_for_its_boundary_is_shown(Shown rule) {
    int count = rule.fixtures().size();

    assertThat(count).isGreaterThan(possible(rule.rule()).size());
  }

  /** What the fixtures of a folder come to: the checks that fired and the reasons given. */
  record Examined(Set<String> fired, Set<String> given) {}

  private static Examined examined(Folder folder) throws Exception {
    Examined known = EXAMINED.get(folder.name());
    if (known != null) {
      return known;
    }
    Examined examined = new Examined(new TreeSet<>(), new TreeSet<>());
    for (Fixture fixture : FIXTURES.get(folder)) {
      RuleSet rules = RuleFixturesTest.rules(fixture);
      Facts facts = rules.facts(fixture.draft(), fixture.asOf());
      Findings findings = rules.runChecks(facts.all());
      examined.fired().addAll(findings.fired());
      List<Finding> concluded =
          rules.relaxations().isEmpty()
              ? rules.conclude(findings, facts, fixture.asOf())
              : rules.examine(fixture.draft(), fixture.asOf());
      for (Finding finding : concluded) {
        for (Finding.At place : finding.places()) {
          if (place.values().containsKey("reason")) {
            examined
                .given()
                .add(finding.rule().id() + " " + place.values().get("reason").textValue());
          }
        }
      }
    }
    EXAMINED.put(folder.name(), examined);
    return examined;
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_check_of_every_rule_fires_in_some_fixture(Folder folder) throws Exception {
    Set<String> all = new TreeSet<>();
    rules(folder).forEach(shown -> shown.rule().checks().forEach(c -> all.add(c.name())));
    assertThat(examined(folder).fired()).containsExactlyInAnyOrderElementsOf(all);
  }

  /** But for the one that only a draft read in part can give: fixtures are read strictly. */
  @ParameterizedTest
  @MethodSource("folders")
  void every_reason_of_every_check_is_given_in_some_fixture(Folder folder) throws Exception {
    Set<String> all = new TreeSet<>();
    for (Rule rule : rules(folder).map(Shown::rule).toList()) {
      rule.checks().forEach(c -> c.reasons().forEach(reason -> all.add(rule.id() + " " + reason)));
    }
    for (Relaxation relaxation : RuleSetsInTests.of(folder.name()).relaxations()) {
      relaxation.rules().forEach(rule -> all.add(rule + " relaxed"));
    }
    all.removeIf(reason -> reason.matches(".* unreadable-(pillar|industry)"));
    assertThat(examined(folder).given()).isEqualTo(all);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void fixtures_are_of_rules_there_are(Folder folder) {
    Map<String, String> unknown = new TreeMap<>();
    for (Fixture fixture : FIXTURES.get(folder)) {
      if (!RuleSetsInTests.of(folder.name()).rules().containsKey(fixture.rule())) {
        unknown.put(fixture.toString(), fixture.rule());
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static Set<String> possible(Rule rule) {
    Set<String> possible = new TreeSet<>();
    for (Rule.Check check : rule.checks()) {
      possible.add(
          check.says().equals("applies") ? "INAPPLICABLE" : check.says().toUpperCase(Locale.ROOT));
    }
    if (!NEVER_INCOMPLETE.contains(rule.id())) {
      possible.add("INCOMPLETE");
    }
    return possible;
  }
}
