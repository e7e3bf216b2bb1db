package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.bid.DraftDifference;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.Reply;
import sixones.round.Refused;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSet;

class CandidateTest {
  private static List<Candidate> candidates(Examined one) {
    return Candidate.of(one, Conclusion.of(one.evaluation(), List.of()));
  }

  @Test
  void a_met_bid_has_nothing_to_tell_but_what_is_left_blank() {
    assertThat(candidates(EvaluatedInTests.changed())).isEmpty();
    assertThat(candidates(EvaluatedInTests.changed("/pillarIndustries/0/growthPotential", null)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("missing");
              assertThat(one.pointers()).containsExactly("/pillarIndustries/0/growthPotential");
            });
  }

  @Test
  void what_a_person_passed_is_not_told() {
    Examined one = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Conclusion passed =
        Conclusion.of(
            one.evaluation(),
            List.of(
                new Conclusion.InForce(
                    new java.util.UUID(1, 1),
                    "park-for-manufacturing",
                    "/parks/0/manufacturing",
                    Outcome.INCOMPLETE,
                    Outcome.PASS)));

    assertThat(candidates(one)).hasSize(1);
    assertThat(Candidate.of(one, passed)).isEmpty();
  }

  /** Every fixture of a rule that is told can be mended within what the item opens. */
  @Test
  void what_may_change_suffices_to_mend() {
    Map<String, List<String>> not = new TreeMap<>();
    int mended = 0;
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(6, 1))) {
      Examined before = EvaluatedInTests.of(fixture);
      List<Candidate> told = candidates(before);
      // A bid for another call has another case, too.
      boolean isOfAnotherCall =
          before.ruleSet().contract().call().stream().anyMatch(fixture.body().path("change")::has);
      if (isOfAnotherCall
          || told.stream().noneMatch(one -> one.rule().id().equals(fixture.rule()))) {
        continue;
      }
      Examined after =
          EvaluatedInTests.of(
              fixture.folder().compliant(), EvaluatedInTests.rules(fixture), fixture.asOf());
      Set<String> mayChange = new LinkedHashSet<>();
      told.forEach(one -> mayChange.addAll(one.mayChange()));
      try {
        List<Reply.Changed> changes =
            Replying.changes(before, after, List.copyOf(mayChange), false, false);
        assertThat(changes).isNotEmpty();
        mended++;
      } catch (Refused e) {
        // Another applicant has another case.
        if (e.faults().get(0).kind().equals("another-applicant")) {
          continue;
        }
        List<String> faults =
            e.faults().stream()
                .filter(fault -> !isBesideTheRule(before.ruleSet(), fixture, fault.pointer()))
                .map(fault -> fault.pointer() + " " + fault.kind())
                .toList();
        if (!faults.isEmpty()) {
          not.put(fixture.toString(), faults);
        }
      }
    }

    assertThat(not).isEmpty();
    assertThat(mended).isGreaterThan(Length.of(20, 200));
  }

  /**
   * Whether a fixture changes a place for another reason than its rule: to suit its day, or with a
   * whole entry. That comes back, too, and no reply needs it.
   */
  private static boolean isBesideTheRule(RuleSet rules, Fixtures.Fixture fixture, String pointer) {
    return fixture.body().path("change").properties().stream()
            .map(Map.Entry::getKey)
            .anyMatch(change -> pointer.equals(change) || pointer.startsWith(change + "/"))
        && rules.dependents(pointer).stream()
            .noneMatch(one -> one.rule().id().equals(fixture.rule()));
  }

  /**
   * A name that is asked for may be given where others repeat it, too; an id draws nothing along.
   */
  @Test
  void what_refers_to_a_name_follows_it() {
    Examined before = EvaluatedInTests.changed("/pillarIndustries/0/name", null);
    List<String> mayChange = new ArrayList<>();
    candidates(before).forEach(one -> mayChange.addAll(one.mayChange()));
    String name = "示例智能终端（虚构）";
    List<String> following =
        List.of(
            "/parks/0/industry",
            "/chainLeaders/0/industry",
            "/chainHeads/0/chain",
            "/innovationPlatforms/0/industry",
            "/conferences/0/industry",
            "/cooperation/0/industry");
    List<Object> renamed = new ArrayList<>(List.of("/pillarIndustries/0/name/zh", name));
    following.forEach(place -> renamed.addAll(List.of(place, name)));

    List<Reply.Changed> changes =
        Replying.changes(
            before, EvaluatedInTests.changed(renamed.toArray()), mayChange, false, false);

    assertThat(changes).extracting(Reply.Changed::by).containsOnly("listed");
    assertThat(changes).hasSizeGreaterThan(following.size());
    assertThat(candidates(EvaluatedInTests.changed("/parks/0/manufacturing", null)).get(0))
        .matches(one -> !Candidate.allows(one.mayChange(), "/chainLeaders/0/industry"));
  }

  @Test
  void one_leaf_more_is_refused_and_named() {
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Examined after = EvaluatedInTests.changed("/conferences/0/scope", "national");
    List<String> mayChange = candidates(before).get(0).mayChange();

    assertThatThrownBy(() -> Replying.changes(before, after, mayChange, false, false))
        .isInstanceOfSatisfying(
            Refused.class,
            e -> {
              assertThat(e.faults()).hasSize(1);
              assertThat(e.faults().get(0).pointer()).isEqualTo("/conferences/0/scope");
              assertThat(e.faults().get(0).values().get("was")).isEqualTo("world");
              assertThat(e.faults().get(0).values().get("is")).isEqualTo("national");
            });
    assertThat(Replying.changes(before, after, mayChange, true, false))
        .extracting(Reply.Changed::by)
        .containsExactlyInAnyOrder("listed", "unlisted");
  }

  @Test
  void every_leaf_outside_what_may_change_is_refused() {
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    List<String> mayChange = candidates(before).get(0).mayChange();
    int refused = 0;
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(40, 1))) {
      if (!fixture.ruleSet().equals(before.ruleSet().id())) {
        continue;
      }
      Examined after = EvaluatedInTests.of(fixture);
      if (!after.ruleSet().digest().equals(before.ruleSet().digest())
          || !after
              .evaluation()
              .draft()
              .applicant()
              .equals(before.evaluation().draft().applicant())) {
        continue;
      }
      boolean within =
          DraftDifference.between(before.bid(), after.bid()).stream()
              .allMatch(
                  one -> (one.after() == null ? one.before() : one.after()).startsWith("/parks"));
      if (!within) {
        refused++;
        assertThatThrownBy(() -> Replying.changes(before, after, mayChange, false, false))
            .as(fixture.toString())
            .isInstanceOf(Refused.class);
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void nothing_changed_another_applicant_and_other_rules_are_no_reply() {
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Examined other =
        EvaluatedInTests.of(
            Fixtures.bids().stream()
                .filter(
                    bid -> !bid.draft().applicant().equals(before.evaluation().draft().applicant()))
                .findFirst()
                .orElseThrow());
    ObjectNode industries = Fixtures.compliant("sichuan-2022-industries");
    Examined rules = EvaluatedInTests.of(industries);

    assertThat(kind(before, before)).isEqualTo("nothing-changed");
    assertThat(kind(before, other)).isEqualTo("another-applicant");
    assertThat(kind(before, rules)).isIn("another-applicant", "another-rule-set");
  }

  private static String kind(Examined before, Examined after) {
    try {
      Replying.changes(before, after, List.of("/parks/*"), false, false);
      return "";
    } catch (Refused e) {
      return e.faults().get(0).kind();
    }
  }

  /** Two bids that say the same have the same candidates, whatever the order of their members. */
  @Test
  void the_order_of_members_and_the_name_change_no_candidate() {
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(40, 4))) {
      Examined one = EvaluatedInTests.of(fixture);
      Examined turned =
          EvaluatedInTests.of(turned(one.bid()), EvaluatedInTests.rules(fixture), fixture.asOf());

      assertThat(turned(candidates(turned))).isEqualTo(turned(candidates(one)));
      assertThat(turned.bid().toString()).isNotEqualTo(one.bid().toString());
    }
  }

  private static List<String> turned(List<Candidate> candidates) {
    List<String> all = new ArrayList<>();
    candidates.forEach(
        one -> all.add(one.rule().id() + one.outcome() + one.pointers() + one.mayChange()));
    return all;
  }

  private static com.fasterxml.jackson.databind.JsonNode turned(
      com.fasterxml.jackson.databind.JsonNode node) {
    if (node.isObject()) {
      ObjectNode other = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      java.util.Collections.reverse(names);
      names.forEach(name -> other.set(name, turned(node.get(name))));
      return other;
    }
    if (node.isArray()) {
      var list = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
      node.forEach(entry -> list.add(turned(entry)));
      return list;
    }
    return node;
  }
}
