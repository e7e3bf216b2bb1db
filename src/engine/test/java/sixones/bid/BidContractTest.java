package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;

/** A contract that does not hold together is refused with its place and what would be right. */
class BidContractTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /colour                      | red                | nothing reads the key colour
          /schema                      | ''                 | needs schema
          /schema                      | Sixones.bid        | schema: is a name in small letters
          /schema                      | a(b                | schema: is a name in small letters
          /applicant                   | ''                 | needs applicant
          /applicant                   | /nowhere           | /nowhere: the applicant's place is of the kind
          /applicant                   | /motto             | /motto: the applicant's place is of the kind division or applicant
          /applicant                   | /park/seat         | /park/seat: leads to the applicant: required: true
          /applicant                   | /partners/*        | leads to the applicant: required: true
          /members/park/required       | false              | /park: leads to the applicant: required: true
          /members/park/visibility     | applicant-and-office | who bids is known
          /members/schema/required     | false              | required: true is missing at [schema]
          /members/ruleSet/kind        | text               | /ruleSet: is needed, of the kind rule-set
          /truth                       | /motto             | /motto: is needed, of the kind yes-no
          /truth                       | 3                  | needs truth
          /call                        | /park              | /park: is needed, of the kind year
          /documents                   | /park              | /park: documents is the place of a list
          /documents                   | /nowhere           | /nowhere: documents is the place of a list
          /members                     | {}                 | has no members
          /members/motto               | text               | /motto: is described by names with values
          /members/motto/kind          | prose              | /motto: there is no kind "prose"; there are [schema
          /members/motto/kind          | 3                  | /motto: there is no kind "3"
          /members/motto/colour        | red                | /motto: nothing reads the key colour of the kind text
          /members/motto/words         | [a]                | /motto: nothing reads the key words of the kind text
          /members/motto/places        | 2                  | /motto: nothing reads the key places
          /members/ratio/most          | 2                  | /ratio: nothing reads the key most
          /members/figures/members     | {}                 | /figures: nothing reads the key members of the kind list
          /members/park/of             | {}                 | /park: nothing reads the key of of the kind group
          /members/motto/requirement   | a                  | /motto: nothing reads the key requirement
          /members/sites/of/required   | true               | /sites/*: nothing reads the key required
          /members/park/members/name/requirement | a        | /park/name: nothing reads the key requirement
          /members/motto/required      | "yes"              | /motto: required is true or false
          /members/motto/visibility    | nobody             | /motto: visibility is one of
          /members/motto/label         | { en: Motto }      | /motto: label is written { en: …, zh: … }
          /members/motto/label         | Motto              | /motto: label is written { en: …, zh: … }
          /members/motto/label         | { en: a, zh: ' ' } | /motto: label is written { en: …, zh: … }
          /members/motto/hint          | { en: a, zh: b, de: c } | /motto: hint is written { en: …, zh: … }
          /members/sites/add           | { zh: b }          | /sites: add is written { en: …, zh: … }
          /members/motto/most          | 20001              | /motto: most is a whole number from 1 to 20000
          /members/motto/most          | 0                  | /motto: most is a whole number from 1 to 20000
          /members/motto/most          | "5"                | /motto: most is a whole number from 1 to 20000
          /members/motto/most          | 5.5                | /motto: most is a whole number from 1 to 20000
          /members/sites/most          | 201                | /sites: most is a whole number from 1 to 200
          /members/ratio/places        | 7                  | /ratio: places is a whole number from 0 to 6
          /members/ratio/places        | -1                 | /ratio: places is a whole number from 0 to 6
          /members/staff/least         | 12001              | /staff: least is not over most
          /members/staff/least         | -1                 | /staff: least is a whole number from 0 to 1000000000
          /members/staff/most          | 1000000001         | /staff: most is a whole number from 0 to 1000000000
          /members/staff/most          | many               | /staff: most is a whole number
          /members/contact/members/rank/words | []          | /contact/rank: words: a choice has a list of words
          /members/contact/members/rank/words | high        | /contact/rank: words: a choice has a list of words
          /members/contact/members/rank/words | [a, a]      | /contact/rank: words: a choice has a list of words, as texts, each once
          /members/contact/members/rank/words | [a, true]   | /contact/rank: words: a choice has a list of words
          /members/contact/members/rank/words | [Big]       | "Big" is no word of a choice: small letters
          /members/motto/refers        | { list: /papers, by: id } | /motto: needs title
          /members/motto/refers        | { list: /papers, by: id, title: title, shut: true } | /motto: nothing reads the key refers/shut
          /members/motto/refers        | { list: /papers, by: id, title: title, closed: 1 } | /motto: refers/closed is true or false
          /members/motto/refers        | { list: /nowhere, by: id, title: title } | /nowhere: is no list whose entries have id and title
          /members/motto/refers        | { list: /papers, by: issue, title: title } | /papers: is no list whose entries have issue and title
          /members/motto/accepts       | 3                  | /motto: needs accepts
          /members/Motto               | { kind: text }     | /Motto: is no name: letters and digits, a small letter first
          /members/a-b                 | { kind: text }     | /a-b: is no name
          /members/it's                | { kind: text }     | is no name
          /types/text                  | { kind: lines }    | types/text: is a kind that exists already
          /types/short                 | 3                  | types/short: is described by names with values
          /types/short                 | { kind: short }    | /motto: the type short leads back to itself
          /types/short                 | { kind: list, of: { kind: short } } | /motto/*: the type short leads back to itself
          /types/short                 | { kind: group, members: { a: { kind: short } } } | /motto/a: the type short leads back to itself
          """)
  void a_contract_that_does_not_hold_together_is_refused(String place, String value, String says) {
    ObjectNode described = ContractsInTests.everyKind();
    Fixtures.change(described, place, ContractsInTests.yaml("{ x: " + value + " }").path("x"));

    assertThatExceptionOfType(BrokenContract.class)
        .isThrownBy(() -> BidContract.of(described))
        .withMessageContaining(says.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/members/schema", "/members/ruleSet", "/members/park", "/schema"})
  void what_every_contract_has_is_missed(String place) {
    ObjectNode described = ContractsInTests.everyKind();
    int slash = place.lastIndexOf('/');
    ((ObjectNode) described.at(place.substring(0, slash))).remove(place.substring(slash + 1));

    assertThatExceptionOfType(BrokenContract.class).isThrownBy(() -> BidContract.of(described));
  }

  @Test
  void a_member_deeper_than_twelve_is_refused() {
    String deep = "{ kind: text }";
    for (int i = 0; i < 12; i++) {
      deep = "{ kind: group, members: { a: " + deep + " } }";
    }
    ObjectNode described = ContractsInTests.everyKind();
    JsonNode member = ContractsInTests.yaml(deep);
    described.withObject("/members").set("deep", member);

    assertThatExceptionOfType(BrokenContract.class)
        .isThrownBy(() -> BidContract.of(described))
        .withMessageContaining("lies deeper than 12 members");
    described.withObject("/members").set("deep", member.at("/members/a"));
    assertThat(BidContract.of(described).at("/deep")).isNotNull();
  }

  @Test
  void a_member_says_more_than_its_type() {
    BidContract contract = ContractsInTests.EVERY_KIND;

    assertThat(contract.member("/motto").label().en()).isEqualTo("Motto");
    assertThat(contract.member("/motto").hint().en()).isEqualTo("Five characters at most.");
    assertThat(contract.member("/figures").label().en()).isEqualTo("Figures");
    assertThat(contract.member("/sites/7/figures").label().en()).isEqualTo("Figures of the site");
    assertThat(contract.kind("/sites/7/figures/0/amount")).isEqualTo("amount");
    assertThat(contract.sections()).containsExactly(java.util.Map.entry("sites", "site"));
    assertThat(contract.isHidden("/contact/pay")).isTrue();
    assertThat(contract.isHidden("/patron")).isTrue();
    assertThat(contract.isHidden("/park/name")).isFalse();
  }
}
