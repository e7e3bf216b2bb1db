package sixones.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.fact.InForce;
import sixones.fact.Place;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.fact.kind.Facts;
import sixones.fact.kind.FactsInTests;
import sixones.packer.SmallRuleSet;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.ruleset.RuleSetsInTests;

/** What the checks of a rule conclude, place by place, becomes one finding. */
class FindingsTest {
  private static final InForce TODAY = new InForce(LocalDate.of(2022, 6, 13), Map.of());
  private static final FactKinds KINDS = FactKinds.of(SmallRuleSet.CONTRACT);
  private static final FactKind PARK = KINDS.kind("Park");
  private static final int MANY = 200;

  private final Facts two = facts("{\"level\": \"national\"}, {\"level\": \"county\"}");
  private final Findings findings = new Findings(known(), 1);

  @Test
  void a_place_a_check_concluded_has_its_outcome_and_its_values() {
    findings.pass(check("pass"), level(two, 0));
    findings.review(check("review"), level(two, 1));

    Finding finding = find(two);

    assertThat(finding.places())
        .extracting(Finding.At::outcome)
        .containsExactly(Outcome.PASS, Outcome.REVIEW);
    assertThat(finding.worst().pointer()).isEqualTo("/parks/1/level");
    assertThat(finding.worst().values().get("found").textValue()).isEqualTo("county");
  }

