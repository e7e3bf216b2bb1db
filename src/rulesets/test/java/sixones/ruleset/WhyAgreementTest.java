package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Project;
import sixones.Share;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.fact.MemberSources;
import sixones.finding.Finding;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.packer.PackedFolder;
import sixones.rule.Bundle;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Parameter;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.text.Text;

/**
 * In every programme the conditions shown agree with the outcome, and nothing else decides it. A
 * bid that does not agree is told with the number that makes it again.
 */
@InTurns(3)
class WhyAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the numbers of generated bids begin; another each time, unless it is given. */
  private static final long FIRST = Long.getLong("first-bid", new Random().nextInt(1 << 30));

  /** A programme with fixtures, whole bids and bids made by its contract. */
  record Programme(RuleSet rules, List<Dated> fixtures, List<Dated> wholes, ContractBids bids) {
    Draft draft(JsonNode bid) {
      try {
        byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
        return Draft.read(bytes, Draft.Format.JSON, rules.contract());
      } catch (UnreadableDraft e) {
        throw new AssertionError(e.getMessage() + ": " + e.defects() + " in " + bid, e);
      }
    }

    @Override
    public String toString() {
      return rules.id();
    }
  }

  private record Dated(JsonNode bid, LocalDate day) {}

  private static final List<Programme> PROGRAMMES =
      Stream.concat(
              Fixtures.ruleSets().stream().map(WhyAgreementTest::ofThisService),
              Stream.of(sample()))
          .toList();

  static List<Programme> programmes() {
    return PROGRAMMES;
  }

  private static Programme ofThisService(String set) {
    List<Dated> wholes = new ArrayList<>();
    Fixtures.bids(set).forEach(bid -> wholes.add(new Dated(tree(bid.draft()), bid.asOf())));
    wholes.add(new Dated(Fixtures.compliant(set), Fixtures.day(set)));
    List<Dated> fixtures = new ArrayList<>();
    Fixtures.all(set).forEach(one -> fixtures.add(new Dated(tree(one.draft()), one.asOf())));
    return of(switchedOn(RuleSetsInTests.ALL.find(set).orElseThrow()), fixtures, wholes);
  }

  /** The rules with all those on that are off unless the programme office asks for them. */
  private static RuleSet switchedOn(RuleSet rules) {
    Map<String, JsonNode> on = new HashMap<>();
    for (Parameter parameter : rules.parameters().values()) {
      if (parameter.values().stream().allMatch(value -> value.value().asText().equals("no"))) {
        on.put(parameter.id(), TextNode.valueOf("yes"));
      }
    }
    return rules.with(on);
  }

  /** The programme that is a folder of tests alone. */
  private static Programme sample() {
    Path root = Project.file("src/rulesets/test/programme");
    byte[] bundle = PackedFolder.bundle(root.resolve("rules/sample-workshops"));
    JsonNode whole = Fixtures.json(root.resolve("fixtures/sample-workshops/compliant.json"));
    return of(
        RuleSets.open(bundle, Bundle.sha256(bundle)),
        List.of(),
        List.of(new Dated(whole, LocalDate.of(2024, 6, 1))));
  }

  private static Programme of(RuleSet rules, List<Dated> fixtures, List<Dated> wholes) {
    List<JsonNode> bids =
        Stream.concat(wholes.stream(), fixtures.stream()).map(Dated::bid).toList();
    return new Programme(rules, fixtures, wholes, new ContractBids(rules, bids));
  }

  @ParameterizedTest
  @MethodSource("programmes")
  void on_every_fixture_and_whole_bid_the_conditions_shown_agree_with_the_outcome(Programme of)
      throws Exception {
    for (Dated fixture : Share.ofEvery(6, of.fixtures())) {
      assertAgreement(of, fixture.bid(), fixture.day());
    }
    for (Dated whole : of.wholes()) {
      assertAgreement(of, whole.bid(), whole.day());
    }
  }

  @ParameterizedTest
  @MethodSource("programmes")
  void on_generated_bids_the_conditions_shown_agree_with_the_outcome(Programme of)
      throws Exception {
    assertAgreement(of, 100);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("programmes")
  void on_very_many_generated_bids_the_conditions_shown_agree_with_the_outcome(Programme of)
      throws Exception {
    assertAgreement(of, 20_000);
  }

  @ParameterizedTest
  @MethodSource("programmes")
  void blanking_what_no_condition_names_never_changes_a_finding(Programme of) throws Exception {
    int blanked = 0;
    for (Dated whole : of.wholes()) {
      blanked += blankOthers(of, whole.bid(), whole.day(), "whole bid");
    }

    assertThat(blanked + blankOthers(of, 10)).isGreaterThan(20);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("programmes")
  void on_very_many_generated_bids_blanking_what_no_condition_names_never_changes_a_finding(
      Programme of) throws Exception {
    assertThat(blankOthers(of, 20_000)).isGreaterThan(20_000);
  }

  /** Whether the generator reaches what the rules tell apart; those it does not are few. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("programmes")
  void generated_bids_reach_nearly_every_check(Programme of) throws Exception {
    Set<String> missed = new TreeSet<>();
    of.rules().rules().values().forEach(rule -> rule.checks().forEach(c -> missed.add(c.name())));
    int all = missed.size();

    for (int i = 0; i < 1_500; i++) {
      // Always the same bids: what they reach is a property of the generator.
      ContractBids.Dated dated = of.bids().of(i);
      Draft draft = of.draft(dated.bid());
      missed.removeAll(of.rules().runChecks(of.rules().facts(draft, dated.day()).all()).fired());
    }

    assertThat(missed.size()).as("%s of %d", missed, all).isLessThanOrEqualTo(all / 20);
  }

  private static void assertAgreement(Programme of, int bids) throws Exception {
    for (long number = FIRST; number < FIRST + bids; number++) {
      ContractBids.Dated dated = of.bids().of(number);
      try {
        assertAgreement(of, dated.bid(), dated.day());
      } catch (AssertionError e) {
        throw new AssertionError("-Dfirst-bid=" + number + " on " + dated, e);
      }
    }
  }

  private static int blankOthers(Programme of, int bids) throws Exception {
    int blanked = 0;
    for (long number = FIRST; number < FIRST + bids; number++) {
      ContractBids.Dated dated = of.bids().of(number);
      blanked += blankOthers(of, dated.bid(), dated.day(), "-Dfirst-bid=" + number);
    }
    return blanked;
  }

  private static void assertAgreement(Programme of, JsonNode bid, LocalDate day) throws Exception {
    Draft draft = of.draft(bid);
    List<Finding> findings = of.rules().examine(draft, day);

    List<Why> whys = of.rules().explain(draft, day, findings, Focus.WHOLE);

    assertThat(whys).hasSameSizeAs(findings);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Map<String, Outcome> explained =
          whys.get(i).facts().stream()
              .flatMap(fact -> concluded(finding.rule(), fact).entrySet().stream())
              // The years that a list lacks are places of their own at one pointer.
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Outcome::worse));
      for (Finding.At place : finding.places()) {
        if (whys.get(i).left().isEmpty() || explained.containsKey(place.pointer())) {
          assertThat(explained.get(place.pointer()))
              .as("%s %s", finding.rule().id(), place.pointer())
              .isEqualTo((place.isRelaxed() ? place.unrelaxed() : place).outcome());
        }
      }
      assertThat(finding.places().size()).isGreaterThanOrEqualTo(explained.size());
    }
  }

  /** The outcomes that follow from what an explanation says of the conditions alone. */
  private static Map<String, Outcome> concluded(Rule rule, Why.OfFact fact) {
    Map<String, Outcome> concluded = new HashMap<>();
    if (fact.checks().isEmpty()) {
      fact.places().forEach(place -> concluded.put(place.pointer(), Outcome.INCOMPLETE));
      return concluded;
    }
    for (String member : rule.examines()) {
      List<Why.OfCheck> holding =
          fact.checks().stream()
              .filter(check -> truth(check.when()) == Truth.HOLDS)
              .filter(check -> check.concludes().contains(member))
              .toList();
      boolean applies =
          !rule.conditional() || holding.stream().anyMatch(c -> c.says().equals("applies"));
      if (applies) {
        List<Outcome> outcomes =
            holding.stream()
                .map(check -> Outcome.of(check.says()))
                .filter(outcome -> outcome != null)
                .distinct()
                .toList();
        concluded.put(
            fact.pointer() + (member.isEmpty() ? "" : "/" + member),
            outcomes.isEmpty()
                ? Outcome.INCOMPLETE
                : outcomes.size() == 1 ? outcomes.get(0) : Outcome.ERROR);
      }
    }
    return concluded;
  }

  /** The truth of a condition, worked out again from that of its parts. */
  private static Truth truth(Why.OfCondition condition) {
    if (condition.parts().isEmpty()) {
      return condition.truth();
    }
    boolean all = condition.condition() instanceof Condition.All;
    Truth truth = all ? Truth.HOLDS : Truth.FAILS;
    for (Why.OfCondition part : condition.parts()) {
      truth = all ? truth.and(truth(part)) : truth.or(truth(part));
    }
    assertThat(condition.truth()).isEqualTo(truth);
    return truth;
  }

  /** Blanks each member that no rule depends on, one by one, and returns how many there were. */
  private static int blankOthers(Programme of, JsonNode bid, LocalDate day, String as)
      throws Exception {
    List<Finding> before = of.rules().examine(of.draft(bid), day);
    int blanked = 0;
    for (String pointer : leaves(bid, "")) {
      if (isNeededByNone(of, pointer) && isStatedBeside(bid, pointer)) {
        JsonNode without = bid.deepCopy();
        Fixtures.change(without, pointer, JsonNodeFactory.instance.nullNode());
        List<Finding> after = of.rules().examine(of.draft(without), day);
        assertThat(after)
            .as("%s without %s on %s: %s", as, pointer, day, bid)
            .isEqualTo(untold(of, before, bid, pointer, after));
        blanked++;
      }
    }
    return blanked;
  }

  /**
   * Returns findings without the value of a place that their rules tell beside, where others tell
   * it no more.
   */
  private static List<Finding> untold(
      Programme of, List<Finding> told, JsonNode bid, String pointer, List<Finding> others) {
    List<Finding> untold = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Finding one = told.get(i);
      List<Finding.At> theirs = others.get(i).places();
      List<Finding.At> places = new ArrayList<>();
      for (int place = 0; place < one.places().size(); place++) {
        Finding.At at = one.places().get(place);
        Set<String> still =
            place < theirs.size() ? theirs.get(place).values().keySet() : at.values().keySet();
        Map<String, JsonNode> values = new LinkedHashMap<>(at.values());
        values
            .entrySet()
            .removeIf(
                each ->
                    each.getValue().equals(bid.at(pointer))
                        && !still.contains(each.getKey())
                        && toldFrom(of, one.rule(), each.getKey())
                            .contains(BidContract.place(pointer)));
        places.add(new Finding.At(at.pointer(), at.outcome(), values, at.unreadable()));
      }
      untold.add(new Finding(one.rule(), one.outcome(), places));
    }
    return untold;
  }

  private static final Pattern TOLD =
      Pattern.compile("[.]with[(]\"([A-Za-z]+)\", [$]\\w+[.]get([A-Z]\\w*)[(][)]");

  private static final Map<String, Set<String>> TOLD_FROM = new HashMap<>();

  /** The places of the bid that a value rests on which a rule tells beside by a name. */
  private static Set<String> toldFrom(Programme of, Rule rule, String name) {
    return TOLD_FROM.computeIfAbsent(
        of + " " + rule.id() + " " + name,
        k -> {
          Set<String> places = new TreeSet<>();
          Matcher told = TOLD.matcher(of.rules().source(rule));
          while (told.find()) {
            String member = Introspector.decapitalize(told.group(2));
            if (told.group(1).equals(name)) {
              for (String source : of.rules().sources().of(rule.kind(), member)) {
                for (String fact : of.rules().sources().facts(rule.kind())) {
                  places.add(MemberSources.resolved(source, fact));
                }
              }
            }
          }
          return places;
        });
  }

  private static final Map<String, Boolean> NEEDED_BY_NONE = new HashMap<>();

  private static boolean isNeededByNone(Programme of, String pointer) {
    return NEEDED_BY_NONE.computeIfAbsent(
        of + " " + BidContract.place(pointer), k -> of.rules().dependents(pointer).isEmpty());
  }

  /**
   * Whether every entry of a list that holds the member states something else, too, so that it
   * still counts.
   */
  private static boolean isStatedBeside(JsonNode bid, String pointer) {
    for (int end = pointer.indexOf('/', 1); end > 0; end = pointer.indexOf('/', end + 1)) {
      String holder = pointer.substring(0, end);
      if (bid.at(holder.substring(0, holder.lastIndexOf('/'))).isArray()
          && leaves(bid.at(holder), holder).stream()
              .noneMatch(other -> !other.equals(pointer) && isStated(bid.at(other)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStated(JsonNode value) {
    return !value.isTextual() || !Text.isBlank(value.textValue());
  }

  private static List<String> leaves(JsonNode node, String pointer) {
    List<String> leaves = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(m -> leaves.addAll(leaves(m.getValue(), pointer + "/" + m.getKey())));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves.addAll(leaves(node.get(i), pointer + "/" + i));
      }
    } else if (!node.isNull() && !List.of("/schema", "/ruleSet").contains(pointer)) {
      leaves.add(pointer);
    }
    return leaves;
  }

  private static JsonNode tree(Draft draft) {
    try {
      return JSON.readTree(draft.bytes());
    } catch (IOException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
