package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Fixtures.Fixture;
import sixones.fact.kind.Facts;
import sixones.finding.Finding;
import sixones.rule.Rule;

/** Every rule is shown by fixtures in every way it can come out, and every check fires in one. */
class RuleCoverageTest {
  /**
   * The reader refuses a bid without a right city code, so this place is never blank; the others
   * apply only where they can conclude.
   */
  private static final Set<String> NEVER_INCOMPLETE =
      Set.of(
          "applicant-city-in-province",
          "applicant-evidence-ids-unique",
          "bid-city-in-province",
          "bid-evidence-ids-unique",
          "chain-leader-figures-plausible",
          "context-published-industry",
          "core-gdp-plausible",
          "core-secondary-value-added-plausible",
          "pillar-industry-figures-plausible",
          "pillar-industry-target-after-baseline");

  /** A rule with the id of its rule set. */
  record Ruled(String set, Rule rule) {
    boolean isShownBy(Fixture fixture) {
      return fixture.ruleSet().equals(set) && fixture.rule().equals(rule.id());
    }

    @Override
    public String toString() {
      return rule.id();
    }
  }

  static Stream<Ruled> rules() {
    return RuleSetsInTests.ALL.all().stream()
        .flatMap(set -> set.rules().values().stream().map(rule -> new Ruled(set.id(), rule)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_a_fixture_for_every_outcome_it_can_have(Ruled ruled) {
    Set<String> shown = new TreeSet<>();
    Fixtures.ofAll().stream()
        .filter(ruled::isShownBy)
        .forEach(fixture -> shown.add(fixture.outcome()));

    assertThat(shown).isEqualTo(possible(ruled.rule()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_more_fixtures_than_outcomes_for_its_boundary_is_shown(Ruled ruled) {
    long count = Fixtures.ofAll().stream().filter(ruled::isShownBy).count();

    assertThat(count).isGreaterThan(possible(ruled.rule()).size());
  }

  @Test
  void every_check_of_every_rule_fires_in_some_fixture() throws Exception {
    Set<String> fired = new HashSet<>();
    for (Fixture fixture : Fixtures.ofAll()) {
      RuleSet rules = RuleFixturesTest.rules(fixture);
      Facts facts = rules.facts(fixture.draft(), fixture.asOf());
      rules.runChecks(facts.all()).fired().forEach(check -> fired.add(rules.id() + " " + check));
    }

    Set<String> all = new TreeSet<>();
    rules()
        .forEach(
            ruled ->
                ruled.rule().checks().forEach(check -> all.add(ruled.set() + " " + check.name())));
    assertThat(fired).containsExactlyInAnyOrderElementsOf(all);
  }

  /** But for the one that only a draft read in part can give: fixtures are read strictly. */
  @Test
  void every_reason_of_every_check_is_given_in_some_fixture() throws Exception {
    Set<String> given = new TreeSet<>();
    for (Fixture fixture : Fixtures.ofAll()) {
      RuleSet rules = RuleFixturesTest.rules(fixture);
      for (Finding finding : rules.examine(fixture.draft(), fixture.asOf())) {
        for (Finding.At place : finding.places()) {
          if (place.values().containsKey("reason")) {
            given.add(finding.rule().id() + " " + place.values().get("reason").textValue());
          }
        }
      }
    }

    Set<String> all = new TreeSet<>();
    for (Rule rule : rules().map(Ruled::rule).toList()) {
      rule.checks().forEach(c -> c.reasons().forEach(reason -> all.add(rule.id() + " " + reason)));
    }
    all.removeIf(reason -> reason.endsWith(" unreadable-pillar"));
    assertThat(given).isEqualTo(all);
  }

  @Test
  void fixtures_are_of_rules_there_are() {
    Map<String, String> unknown = new TreeMap<>();
    for (Fixture fixture : Fixtures.ofAll()) {
      if (rules().noneMatch(ruled -> ruled.isShownBy(fixture))) {
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
