package sixones.pages.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.Share;
import sixones.report.Language;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** From the text of a clause one comes to its rule, its numbers, its source and its examples. */
@InTurns(3)
class ClauseSearchTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final List<RuleSet> NEWEST = RuleSetsInTests.ALL.newest();

  private static ClauseSearch search(String text) {
    return ClauseSearch.of(NEWEST, text, DAY, Language.ZH_CN);
  }

  @ParameterizedTest
  @CsvSource({
    "集群面积一般不超过100平方公里。, scale-area, 100",
    "近三年集群产值均在４０亿元以上, scale-output, 40",
    "集群内中小企业产值占集群总产值的 比重达70%以上, scale-sme-share, 70",
    "主导产业占集群总产值70％以上, scale-lead, 70",
    "近三年年均产值增速高于10%, scale-growth, 10",
    "有一名市领导担任链长, chain-head, ''",
    "对西部地区的集群可适当放宽, scale-output, 40",
    "one leading official of the city is the head of the chain, chain-head-city-leader, ''",
    "area of the cluster no more than 100 square kilometres, scale-area, 100",
    "SMEs make 70 per cent or more of its output, scale-sme-share, 70",
  })
  void a_clause_in_the_words_of_a_document_leads_to_its_rule(
      String clause, String rule, String number) {
    List<ClauseSearch.Found> found = search(clause).found();

    assertThat(found).isNotEmpty();
    ClauseSearch.Found first =
        found.stream()
            .limit(3)
            .filter(one -> one.address().contains("/" + rule))
            .findFirst()
            .orElseThrow(() -> new AssertionError(clause + " leads to " + found));
    assertThat(first.source()).isNotBlank();
    assertThat(first.numbers().toString()).contains(number);
  }

  @Test
  void the_gist_of_each_clause_leads_to_its_rules_in_either_language() {
    for (RuleSet set : NEWEST) {
      Set<String> cited =
          set.rules().values().stream().map(Rule::citation).collect(Collectors.toSet());
      for (String id : Share.ofEvery(8, new TreeSet<>(cited))) {
        for (String gist :
            List.of(set.citations().get(id).gist().zh(), set.citations().get(id).gist().en())) {
          assertThat(search(gist).found())
              .as(id + " " + gist)
              .anySatisfy(
                  one ->
                      assertThat(one.address())
                          .matches(".*/(" + String.join("|", rules(set, id)) + ")"));
        }
      }
    }
  }

  private static List<String> rules(RuleSet set, String citation) {
    return set.rules().values().stream()
        .filter(rule -> rule.citation().equals(citation))
        .map(Rule::id)
        .toList();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  \u3000", "？！…", "〇", "xyzzy", "天地玄黄宇宙洪荒", "\uD83D\uDE00", "\0"})
  void what_is_no_clause_finds_nothing(String text) {
    assertThat(search(text).found()).isEmpty();
  }

  @Test
  void width_case_and_invisible_characters_make_no_odds() {
    List<ClauseSearch.Found> found = search("集群产值40亿元 park").found();

    assertThat(search("集\u200B群产值４０亿元　ＰＡＲＫ").found()).isEqualTo(found).isNotEmpty();
  }

  @Test
  void very_much_text_is_searched_and_finds_no_more_than_can_be_read() {
    assertThat(search("集群产值与园区 40 ".repeat(20_000)).found()).hasSizeBetween(1, ClauseSearch.MOST);
  }
}
