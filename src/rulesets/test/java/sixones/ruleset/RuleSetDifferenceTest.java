package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.report.json.RuleSetChanges;
import sixones.ruleset.RuleSetDifference.Kind;
import sixones.ruleset.RuleSetDifference.MemberChange;
import sixones.ruleset.RuleSetDifference.RuleChange;
import sixones.text.Words;

/** What changed between two versions of a rule set is found, and nothing else. */
class RuleSetDifferenceTest {
  private static final RuleSet NEWEST = RuleSetsInTests.SICHUAN;
  private static final RuleSetDifference CHANGED =
      RuleSetDifference.between(OlderInTests.ruleSet(), NEWEST);

  @Test
  void a_version_does_not_differ_from_itself() {
    RuleSetDifference none = RuleSetDifference.between(NEWEST, NEWEST);

    assertThat(none.isNone()).isTrue();
    assertThat(CHANGED.isNone()).isFalse();
  }

  @Test
  void rules_are_added_removed_and_changed_in_their_metadata_and_lines() {
    Map<String, RuleChange> rules =
        CHANGED.rules().stream().collect(Collectors.toMap(RuleChange::id, Function.identity()));

    assertThat(rules).containsOnlyKeys("core-gdp", "park-level", "park-older");
    assertThat(rules.get("core-gdp").kind()).isEqualTo(Kind.ADDED);
    assertThat(rules.get("park-older").kind()).isEqualTo(Kind.REMOVED);
    assertThat(rules.get("park-level").kind()).isEqualTo(Kind.CHANGED);
    assertThat(rules.get("park-level").members())
        .containsExactly(
            new MemberChange("from", "2022-06-20", "2022-06-13"),
            new MemberChange("severity", "required", "advisory"),
            new MemberChange("until", "2022-12-31", null));
    assertThat(rules.get("park-level").source())
        .extracting(LineChange::sign)
        .containsExactly('-', '+', ' ', ' ', '…');
  }

  @Test
  void words_are_told_by_key_in_both_languages() {
    assertThat(CHANGED.words())
        .extracting(RuleSetDifference.WordChange::key)
        .containsExactly("park-level.title", "park-older.title");
    assertThat(CHANGED.words().get(0).before().en()).isEqualTo("Older");
    assertThat(CHANGED.words().get(0).before().zh()).isEqualTo(CHANGED.words().get(0).after().zh());
    assertThat(CHANGED.words().get(1).before()).isEqualTo(new Words("Older rule", "旧规则"));
    assertThat(CHANGED.words().get(1).after()).isEqualTo(new Words(null, null));
  }

  @Test
  void values_of_a_parameter_are_told_with_when_they_hold() {
    assertThat(CHANGED.parameters()).hasSize(1);
    RuleSetDifference.ParameterChange levels = CHANGED.parameters().get(0);

    assertThat(levels.id()).isEqualTo("park-levels");
    assertThat(levels.members()).isEmpty();
    assertThat(levels.values())
        .extracting(value -> value.holds() + " " + value.before() + " " + value.after())
        .containsExactly(
            "{\"from\":\"2022-06-13\"} [\"national\"] [\"national\",\"provincial\"]",
            "{\"from\":\"2022-07-01\"} [\"national\",\"provincial\"] null");
  }

  @Test
  void citations_applicants_divisions_contract_and_description_are_compared() {
    assertThat(CHANGED.citations())
        .extracting(RuleSetDifference.EntryChange::id)
        .containsExactly("sc-gov-july-21#parks-national-provincial");
    assertThat(CHANGED.citations().get(0).members())
        .extracting(TreeChange::pointer)
        .containsExactly("/gist/en");
    assertThat(CHANGED.applicants())
        .extracting(TreeChange::pointer)
        .containsExactly("/members/510400");
    assertThat(CHANGED.divisions()).extracting(LineChange::sign).contains('-').doesNotContain('+');
    assertThat(CHANGED.contract()).isNotEmpty();
    assertThat(CHANGED.described()).extracting(TreeChange::pointer).containsExactly("/title/en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a: {b: 1}}; {a: {b: 1}}; ''",
        "{a: {b: 1}}; {a: {b: 2}}; /a/b",
        "{a: {b: 1}}; {a: {}}; /a/b",
        "{}; {'a/b': {'~': 1}}; /a~1b",
        "{a: 1, b: 2, c: 3}; {b: 2, a: 1}; /c /*",
        "{words: [x, y]}; {words: [x, z]}; /words",
        "{of: [{a: 1}, {b: 2}]}; {of: [{a: 1}, {b: 3}, {c: 4}]}; /of/1/b /of/2",
        "{a: [x]}; {a: {b: x}}; /a"
      })
  void trees_are_compared_by_pointer(String before, String after, String pointers)
      throws Exception {
    List<TreeChange> changes = TreeChange.between(yaml(before), yaml(after));

    assertThat(changes.stream().map(TreeChange::pointer).collect(Collectors.joining(" ")))
        .isEqualTo(pointers);
  }

  private static JsonNode yaml(String text) throws Exception {
    return new YAMLMapper().readTree(text);
  }

  @Test
  void lines_are_told_with_two_around_a_change() {
    String before = IntStream.range(0, 20).mapToObj(i -> "line " + i + "\n").collect(joined());
    String after = before.replace("line 10\n", "").replace("line 15\n", "other\n");

    List<LineChange> lines = LineChange.between(before, after);

    assertThat(lines.stream().map(line -> line.sign() + line.text()).toList())
        .containsExactly(
            "…",
            " line 8",
            " line 9",
            "-line 10",
            " line 11",
            " line 12",
            " line 13",
            " line 14",
            "-line 15",
            "+other",
            " line 16",
            " line 17",
            "…");
  }

  @Test
  void texts_too_long_to_compare_are_told_as_replaced() {
    String before = IntStream.range(0, 3_000).mapToObj(i -> "a" + i + "\n").collect(joined());
    String after = IntStream.range(0, 3_000).mapToObj(i -> "b" + i + "\n").collect(joined());

    String half = "kept\n";
    List<LineChange> lines =
        LineChange.between(
            "same\n" + before + half + before, "same\n" + after + half + after + "end\n");

    assertThat(lines)
        .hasSize(1 + 6_001 + 6_002)
        .startsWith(new LineChange(' ', "same"), new LineChange('-', "a0"))
        .contains(new LineChange('-', "kept"), new LineChange('+', "kept"));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }

  @Test
  void as_json_long_lists_are_cut_and_counted() throws Exception {
    RuleSetDifference long_ =
        new RuleSetDifference(
            NEWEST,
            NEWEST,
            List.of(),
            IntStream.range(0, 1_200)
                .mapToObj(
                    i ->
                        new RuleSetDifference.WordChange(
                            "key." + i, new Words(null, null), new Words("new", "新")))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    JsonNode json = RuleSetChanges.of(long_);

    assertThat(json.path("words")).hasSize(1_000);
    assertThat(json.path("omitted")).isEqualTo(new ObjectMapper().readTree("{\"words\":200}"));
    assertThat(RuleSetChanges.of(CHANGED).has("omitted")).isFalse();
    assertThat(RuleSetChanges.of(CHANGED).at("/parameters/0/values/1").has("after")).isFalse();
  }
}
