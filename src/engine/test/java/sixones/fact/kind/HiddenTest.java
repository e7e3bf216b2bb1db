package sixones.fact.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.bid.BidContract;
import sixones.bid.ContractsInTests;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.report.Language;
import sixones.report.Problem;

/** What only the applicant and the office may see stands in no finding and no defect. */
class HiddenTest {
  private static final InForce IN_FORCE = new InForce(LocalDate.of(2022, 6, 13), Map.of());
  private static final String CANARY = "77";
  private static final BidContract CONTRACT =
      ContractsInTests.withFacts(
          """
          Bid:
            of: [""]
            derived:
              phone: { value: contact/phone }
              pay: { value: contact/pay }
              born: { value: contact/born }
              calls: { value: contact/calls }
              rank: { value: contact/rank }
              married: { value: contact/married }
              again: { value: contact/rank }
              twice: { sum: [contact/pay, contact/calls] }
              apart: { days-between: [contact/born, contact/born] }
              open: { value: truthful }
              enough: { product: { left: [contact/pay], is: over, right: [1] } }
              chained: { sum: [twice, staff] }
              named: { refers-to: motto, list: /trades, by: [name] }
          Site: { of: [/sites] }
          """);
  private static final FactKinds KINDS = FactKinds.of(CONTRACT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contact",
        "contact/phone",
        "contact/born",
        "contact/pay",
        "contact/calls",
        "contact/married",
        "contact/rank",
        "contact/code",
        "patron"
      })
  void a_place_records_whether_it_is_stated_and_no_more(String place) throws Exception {
    Fact stated =
        fact(
            "{ patron: 'x77', contact: { phone: '77', born: '1977-07-07', pay: '77', calls: 7,"
                + " married: true, rank: high, code: '77' } }");
    Fact blank = fact("{}");

    assertThat(stated.at(place).values()).hasToString("{stated=true}");
    assertThat(blank.at(place).values()).hasToString("{stated=false}");
  }

  @Test
  void the_bid_around_it_and_what_is_beside_it() throws Exception {
    Fact fact = fact("{ motto: 'm', contact: { phone: '77' } }");

    assertThat(fact.at("").values()).hasToString("{stated=true}");
    assertThat(fact.at("motto").values()).hasToString("{found=\"m\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "phone, true", "pay, true", "born, true", "calls, true", "rank, true", "married, true",
    "again, true", "twice, true", "apart, true", "chained, true", "open, false", "enough, false",
    "named, false"
  })
  void a_derived_member_that_repeats_it_is_hidden_too(String member, boolean hidden) {
    assertThat(KINDS.kind("Bid").members().get(member).isHidden()).isEqualTo(hidden);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ contact: { phone: 77 } }",
        "{ contact: { phone: '7777777777777777777777777' } }",
        "{ contact: { born: '77' } }",
        "{ contact: { born: '1077-07-07' } }",
        "{ contact: { born: '1977/7/7' } }",
        "{ contact: { pay: 77 } }",
        "{ contact: { pay: '77万元' } }",
        "{ contact: { calls: 77 } }",
        "{ contact: { calls: '77' } }",
        "{ contact: { married: 77 } }",
        "{ contact: { rank: '77' } }",
        "{ contact: { rank: 77 } }",
        "{ contact: { code: 77 } }",
        "{ contact: '77' }",
        "{ contact: [77] }",
        "{ contact: { phone: [77] } }",
        "{ contact: { nobody: '77' } }",
        "{ patron: 77 }"
      })
  void a_defect_does_not_show_it(String members) {
    for (Draft.Format format : Draft.Format.values()) {
      UnreadableDraft unreadable = refused(members, format);

      assertThat(unreadable.defects()).isNotEmpty();
      assertThat(unreadable.defects().toString()).doesNotContain(CANARY).doesNotContain("1977");
      for (Language language : Language.values()) {
        assertThat(Problem.of(unreadable, language).body().toString())
            .doesNotContain(CANARY)
            .doesNotContain("1977");
      }
    }
  }

  @Test
  void the_number_of_an_identity_card_is_masked_where_it_is_shown_and_nowhere_else()
      throws Exception {
    String number = "11010519491231002X";
    Facts facts = facts("{ sites: [{ code: '" + number + "', owner: '甲' }, { code: '9' }] }");
    List<Facts.Spot> sites = facts.of(KINDS.kind("Site"));

    assertThat(sites.get(0).fact().at("code").values())
        .hasToString("{found=\"11****************\"}");
    assertThat(sites.get(0).fact().at("").values()).hasToString("{stated=true}");
    assertThat(sites.get(1).fact().at("code").values()).hasToString("{found=\"9\"}");
  }

  private static UnreadableDraft refused(String members, Draft.Format format) {
    try {
      Draft.read(bytes(members), format, CONTRACT);
      throw new AssertionError(members + " was read");
    } catch (UnreadableDraft e) {
      return e;
    }
  }

  private static Fact fact(String members) throws Exception {
    return facts(members).all().get(0);
  }

  private static Facts facts(String members) throws Exception {
    return FactsInTests.of(
        Draft.read(bytes(members), Draft.Format.JSON, CONTRACT), KINDS, IN_FORCE);
  }

  /** JSON, which is YAML as well. */
  private static byte[] bytes(String members) {
    var whole =
        ContractsInTests.yaml("{ schema: sixones/park/1, ruleSet: r, park: { id: '510100' } }");
    whole.setAll(ContractsInTests.yaml(members));
    return whole.toString().getBytes(StandardCharsets.UTF_8);
  }
}
