package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.Length;
import sixones.bid.Draft;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** Explanations are put into words without a sentence for any one rule. */
class ReasonsTest {
  private static final Focus FEW = new Focus(null, null, 3);
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;
  private static final Pattern LEFT_OVER = Pattern.compile("\\{[A-Za-z]*}|null|\\w+-\\w+-\\w+");

  @Test
  void a_line_has_what_is_asked_what_is_found_and_against_what() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/level", TextNode.valueOf("county"));

    Reasoning.OfFact english = reasons(bid, "park-level", Language.EN).facts().get(0);
    Reasoning.OfFact chinese = reasons(bid, "park-level", Language.ZH_CN).facts().get(0);

    Reasoning.Line line = english.checks().get(0).lines().get(0);
    assertThat(english.checks().get(0).heading()).isEqualTo("“pass”: its conditions do not hold");
    assertThat(line.demand()).isEqualTo("“/parks/0/level” is one of “Levels looked for in a park”");
    assertThat(line.found()).isEqualTo("Found: county");
    assertThat(line.truth()).isEqualTo(Truth.FAILS);
    assertThat(line.word()).isEqualTo("does not hold");
    assertThat(line.against()).endsWith(": national and provincial");
    assertThat(line.source().source()).isNotBlank();
    assertThat(chinese.checks().get(0).lines().get(0).found()).isEqualTo("实际为：县级");
    assertThat(chinese.checks().get(0).lines().get(0).word()).isEqualTo("不成立");
  }

  @Test
  void a_derived_member_says_what_is_stated_and_what_that_counts_as() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/parks/0/cityCode", TextNode.valueOf("510700"));

    Reasoning.OfFact fact = reasons(bid, "park-in-city", Language.EN).facts().get(0);

    assertThat(fact.checks().get(1).lines().get(0).found())
        .isEqualTo("Stated: “Mianyang (510700)”. This counts as: elsewhere");
  }

  @Test
  void a_number_of_entries_is_called_so() throws Exception {
    Reasoning why = reasons(Fixtures.compliant(), "park-one", Language.EN);

    assertThat(why.facts().get(0).checks().get(0).lines().get(0).demand())
        .contains(": number of entries” is at least 1");
  }

  @Test
  void what_else_than_the_checks_decided_is_said() throws Exception {
    RuleSet clusters = RuleSetsInTests.ALL.find("miit-sme-clusters").orElseThrow();
    Fixtures.WholeBid eased =
        Fixtures.bids("miit-sme-clusters").stream()
            .filter(bid -> bid.toString().equals("sample-eased"))
            .findFirst()
            .orElseThrow();
    ObjectNode elsewhere = Fixtures.compliant("miit-sme-clusters");
    Fixtures.change(elsewhere, "/county/code", TextNode.valueOf("999999"));
    Draft unknown = Fixtures.draft(elsewhere);

    assertThat(reasons(Fixtures.compliant(), "policy-context-five-plus-one", Language.EN).facts())
        .extracting(Reasoning.OfFact::note)
        .containsOnly("The rule does not apply here; what follows does not count.");
    assertThat(reasons(clusters, eased.draft(), eased.asOf(), "scale-output").facts())
        .extracting(Reasoning.OfFact::note)
        .contains("It fails, but the programme eases it: an officer judges it all the same.")
        .containsNull();
    assertThat(
            reasons(clusters, unknown, Fixtures.day("miit-sme-clusters"), "subject-county").facts())
        .extracting(Reasoning.OfFact::note)
        .containsOnly("None of these conditions holds, so there is no answer yet.");
  }

  @Test
  void what_is_unreadable_leaves_a_check_that_holds_without_an_answer() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/evidence/0/sha256", TextNode.valueOf("no digest"));
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
    Draft partly = Draft.readPartly(bytes, Draft.Format.JSON, RULES.contract());

    assertThat(reasons(RULES, partly, Fixtures.BID_DAY, "bid-evidence-ids-unique").facts())
        .extracting(Reasoning.OfFact::note)
        .doesNotContainNull();
  }

  @Test
  void what_a_comparison_lacks_is_called_so_and_not_by_the_value_it_looks_at() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/conferences/0/startsOn", null);

    assertThat(lines(reasons(bid, "world-conference-dated", Language.EN)))
        .anySatisfy(line -> assertThat(line.demand()).startsWith("“What is missing” is"))
        .noneSatisfy(line -> assertThat(line.found()).contains("This counts as: "));
    assertThat(lines(reasons(Fixtures.compliant(), "benefit-per-mu-share-a", Language.EN)))
        .extracting(Reasoning.Line::demand)
        .contains("“Share of class A is within the maximum” is “yes”");
  }

  @Test
  void a_division_is_named_once() throws Exception {
    RuleSet choices = RuleSetsInTests.ALL.find("chongqing-33618").orElseThrow();
    Draft draft = Fixtures.draft(Fixtures.compliant("chongqing-33618"));

    assertThat(
            lines(
                reasons(choices, draft, Fixtures.day("chongqing-33618"), "leading-choices-limit")))
        .extracting(Reasoning.Line::found)
        .noneMatch(found -> found.matches(".*\\([0-9]{6}\\)”.*[0-9]{6}"))
        .anyMatch(found -> found.matches("Found: .* \\([0-9]{6}\\)"));
  }

  @Test
  void a_day_or_year_is_before_another_and_a_share_tells_the_numbers_it_is_of() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/conferences/0/endsOn", null);

    assertThat(lines(reasons(bid, "world-conference-dated", Language.EN)))
        .extracting(Reasoning.Line::demand)
        .anyMatch(demand -> demand.contains("/endsOn” is before "))
        .noneMatch(demand -> demand.contains("/endsOn” is less than "));
    assertThat(lines(reasons(bid, "pillar-industry-target-after-baseline", Language.EN)))
        .extracting(Reasoning.Line::demand)
        .anyMatch(demand -> demand.contains("/year” is not before "));
    assertThat(lines(reasons(bid, "benefit-per-mu-share-a", Language.EN)))
        .extracting(Reasoning.Line::found)
        .anyMatch(found -> found.matches("Stated: “.*classA”: [0-9]+; “.*firms”: [0-9]+. This .*"));
  }

  /** Otherwise a report would show the word of the rules, such as {@code no-role}. */
  @Test
  void every_word_that_a_condition_names_has_a_text() {
    Set<String> without = new TreeSet<>();
    for (RuleSet rules : RuleSetsInTests.ALL.all()) {
      // In Chinese no text is the word itself.
      Messages messages = Messages.of(rules, Language.ZH_CN);
      for (Rule rule : rules.rules().values()) {
        for (Rule.Check check : rule.checks()) {
          check
              .when()
              .eachLeaf(
                  leaf ->
                      ConditionWords.of(leaf)
                          .forEach(
                              word -> {
                                boolean told = !messages.value(TextNode.valueOf(word)).equals(word);
                                if (!told && !messages.hasText("word." + word)) {
                                  without.add(rule.id() + ": " + word);
                                }
                              }));
        }
      }
    }

    assertThat(without).isEmpty();
  }

  private static List<Reasoning.Line> lines(Reasoning why) {
    return why.facts().stream()
        .flatMap(fact -> fact.checks().stream())
        .flatMap(check -> check.lines().stream())
        .toList();
  }

  /** In the short form on every thirtieth fixture; each has every condition. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void every_condition_of_every_fixture_is_told_without_a_gap(Language language) throws Exception {
    Reasons reasons = new Reasons(RULES, language, PlaceLabels.POINTERS);
    List<String> gaps = new ArrayList<>();
    Set<String> words = new TreeSet<>();
    List<Fixtures.Fixture> fixtures = Fixtures.all();
    for (int i = 0; i < fixtures.size(); i += Length.of(30, 1)) {
      Fixtures.Fixture fixture = fixtures.get(i);
      Draft draft = fixture.draft();
      for (Why why :
          RULES.explain(draft, fixture.asOf(), RULES.examine(draft, fixture.asOf()), FEW)) {
        for (Reasoning.OfFact fact : reasons.of(why).facts()) {
          for (Reasoning.OfCheck check : fact.checks()) {
            for (Reasoning.Line line : check.lines()) {
              words.add(line.demand().replaceAll("/[0-9]+", "/*"));
              if (LEFT_OVER.matcher(line.demand()).find() || line.word().isBlank()) {
                gaps.add(why.rule() + ": " + line.demand());
              }
            }
          }
        }
      }
    }

    assertThat(gaps.stream().distinct()).isEmpty();
    assertThat(words).hasSizeGreaterThan(100);
  }

  private static Reasoning reasons(ObjectNode bid, String rule, Language language)
      throws Exception {
    return reasons(RULES, Fixtures.draft(bid), Fixtures.BID_DAY, rule, language);
  }

  private static Reasoning reasons(RuleSet rules, Draft draft, LocalDate day, String rule)
      throws Exception {
    return reasons(rules, draft, day, rule, Language.EN);
  }

  private static Reasoning reasons(
      RuleSet rules, Draft draft, LocalDate day, String rule, Language language) throws Exception {
    Why why =
        rules.explain(draft, day, rules.examine(draft, day), Focus.WHOLE).stream()
            .filter(each -> each.rule().equals(rule))
            .findFirst()
            .orElseThrow();
    return new Reasons(rules, language, PlaceLabels.POINTERS).of(why);
  }
}
