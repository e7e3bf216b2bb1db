package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
    assertThat(chinese.checks().get(0).lines().get(0).word()).isEqualTo("不符合");
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
    Draft draft = Fixtures.draft(bid);
    Why why =
        RULES
            .explain(draft, Fixtures.BID_DAY, RULES.examine(draft, Fixtures.BID_DAY), Focus.WHOLE)
            .stream()
            .filter(each -> each.rule().equals(rule))
            .findFirst()
            .orElseThrow();
    return new Reasons(RULES, language, PlaceLabels.POINTERS).of(why);
  }
}
