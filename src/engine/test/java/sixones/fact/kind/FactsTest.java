package sixones.fact.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.json;
import static sixones.bid.DraftsInTests.jsonWith;
import static sixones.bid.DraftsInTests.shortest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.fact.Fact;
import sixones.fact.InForce;

/** Facts are read from a draft in its order; where none could be read, the empty list is named. */
class FactsTest {
  private static final FactKinds KINDS = FactKinds.of(Fixtures.CONTRACT);
  private static final InForce IN_FORCE = new InForce(LocalDate.of(2022, 6, 13), Map.of());

  @Test
  void an_almost_empty_draft_has_the_bid_and_names_every_empty_list() throws Exception {
    Facts facts = facts(json(shortest()));

    assertThat(facts.all())
        .hasSize(1)
        .first()
        .extracting(f -> f.factMembers().name())
        .isEqualTo("Bid");
    assertThat(spots(facts, "Bid")).containsExactly("fact ");
    assertThat(spots(facts, "Park")).containsExactly("empty /parks");
    assertThat(spots(facts, "PillarIndustry")).containsExactly("empty /pillarIndustries");
    assertThat(spots(facts, "Target")).containsExactly("empty /pillarIndustries");
    assertThat(spots(facts, "ChainLeader")).containsExactly("empty /chainLeaders");
    assertThat(spots(facts, "ChainHead")).containsExactly("empty /chainHeads");
    assertThat(spots(facts, "InnovationPlatform")).containsExactly("empty /innovationPlatforms");
    assertThat(spots(facts, "Conference")).containsExactly("empty /conferences");
    assertThat(spots(facts, "Reference")).containsExactly("empty /evidence");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"parks\":null", "\"parks\":[]"})
  void a_list_that_is_null_is_as_empty_as_one_without_entries(String members) throws Exception {
    Facts facts = facts(json(jsonWith(members)));

    assertThat(spots(facts, "Park")).containsExactly("empty /parks");
  }

  @Test
  void a_blank_entry_is_a_fact_of_which_nothing_is_known() throws Exception {
    Facts facts = facts(json(jsonWith("\"parks\":[null,{},{\"level\":\"county\"}]")));

    assertThat(spots(facts, "Park"))
        .containsExactly("fact /parks/0", "fact /parks/1", "fact /parks/2");
    Fact blank = facts.of(KINDS.kind("Park")).get(0).fact();
    assertThat(blank.value("naming")).isNull();
    assertThat(blank.value("level")).isNull();
    assertThat(blank.value("place")).isNull();
    assertThat(blank.value("evidence")).isNull();
    Fact bid = facts.of(KINDS.kind("Bid")).get(0).fact();
    assertThat(bid.value("parks")).isEqualTo(1);
  }

  @Test
  void references_follow_the_order_of_the_draft_and_not_of_their_names() throws Exception {
    String members =
        """
        "conferences":[{"evidence":["e2"]}],
        "parks":[{"evidence":["e9",null," Ｅ１ "]},{"evidence":[]},{"evidence":["—"]}],
        "evidence":[{"id":"e1","title":{"zh":"批复"}},null,{"id":"e2","title":{"en":"—"}}]\
        """;

    Facts facts = facts(json(jsonWith(members)));

    assertThat(facts.of(KINDS.kind("Reference")))
        .extracting(spot -> spot.fact().pointer() + " " + spot.fact().value("document"))
        .containsExactly(
            "/parks/0/evidence/0 unlisted",
            "/parks/0/evidence/1 null",
            "/parks/0/evidence/2 listed",
            "/parks/2/evidence/0 null",
            "/conferences/0/evidence/0 untitled");
  }

  @Test
  void the_best_of_its_references_speaks_for_an_answer() throws Exception {
    String members =
        """
        "parks":[{"evidence":["e9","e1"]},{"evidence":["e9"]},{"evidence":[null]},{},
          {"evidence":["e9","e2"]}],
        "evidence":[{"id":"E1","address":"示例"},{"id":"e2"}]\
        """;

    Facts facts = facts(json(jsonWith(members)));

    assertThat(facts.of(KINDS.kind("Park")))
        .extracting(spot -> spot.fact().value("evidence"))
        .containsExactly("listed", "unlisted", null, null, "untitled");
  }

  @Test
  void the_targets_of_all_pillar_industries_stand_beside_the_lists_that_have_none()
      throws Exception {
    String members =
        """
        "baseline":{"year":2021},
        "pillarIndustries":[{"targets":[{"measure":"output","amount":"３"},null],
          "figures":[{"measure":"output","year":2021,"amount":"2"}]},null,{"targets":[]}]\
        """;

    Facts facts = facts(json(jsonWith(members)));

    assertThat(spots(facts, "Target"))
        .containsExactly(
            "fact /pillarIndustries/0/targets/0",
            "fact /pillarIndustries/0/targets/1",
            "empty /pillarIndustries/1/targets",
            "empty /pillarIndustries/2/targets");
    Fact first = facts.of(KINDS.kind("Target")).get(0).fact();
    assertThat((BigDecimal) first.value("amount")).isEqualByComparingTo("3");
    assertThat((BigDecimal) first.value("baseline")).isEqualByComparingTo("2");
  }

  @Test
  void every_kind_of_fact_has_a_name_a_rule_may_use() {
    assertThat(KINDS.all().keySet())
        .containsExactlyInAnyOrder(
            "Bid",
            "Park",
            "PillarIndustry",
            "Target",
            "ChainLeader",
            "ChainHead",
            "InnovationPlatform",
            "Conference",
            "Cooperation",
            "Partner",
            "CoreTechnology",
            "PerMuMeans",
            "PerMuEvaluation",
            "Reference");
    assertThat(KINDS.kind("Park").hasPlace("level")).isTrue();
    assertThat(KINDS.kind("Park").hasPlace("")).isTrue();
    assertThat(KINDS.kind("Bid").hasPlace("baseline/gdp")).isTrue();
    assertThat(KINDS.kind("Park").hasPlace("colour")).isFalse();
    assertThat(KINDS.kind("Bid").hasPlace("baseline/gdp/more")).isFalse();
    assertThat(KINDS.kind("Park").words("level"))
        .containsExactly("national", "provincial", "municipal", "county");
    assertThat(KINDS.kind("Park").words("industry")).isEmpty();
    assertThat(KINDS.kind("Park").words("naming")).containsExactly("stated", "placeholder", "lost");
    assertThat(KINDS.kind("Conference").words("gap")).containsExactly("state");
  }

  @Test
  void whatever_amount_is_read_is_a_number_to_the_facts() throws Exception {
    String members = "\"baseline\":{\"gdp\":\"　１２．５０\\n\",\"aboveScaleIndustryGrowth\":\"－０．５\"}";

    Fact bid = facts(json(jsonWith(members))).all().get(0);

    assertThat((BigDecimal) bid.value("gdp")).isEqualByComparingTo("12.5");
    assertThat((BigDecimal) bid.value("aboveScaleIndustryGrowth")).isEqualByComparingTo("-0.5");
  }

  @Test
  void the_whole_of_every_bid_becomes_facts() {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Facts facts = facts(bid.draft());

      assertThat(facts.all()).extracting(Fact::pointer).doesNotHaveDuplicates();
    }
  }

  private static Facts facts(Draft draft) {
    return FactsInTests.of(draft, KINDS, IN_FORCE);
  }

  private static List<String> spots(Facts facts, String kind) {
    return facts.of(KINDS.kind(kind)).stream()
        .map(
            spot ->
                spot.fact() == null
                    ? "empty " + spot.emptyPlace()
                    : "fact " + spot.fact().pointer())
        .toList();
  }
}