  @Test
  void a_place_no_check_concluded_is_incomplete() {
    findings.pass(check("pass"), level(two, 0));

    Finding finding = find(two);

    assertThat(finding.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(finding.worst().pointer()).isEqualTo("/parks/1/level");
  }

  @Test
  void an_empty_list_is_incomplete_at_the_list() {
    Finding finding = find(facts(""));

    assertThat(finding.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(finding.worst().pointer()).isEqualTo("/parks");
  }

  @Test
  void pass_and_fail_of_one_place_is_an_error_that_names_both_checks() {
    findings.pass(check("pass"), level(two, 0));
    findings.fail(check("fail"), level(two, 0));

    Finding finding = find(two);

    assertThat(finding.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(finding.worst().pointer()).isEqualTo("/parks/0/level");
    assertThat(finding.worst().values().get("checks"))
        .hasToString("[\"park-level: fail\",\"park-level: pass\"]");
  }

  @Test
  void review_and_pass_of_one_place_is_an_error_too() {
    findings.pass(check("pass"), level(two, 0), level(two, 1));
    findings.review(check("review"), level(two, 1));

    Finding finding = find(two);

    assertThat(finding.places())
        .extracting(Finding.At::outcome)
        .containsExactly(Outcome.PASS, Outcome.ERROR);
    assertThat(finding.worst().values().get("checks"))
        .hasToString("[\"park-level: pass\",\"park-level: review\"]");
  }

  @Test
  void two_checks_that_say_the_same_of_one_place_agree() {
    findings.fail(check("fail"), level(two, 0), level(two, 1));
    findings.fail(check("fail, again"), level(two, 0));

    Finding finding = find(two);

    assertThat(finding.places())
        .extracting(Finding.At::outcome)
        .containsExactly(Outcome.FAIL, Outcome.FAIL);
  }

  @Test
  void the_worst_place_speaks_for_the_rule() {
    List<Outcome> worstFirst =
        List.of(Outcome.ERROR, Outcome.FAIL, Outcome.INCOMPLETE, Outcome.REVIEW, Outcome.PASS);

    for (int worst = 0; worst < worstFirst.size(); worst++) {
      for (int other = worst; other < worstFirst.size(); other++) {
        Findings both = new Findings(known(), 1);
        conclude(both, worstFirst.get(worst), level(two, 1));
        conclude(both, worstFirst.get(other), level(two, 0));

        Finding finding = both.of(0, rule(false), Shadow.of(rule(false), PARK), two);

        assertThat(finding.outcome()).isEqualTo(worstFirst.get(worst));
      }
    }
  }

  @Test
  void a_conditional_rule_that_never_applied_is_inapplicable() {
    findings.pass(check("pass"), level(two, 0));

    Finding finding = findings.of(0, rule(true), Shadow.of(rule(true), PARK), two);

    assertThat(finding.outcome()).isEqualTo(Outcome.INAPPLICABLE);
    assertThat(finding.places()).isEmpty();
    assertThat(finding.worst()).isNull();
  }

  @Test
  void a_conditional_rule_judges_only_the_places_it_applies_to() {
    findings.fail(check("fail"), level(two, 0));
    findings.applies(check("applies"), level(two, 1));

    Finding finding = findings.of(0, rule(true), Shadow.of(rule(true), PARK), two);

    assertThat(finding.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(finding.places()).extracting(Finding.At::pointer).containsExactly("/parks/1/level");
  }

  @Test
  void the_order_of_firing_does_not_matter() {
    Facts facts = facts(String.join(",", Collections.nCopies(MANY, "{\"level\": \"county\"}")));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      order.add(i);
    }
    List<Finding> found = new ArrayList<>();

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(order, new Random(seed));
      Findings shuffled = new Findings(known(), 1);
      for (int i : order) {
        shuffled.applies(check("applies"), level(facts, i));
        conclude(shuffled, Outcome.values()[i % 5], level(facts, i));
      }
      found.add(shuffled.of(0, rule(true), Shadow.of(rule(true), PARK), facts));
    }

    assertThat(found).containsOnly(found.get(0));
    assertThat(found.get(0).places()).hasSize(MANY);
    assertThat(found.get(0).worst().pointer()).isEqualTo("/parks/0/level");
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_hundred_thousand_references_are_no_burden() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    for (String list : List.of("parks", "chainLeaders", "chainHeads")) {
      ObjectNode answer = bid.withArray(list).get(0).deepCopy();
      answer.putArray("evidence");
      Collections.nCopies(MANY, "x").forEach(answer.withArray("evidence")::add);
      bid.putArray(list).addAll(Collections.nCopies(MANY, answer));
    }
    Draft draft = Fixtures.draft(bid);

    List<Finding> all = RuleSetsInTests.SICHUAN.examine(draft, Fixtures.BID_DAY);

    Finding resolving =
        all.stream().filter(f -> f.rule().id().equals("bid-evidence-resolves")).findFirst().get();
    assertThat(resolving.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(resolving.places().size()).isGreaterThan(3 * MANY * MANY - 1);
  }

  private Finding find(Facts facts) {
    return findings.of(0, rule(false), Shadow.of(rule(false), PARK), facts);
  }

  private static void conclude(Findings findings, Outcome outcome, Place place) {
    switch (outcome) {
      case PASS -> findings.pass(check("pass"), place);
      case FAIL -> findings.fail(check("fail"), place);
      case REVIEW -> findings.review(check("review"), place);
      case ERROR -> {
        findings.fail(check("fail"), place);
        findings.pass(check("pass"), place);
      }
      default -> assertThat(outcome).isEqualTo(Outcome.INCOMPLETE);
    }
  }

  private static Place level(Facts facts, int park) {
    return facts.of(PARK).get(park).fact().at("level");
  }

  private static Facts facts(String parks) {
    return FactsInTests.of(SmallRuleSet.bidOf(parks), KINDS, TODAY);
  }

  private static RuleImpl check(String says) {
    return new RuleImpl("park-level: " + says);
  }

  private static Rule rule(boolean conditional) {
    return new Rule(
        "park-level",
        "park",
        Severity.REQUIRED,
        null,
        "law#level",
        TODAY.day(),
        null,
        "Park",
        List.of("level"),
        conditional,
        List.of(),
        List.of());
  }

  private static Map<String, Findings.Known> known() {
    Map<String, Findings.Known> known = new HashMap<>();
    List<String> names = List.of("applies", "pass", "fail", "fail, again", "review");
    for (int i = 0; i < names.size(); i++) {
      String says = names.get(i).replaceFirst(",.*", "");
      Rule.Check check = new Rule.Check("park-level: " + names.get(i), says, List.of());
      Outcome outcome =
          says.equals("applies") ? null : Outcome.valueOf(says.toUpperCase(Locale.ROOT));
      known.put(check.name(), new Findings.Known(0, i, check, outcome));
    }
    return known;
  }
}
