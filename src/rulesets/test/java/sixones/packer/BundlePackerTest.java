package sixones.packer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sixones.packer.SmallRuleSet.HARMLESS;
import static sixones.packer.SmallRuleSet.PARK_LEVEL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.rule.BrokenRuleSet;

/** A rule set whose files do not fit each other is not packed. */
class BundlePackerTest {
  private static final String LEVELS = "value: [national, provincial] }";

  @Test
  void one_id_in_two_folders_is_refused() {
    SmallRuleSet set =
        new SmallRuleSet()
            .with("ruleset.yaml", "groups: [bid]", "groups: [park-new]")
            .with("park/park-new-level.drl", HARMLESS.replace("park-level", "park-new-level"))
            .with(
                "park-new/park-new-level.drl",
                HARMLESS
                    .replace("park-level", "park-new-level")
                    .replace("small_set.park", "small_set.park_new"));

    isRefused(set, "park/park-new-level.drl:1: another folder has a rule park-new-level, too");
  }

  @ParameterizedTest
  @CsvSource({
    "'force(\"levels\")', 'force(\"most\")', 'most is a number; park-level reads it else'",
    "'level memberOf force(\"levels\")', 'level != null, asked(\"most\") == true', 'most is a"
        + " number'"
  })
  void a_number_read_as_texts_is_refused(String was, String becomes, String says) {
    isRefused(
        new SmallRuleSet().with(PARK_LEVEL, HARMLESS.replace(was, becomes)),
        "parameters.yaml:1: " + says);
  }

  @Test
  void texts_read_as_a_number_are_refused() {
    String rule =
        HARMLESS
            .replace("facts.Park", "facts.Bid")
            .replace("Park(level memberOf force", "Bid(parks > number")
            .replace("Park(level != null, level not memberOf force", "Bid(parks > number")
            .replace("\"level\"", "\"parks\"");

    isRefused(
        new SmallRuleSet().with(PARK_LEVEL, rule),
        "parameters.yaml:1: levels is no number; park-level reads it else");
  }

  @ParameterizedTest
  @CsvSource({
    "value: {a: b} }, levels has a value that is no number",
    "value: null }, levels has a value that is no number",
    "value: true }, levels has a value that is no number",
    "value: [] }, levels has a value that is no number",
    "'value: [1, 2] }', levels has a value that is no number",
    "'value: [a] }, { from: \"2022-06-13\", value: [b] }', levels has two values from 2022-06-13",
    "'value: [a] }, { value: [b] }', levels has a value without the day",
    "'value: [a] }, { from: \"2024-01-01\", value: 3 }', levels has values of several types",
    "'value: [a] }, { from: \"2024-01-01\", value: b }', levels has values of several types",
    "'call: 2022, value: [a] }', 'levels has no default value on 2022-06-13, the first day of'",
    "'place: \"510000\", value: [a] }', levels has no default value on 2022-06-13",
    "'value: [a] }, { from: \"2022-06-13\", call: 22, value: [b] }', levels has a value for a call",
    "'value: [a] }, { from: \"2022-06-13\", call: \"2022\", value: [b] }', levels has a value for a",
    "'value: [a] }, { from: \"2022-06-13\", place: 510000, value: [b] }', levels has a value for a place that is no code in quotes",
    "'value: [a] }, { from: \"2022-06-13\", place: \"520000\", value: [b] }', 'levels has a value for 520000, which is not in divisions.tsv'",
    "'value: [a] }, { from: \"2023-06-13\", citation: \"law#no\", value: [b] }', levels has a value that cites nothing",
    "'call: 2022, value: [a] }, { call: 2022, from: \"2022-06-13\", value: [b] }', levels has two values from 2022-06-13 for the call of 2022",
    "'value: [a] }]\n  default: [c] #', levels has a default that is not none",
    "'place: \"510000\", value: [a] }]\n  default: none #', 'levels may have no value, and park-level would read that as an empty list'"
  })
  void a_parameter_that_is_none_is_refused(String becomes, String says) {
    isRefused(
        new SmallRuleSet().with("parameters.yaml", LEVELS, becomes), "parameters.yaml:1: " + says);
  }

  @ParameterizedTest
  @CsvSource({
    "id: small-set, id: other-set, the id is the folder's: small-set",
    "'version: \"1\"', 'version: \"../1\"', 'the version has letters, digits and points'",
    "requirements: [park], requirements: [par], no place in a rule set"
  })
  void a_description_that_does_not_fit_is_refused(String was, String becomes, String says) {
    isRefused(new SmallRuleSet().with("ruleset.yaml", was, becomes), says);
  }

  @ParameterizedTest
  @CsvSource({
    "ruleset.yaml, 'groups:', 'grops:', grops",
    "ruleset.yaml, 'title: A small set', 'title: { en: A small set, de: Klein }', title.de",
    "citations.yaml, 'gist:', 'gits:', law#level.gits",
    "parameters.yaml, 'citation:', 'cites:', levels.cites",
    "parameters.yaml, 'value: 1', 'value: 1, until: \"2030-01-01\"', most.values.until",
    "applicants.yaml, 'withdrawn:', 'with-drawn:', members.510100.with-drawn"
  })
  void a_key_that_nothing_reads_is_refused(String file, String was, String becomes, String says) {
    isRefused(
        new SmallRuleSet().with(file, was, becomes), file + ":1: nothing reads the key " + says);
  }

  @Test
  void files_that_hold_no_names_are_refused() {
    for (String file : new String[] {"ruleset.yaml", "citations.yaml", "parameters.yaml"}) {
      isRefused(new SmallRuleSet().with(file, "- a list"), file + ":1: holds no names with values");
      isRefused(new SmallRuleSet().with(file, ""), file + ":1: holds no names with values");
    }
  }

  private static void isRefused(SmallRuleSet set, String reason) {
    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining(reason);
  }
}
