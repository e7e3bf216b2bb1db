package sixones.fact.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.bid.BrokenContract;
import sixones.bid.ContractsInTests;

/** Facts that a contract cannot give are refused with their place and what would be right. */
class FactKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          { A: 3 }                                            | facts/A: is described by names with values
          { A: {} }                                           | facts/A: needs of: a list of places
          { A: { of: /sites } }                               | facts/A: needs of: a list of places
          { A: { of: [/nowhere] } }                           | facts/A: of: there is no list at "/nowhere"
          { A: { of: [/park] } }                              | facts/A: of: there is no list at "/park"
          { A: { of: [/sites, /papers] } }                    | facts/A: of: the entries of /papers are not like those of
          { A: { of: [/sites], colour: red } }                | facts/A: nothing reads the key colour
          { A: { of: [/sites], blank: /nowhere } }            | facts/A: blank: there is no place "/nowhere"
          { A: { of: [/sites], blank: 3 } }                   | facts/A: blank: there is no place
          { A: { of: [/sites], derived: [a] } }               | facts/A: derived has names with values
          { A: { of: [/sites], derived: { x: level } } }      | facts/A/x: is written { operator: …, … }
          { A: { of: [/sites], derived: { x: {} } } }         | facts/A/x: is written { operator: …, … }
          { A: { of: [/sites], derived: { x: { guess: level } } } } | facts/A/x: has no operator; there are [all, alternative
          { A: { of: [/sites], derived: { x: { value: level, by: 3 } } } } | facts/A/x: nothing reads the key by
          { A: { of: [/sites], derived: { x: { value: colour } } } } | facts/A/x: there is no place "colour"
          { A: { of: [/sites], derived: { x: { value: ../colour } } } } | facts/A/x: there is no place "../colour"
          { A: { of: [/sites], derived: { x: { value: /colour } } } } | facts/A/x: there is no place "/colour"
          { A: { of: [/sites], derived: { x: { value: 3 } } } } | facts/A/x: needs value
          { A: { of: [/sites], derived: { x: { value: name } } } } | facts/A/x: no rule can compare names, a group or a list
          { A: { of: [/sites], derived: { x: { value: code } } } } | facts/A/x: reads /sites/*/code, which may be the number of an identity card
          { A: { of: [/sites], derived: { x: { distinct: /sites, by: code } } } } | may be the number of an identity card
          { A: { of: [/sites], derived: { x: { distinct: /sites, by: colour } } } } | the entries of /sites have no colour
          { A: { of: [/sites], derived: { x: { refers-to: owner, list: /sites, by: [code] } } } } | may be the number of an identity card
          { A: { of: [/sites], derived: { x: { refers-to: code, list: /sites, by: [owner] } } } } | may be the number of an identity card
          { A: { of: [/sites], derived: { x: { refers-to: owner, list: /sites, by: [colour] } } } } | the entries of /sites have no colour
          { A: { of: [/sites], derived: { x: { value: level, also: { y: why } } } } } | facts/A/x: also: there is no output why
          { A: { of: [/sites], derived: { level: { value: level } } } } | facts/A/level: a second member level
          { A: { of: [/sites], derived: { x: { roll: /park/id, also: { x: member } } } } } | facts/A/x: a second member x
          { A: { of: [/sites], derived: { x: { sum: [owner, workers] } } } } | facts/A/x: reads a value of another kind than it needs at /sites/*/owner
          { A: { of: [/sites], derived: { x: { sum: [] } } } } | facts/A/x: sum has a list of paths
          { A: { of: [/sites], derived: { x: { sum: yards, of: trade } } } } | facts/A/x: there is no number at /sites/*/yards/*/trade
          { A: { of: [/sites], derived: { x: { difference: [workers] } } } } | facts/A/x: difference has two paths
          { A: { of: [/sites], derived: { x: { count: owner } } } } | facts/A/x: is no list: /sites/*/owner
          { A: { of: [/sites], derived: { x: { latest: figures, measure: profit } } } } | facts/A/x: there is no measure profit; there are [output, sales]
          { A: { of: [/sites], derived: { x: { latest: yards, measure: output } } } } | facts/A/x: figures have measure, year and amount
          { A: { of: [/sites], derived: { x: { days-between: [opened, workers] } } } } | facts/A/x: reads a value of another kind than it needs at /sites/*/workers
          { A: { of: [/sites], derived: { x: { product: { left: [workers], is: like, right: [1] } } } } } | facts/A/x: "like" compares nothing
          { A: { of: [/sites], derived: { x: { product: { left: [], is: over, right: [1] } } } } } | facts/A/x: left and right are lists
          { A: { of: [/sites], derived: { x: { product: { left: [true], is: over, right: [1] } } } } } | facts/A/x: a quantity is a number
          { A: { of: [/sites], derived: { x: { any: yards, hold: {} } } } } | facts/A/x: a condition has a member and what it must be
          { A: { of: [/sites], derived: { x: { any: yards, hold: { colour: red } } } } } | facts/A/x: there is no place /sites/*/yards/*/colour
          { A: { of: [/sites], derived: { x: { any: /sites, hold: { level: national } } } } } | facts/A/x: /sites/*/level is never one of [national]
          { A: { of: [/sites], derived: { x: { any: /sites, hold: { level: true } } } } } | facts/A/x: /sites/*/level is no yes-no
          { A: { of: [/sites], derived: { x: { any: /sites, hold: { level: 3 } } } } } | facts/A/x: /sites/*/level is no number
          { A: { of: [/sites], derived: { x: { within-term: { from: opened, weeks: 3, until: closed } } } } } | facts/A/x: nothing reads the key within-term/weeks
          { A: { of: [/sites], derived: { x: { within-term: { from: opened, until: closed } } } } } | facts/A/x: a term has years, months or days
          { A: { of: [/sites], derived: { x: { within-term: { from: opened, years: 3, until: closed, unitl: closed } } } } } | facts/A/x: nothing reads the key within-term/unitl
          { A: { of: [/sites], derived: { x: { within-term: { from: opened, years: 3, days: 2, until: closed } } } } } | facts/A/x: a term has years, months or days, and one of them alone
          { A: { of: [/sites], derived: { x: { product: { left: [workers], is: over, right: [1], rest: [2] } } } } } | facts/A/x: nothing reads the key product/rest
          { A: { of: [/sites], derived: { x: { product: { left: [{ parameter: a, more: 1 }], is: over, right: [1] } } } } } | facts/A/x: a quantity is a number, { parameter: id } or a path
          { A: { of: [/sites], derived: { x: { share: workers, of: workers, is: over, percent: 1, round: up } } } } | facts/A/x: nothing reads the key round
          { A: { of: [/sites], derived: { x: { any: yards, hold: { area: { over: 1, under: 2 } } } } } } | facts/A/x: /sites/*/yards/*/area: a condition is a word
          { A: { of: [/sites], derived: { x: { state: owner, prose: yes-please } } } } | facts/A/x: prose is true or false
          { A: { of: [/sites], derived: { x: { within: place, of: /park/id, doubt: ignored } } } } | facts/A/x: nothing reads the key doubt without partners
          { A: { of: [/sites], derived: { x: { within: place, of: /park/id, partners: /sites/place, doubt: kept } } } } | facts/A/x: doubt is ignored, or is not there
          { A: { of: [/sites], derived: { x: { refers-to: owner, list: /sites, by: [owner], key: /park/id } } } } | facts/A/x: nothing reads the key key without published
          { A: { of: [/sites], derived: { x: { refers-to: owner, published: p, key: /park/id, by: [owner] } } } } | facts/A/x: nothing reads the key by beside published
          { A: { of: [/sites], derived: { x: { first-blank: [level] } } } } | facts/A/x: first-blank has members with words
          { A: { of: [/sites], derived: { x: { roll: /park/id, also: [member] } } } } | facts/A/x: also has names with values
          { A: { of: [/sites], derived: { x: { roll: /park/id, also: { y: member, z: member } } } } } | facts/A/x: also: a second name for the output member
          { A: { of: [/sites], derived: { x: { value: level, words: { a: b } } } } } | facts/A/x: words: the operator has no words of its own
          { A: { of: [/sites], derived: { x: { count: yards, words: { a: b } } } } } | facts/A/x: words: the operator has no words of its own
          { A: { of: [/sites], derived: { x: { roll: /park/id, words: [a] } } } } | facts/A/x: words has names for words of the operator
          { A: { of: [/sites], derived: { x: { roll: /park/id, words: { off-roll: gone } } } } } | facts/A/x: words: it is never off-roll; it is one of [on-roll
          { A: { of: [/sites], derived: { x: { roll: /park/id, words: { on-roll: On Roll } } } } } | facts/A/x: words: "On Roll" is no name
          { A: { of: [/sites], derived: { x: { roll: /park/id, words: { on-roll: withdrawn } } } } } | facts/A/x: words: withdrawn would say two things at once
          { A: { of: [/sites], derived: { x: { alternative: [open] } } } } | facts/A/x: an alternative has at least two branches
          { A: { of: [/sites], derived: { x: { alternative: [open, later] }, later: { any: yards, hold: { area: 1 } } } } } | facts/A/x: "later" is no derived yes-or-no that stands before this one
          { A: { of: [/sites], derived: { x: { first-blank: { level: no-level }, else: level2 } } } } | facts/A/x: else names a derived member with words
          { A: { of: [/sites], derived: { x: { within: place, of: place } } } } | facts/A/x: of is a place from the bid
          { A: { of: [/sites/yards/stages], window: { year: year, years: 3, before: /call/year } } } | facts/A: window: the years are those of one list
          { A: { of: [/trades], window: { year: since, years: 0, before: /call/year } } } | facts/A: window: years is a whole number from 1 to 20
          { A: { of: [/trades], window: { year: since, years: 3, before: /park/id } } } | facts/A: window: before is the place of a year of the bid
          { A: { of: [/trades], window: { year: since, years: 3, before: since } } } | facts/A: window: before is the place of a year of the bid
          { A: { of: [/trades], window: { year: since, years: 3, before: /call/year, after: 3 } } } | facts/A: nothing reads the key window/after
          """)
  void facts_that_cannot_be_given_are_refused(String facts, String says) {
    refused(facts, says.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "park",
        "P-ark",
        "Pa rk",
        "Pa$rk",
        "P\\\"",
        "P\\\\u0022",
        "P{}",
        "P;",
        "Ｐark",
        "Pä",
        "P\\n",
        "",
        "1P"
      })
  void no_name_of_a_kind_can_hold_more_than_letters_and_digits(String name) {
    refused("{ \"" + name + "\": { of: [/sites] } }", "a kind of fact is named by letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Maker", "Fact", "Object", "String", "Integer", "Findings"})
  void a_name_that_compiled_rules_use_is_no_kind(String name) {
    refused("{ " + name + ": { of: [/sites] } }", "the name stands for something else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "aB",
        "a-b",
        "a b",
        "a$b",
        "a\\\"b",
        "a\\\\u0022",
        "a;",
        "a()",
        "ａ",
        "ä",
        "a\\n",
        "",
        "1a",
        "a/b"
      })
  void no_name_of_a_member_can_hold_more_than_letters_and_digits(String name) {
    refused(
        "{ A: { of: [/sites], derived: { \"" + name + "\": { value: level } } } }",
        "is no name of a member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "day", "int", "switch", "null", "in", "memberOf", "force"})
  void no_member_is_called_by_a_word_that_rules_read_otherwise(String name) {
    refused(
        "{ A: { of: [/sites], derived: { " + name + ": { value: level } } } }",
        "no rule could compare a member named \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "value", "at", "a", "stated", "values"})
  void a_member_may_be_called_as_a_method_of_facts(String name) {
    FactKinds kinds = kinds("{ A: { of: [/sites], derived: { " + name + ": { value: level } } } }");

    assertThat(kinds.kind("A").members()).containsKey(name);
  }

  @Test
  void a_kind_has_the_members_that_rules_can_compare() {
    FactKind kind = kinds("{ A: { of: [/sites] } }").kind("A");

    assertThat(kind.members())
        .containsOnlyKeys("level", "opened", "closed", "open", "area", "workers");
    assertThat(kind.hasPlace("name/zh")).isTrue();
    assertThat(kind.hasPlace("colour")).isFalse();
  }

  private static void refused(String facts, String says) {
    assertThatExceptionOfType(BrokenContract.class)
        .isThrownBy(() -> kinds(facts))
        .withMessageContaining(says);
  }

  private static FactKinds kinds(String facts) {
    return FactKinds.of(ContractsInTests.withFacts(facts));
  }
}
