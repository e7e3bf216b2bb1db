package sixones.packer;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sixones.packer.SmallRuleSet.HARMLESS;
import static sixones.packer.SmallRuleSet.PARK_LEVEL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.rule.BrokenRuleSet;

/** A rule set whose files do not fit each other is not packed. */
@InTurns(3)
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

  @Test
  void a_kind_that_the_file_does_not_import_is_refused() {
    SmallRuleSet set =
        new SmallRuleSet().with(PARK_LEVEL, HARMLESS.replace("import facts.Park\n", "\n"));

    isRefused(set, PARK_LEVEL + ":7: matches Park without import facts.Park");
  }

  @Test
  void a_fault_is_told_with_the_line_it_stands_on() {
    isRefused(
        new SmallRuleSet()
            .with(
                "parameters.yaml", "title: The most\n  citation: \"law#level\"", "title: The most"),
        "parameters.yaml:5: most cites nothing; name a passage of citations.yaml");
    isRefused(
        new SmallRuleSet().with("parameters.yaml", "title: The most", "title: [The most"),
        "parameters.yaml:7: cannot be read: while parsing a flow sequence");
  }

  @ParameterizedTest
  @CsvSource({
    "'force(\"levels\")', 'force(\"most\")', 'most is a number, but park-level reads it as texts; use number(…)'",
    "'level memberOf force(\"levels\")', 'level != null, asked(\"most\") == true', 'most is a"
        + " number'"
  })
  void a_number_read_as_texts_is_refused(String was, String becomes, String says) {
    isRefused(
        new SmallRuleSet().with(PARK_LEVEL, HARMLESS.replace(was, becomes)),
        "parameters.yaml:5: " + says);
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
        "parameters.yaml:1: levels is not a number, but park-level reads it with number(…); use force(…), or write a number without quotation marks");
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
    "'value: [a] }, { from: \"2022-06-13\", call: \"2022\", value: [b] }', levels has a value for"
        + " a",
    "'value: [a] }, { from: \"2022-06-13\", place: 510000, value: [b] }', levels has a value for a"
        + " place that is no code in quotes",
    "'value: [a] }, { from: \"2022-06-13\", place: \"520000\", value: [b] }', 'levels has a value"
        + " for 520000, which is not in divisions.tsv'",
    "'value: [a] }, { from: \"2023-06-13\", citation: \"law#no\", value: [b] }', levels has a value"
        + " that cites nothing",
    "'call: 2022, value: [a] }, { call: 2022, from: \"2022-06-13\", value: [b] }', levels has two"
        + " values from 2022-06-13 for the call of 2022",
    "'value: [a] }]\n  default: [c] #', levels has a default that is not none",
    "'place: \"510000\", value: [a] }]\n"
        + "  default: none #', 'levels may have no value, and park-level would read that as an"
        + " empty list'"
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
    "ruleset.yaml, 'groups:', 'grops:', 5, grops",
    "ruleset.yaml, 'title: A small set', 'title: { en: A small set, de: Klein }', 3, title.de",
    "ruleset.yaml, 'title: A small set', 'title: { en: { short: A } }', 3, title.en.short",
    "citations.yaml, 'gist:', 'gits:', 1, law#level.gits",
    "parameters.yaml, 'citation:', 'cites:', 3, levels.cites",
    "parameters.yaml, 'value: 1', 'value: 1, until: \"2030-01-01\"', 8, most.values.0.until",
    "applicants.yaml, 'withdrawn:', 'with-drawn:', 3, members.510100.with-drawn"
  })
  void a_key_that_nothing_reads_is_refused(
      String file, String was, String becomes, int line, String says) {
    isRefused(
        new SmallRuleSet().with(file, was, becomes),
        "rules/small-set/" + file + ":" + line + ": nothing reads the key " + says);
  }

  @ParameterizedTest
  @CsvSource({
    "bid.yaml, 'members:\n  schema', 'colour: red\nmembers:\n  schema', 1",
    "bid.yaml, 'gdp: { kind: amount }', 'gdp: { kind: amount, colour: red }', 15",
    "bid.yaml, 'parks: { count: parks }', 'parks: { count: parks, colour: red }', 33",
    "bid.yaml, 'of: [/parks]', 'of: [/parks]\\n    colour: red', 36"
  })
  void a_key_of_the_contract_that_nothing_reads_is_refused(
      String file, String was, String becomes, int line) {
    isRefused(
        new SmallRuleSet().with(file, was.replace("\\n", "\n"), becomes.replace("\\n", "\n")),
        "rules/small-set/" + file + ":" + line + ": ");
  }

  /** One thing that stands in the small rule set and serves nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          bid.yaml | facts:               | facts: {{  Yard: {{    of: [/parks]                                  | bid.yaml:30: no rule matches a Yard; write one, or take the kind of fact out
          bid.yaml | parks: { count: parks } | parks: { count: parks } {{      more: { value: baseline/gdp }     | bid.yaml:34: no rule and no other member reads Bid’s more
          bid.yaml | pillar: { value: industry } | pillar: { value: industry } {{      a: { value: level } {{      b: { first-blank: { level: a }, else: a } | bid.yaml:42: no rule and no other member reads Park’s b
          bid.yaml | parks: { count: parks } | parks: { count: parks } {{      on: { roll: city/code, also: { of: member } } | bid.yaml:34: no rule and no other member reads Bid’s of
          bid.yaml | members: {{  schema       | types: { area: { kind: decimal }, size: { kind: area } } {{members: {{  schema | bid.yaml:4: no member is of the type area
          bid.yaml | industry: { kind: text }  | industry: { kind: text, accepts: nothing }                        | bid.yaml:28: /parks/*/industry accepts the words of nothing, which parameters.yaml does not have
          parameters.yaml | most: {{           | least: {{  title: The least {{  citation: "law#level" {{  values: [{ from: "2022-06-13", value: 0 }] {{most: {{ | parameters.yaml:5: least is read by no rule, no fact and no field
          parameters.yaml | value: 1 }        | value: 1 }, { from: "2022-06-13", place: "520000", value: 2 }      | parameters.yaml:8: most is for 520000, where nobody of applicants.yaml lies
          citations.yaml | "law#level":       | "law#more": { source: B, edition: "1", passage: p, gist: g } {{"law#level": | citations.yaml:1: law#more is cited by nothing; take it out, or say background: true
          citations.yaml | passage: paragraph 1 | passage: paragraph 1, background: true                         | citations.yaml:1: law#level is cited; background: true is for passages on which nothing rests
          ruleset.yaml | groups: [bid]        | groups: [bid, core]                                              | ruleset.yaml:5: no rule stands in the folder core/
          ruleset.yaml | park: "law#level"    | park: "law#level", yard: "law#level"                             | ruleset.yaml:6: there is no requirement yard; there are [park]
          ruleset.yaml | version: "1"         | version: "1" {{track: city                                        | ruleset.yaml:3: nothing reads the key track
          ruleset.yaml | version: "1"         | version: "1" {{from: "2022-06-13"                                 | ruleset.yaml:3: nothing reads the key from
          ruleset.yaml | version: "1"         | version: "1" {{stages: [bid]                                      | ruleset.yaml:3: nothing reads the key stages
          messages/en.properties | ~~         | park.title = Parks{{park-level.review = Look                      | messages/en.properties:2: nothing reads the key park-level.review
          messages/en.properties | ~~         | value.county = county{{value.hamlet = hamlet                      | messages/en.properties:2: nothing reads the key value.hamlet
          messages/zh-CN.properties | ~~      | fact.Park.level = 级别{{fact.Park.state = 状态                    | messages/zh-CN.properties:2: nothing reads the key fact.Park.state
          relaxations.yaml | ~~               | early: { title: Early, citation: "law#level", rules: [park-level], from: "2020-01-01", until: "2022-06-13" } | relaxations.yaml:1: early never meets park-level: they are in force on no day together
          relaxations.yaml | ~~               | far: { title: Far, citation: "law#level", rules: [park-level], from: "2022-06-13", places: ["520000"] } | relaxations.yaml:1: far is for 520000, where nobody of applicants.yaml lies
          """)
  void what_serves_nothing_is_refused(String file, String was, String becomes, String says) {
    SmallRuleSet set =
        new SmallRuleSet()
            .with(
                "divisions.tsv",
                "# editions: 1980-12 2023-06\n510000\t四川省\t1980-12\t\t\n"
                    + "510100\t成都市\t1980-12\t\t\n520000\t贵州省\t1980-12\t\t\n")
            .with("relaxations.yaml", "{}");
    String text = becomes.replaceAll(" *\\{\\{", "\n");

    isRefused(
        was.isEmpty()
            ? set.with(file, text)
            : set.with(file, was.replaceAll(" *\\{\\{", "\n"), text),
        "rules/small-set/" + says);
  }

  @ParameterizedTest
  @CsvSource({
    "en, park.title",
    "en, bid.title",
    "en, park-level.title",
    "zh-CN, park-level.title",
    "en, park-level.pass",
    "zh-CN, park-level.fail",
    "en, park-level.fail.too-low",
    "en, park-level.incomplete",
    "zh-CN, park-level.advice"
  })
  void a_sentence_that_a_report_asks_for_and_a_file_lacks_is_refused(String language, String key) {
    String rule =
        key.endsWith(".too-low") ? HARMLESS.replace(": fail\"", ": fail, too low\"") : HARMLESS;
    SmallRuleSet set = new SmallRuleSet().with(PARK_LEVEL, rule);
    String all = set.sentences();
    set.with("messages/en.properties", all).with("messages/zh-CN.properties", all);
    String file = "messages/" + language + ".properties";
    set.with(file, "\n" + key + " = ", "\n# ");

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.buildAsGiven().pack())
        .withMessage("rules/small-set/" + file + ":1: the key " + key + " is missing");
  }

  /** The name of the member it looks at would tell something else. */
  @Test
  void what_is_derived_of_several_members_and_has_no_name_is_refused() {
    SmallRuleSet set =
        new SmallRuleSet()
            .with(SmallRuleSet.BID_REST, "gdp > 0", "gdp == true")
            .with(
                "bid.yaml",
                "gdp: { value: baseline/gdp }",
                "gdp: { product: { left: [baseline/gdp], is: at-least, right: [9] } }");
    String all = set.sentences();
    set.with("messages/en.properties", all + "\nfact.Bid.gdp = Much is added")
        .with("messages/zh-CN.properties", all);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.buildAsGiven().pack())
        .withMessage(
            "rules/small-set/messages/zh-CN.properties:1: the key fact.Bid.gdp is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "call: 2023, parameters.yaml:8: most is for a call year",
    "relaxation, relaxations.yaml:1: of-a-call is for a call year"
  })
  void what_is_for_a_call_year_is_refused_where_a_bid_states_none(String which, String says) {
    SmallRuleSet set = new SmallRuleSet().with("bid.yaml", "call: /call/year\n", "");
    if (which.equals("relaxation")) {
      set.with(
          "relaxations.yaml",
          "of-a-call: { title: T, citation: \"law#level\", rules: [park-level], from:"
              + " \"2022-06-13\", call: [2023] }");
    } else {
      set.with(
          "parameters.yaml",
          "value: 1 }",
          "value: 1 }, { from: \"2022-06-13\", call: 2023, value: 2 }");
    }

    isRefused(set, "rules/small-set/" + says);
  }

  @ParameterizedTest
  @CsvSource({
    "'{ title: { en: Rivals, zh: 对手 }, citation: \"law#none\" }', rivals cites nothing"
        + " citations.yaml has: law#none",
    "'{ title: { en: Rivals }, citation: \"law#level\" }', 'rivals needs a title: { en: …, zh: …"
        + " }'",
    "'{ title: { en: Rivals, zh: 对手 } }', rivals cites nothing; name a passage of citations.yaml",
    "'{ title: { en: R, zh: 对 }, citation: \"law#level\", call: [2022] }', nothing reads the key"
        + " other-bids.rivals.call"
  })
  void what_needs_other_bids_has_a_title_and_a_passage(String written, String says) {
    isRefused(
        new SmallRuleSet()
            .with(
                "ruleset.yaml",
                "version: \"1\"",
                "version: \"1\"\nother-bids:\n  rivals: " + written),
        "rules/small-set/ruleset.yaml:4: " + says);
  }

  @Test
  void a_parameter_that_is_read_as_a_day_has_days() {
    SmallRuleSet set =
        new SmallRuleSet()
            .with(
                "bid.yaml",
                "parks: { count: parks }",
                "parks: { days-between: [day, { parameter: most }] }");

    isRefused(
        set,
        "rules/small-set/parameters.yaml:5: most is read as a day, and 1 is none: value:"
            + " \"2022-10-31\"");
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
