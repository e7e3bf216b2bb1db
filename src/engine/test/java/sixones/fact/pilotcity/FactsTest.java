package sixones.fact.pilotcity;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.json;
import static sixones.bid.DraftsInTests.jsonWith;
import static sixones.bid.DraftsInTests.shortest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.fact.Fact;
import sixones.fact.InForce;

/** Facts are read from a draft in its order; where none could be read, the empty list is named. */
class FactsTest {
  private static final InForce IN_FORCE = new InForce(LocalDate.of(2022, 6, 13), Map.of());

  @Test
  void an_almost_empty_draft_has_the_bid_and_names_every_empty_list() throws Exception {
    Facts facts = Facts.of(json(shortest()), IN_FORCE);

    assertThat(facts.all()).hasSize(1).first().isInstanceOf(Bid.class);
    assertThat(spots(facts, Bid.class)).containsExactly("fact ");
    assertThat(spots(facts, Park.class)).containsExactly("empty /parks");
    assertThat(spots(facts, PillarIndustry.class)).containsExactly("empty /pillarIndustries");
    assertThat(spots(facts, Target.class)).containsExactly("empty /pillarIndustries");
    assertThat(spots(facts, ChainLeader.class)).containsExactly("empty /chainLeaders");
    assertThat(spots(facts, ChainHead.class)).containsExactly("empty /chainHeads");
    assertThat(spots(facts, InnovationPlatform.class))
        .containsExactly("empty /innovationPlatforms");
    assertThat(spots(facts, Conference.class)).containsExactly("empty /conferences");
    assertThat(spots(facts, Reference.class)).containsExactly("empty /evidence");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"parks\":null", "\"parks\":[]"})
  void a_list_that_is_null_is_as_empty_as_one_without_entries(String members) throws Exception {
    Facts facts = Facts.of(json(jsonWith(members)), IN_FORCE);

    assertThat(spots(facts, Park.class)).containsExactly("empty /parks");
  }

  @Test
  void a_blank_entry_is_a_fact_of_which_nothing_is_known() throws Exception {
    Facts facts = Facts.of(json(jsonWith("\"parks\":[null,{},{\"level\":\"county\"}]")), IN_FORCE);

    assertThat(spots(facts, Park.class))
        .containsExactly("fact /parks/0", "fact /parks/1", "fact /parks/2");
    Park blank = (Park) facts.of(Park.class).get(0).fact();
    assertThat(blank.getNaming()).isNull();
    assertThat(blank.getLevel()).isNull();
    assertThat(blank.getPlace()).isNull();
    assertThat(blank.getEvidence()).isNull();
    Bid bid = (Bid) facts.of(Bid.class).get(0).fact();
    assertThat(bid.getParks()).isEqualTo(1);
  }

  @Test
  void references_follow_the_order_of_the_draft_and_not_of_their_names() throws Exception {
    String members =
        """
        "conferences":[{"evidence":["e2"]}],
        "parks":[{"evidence":["e9",null," Ｅ１ "]},{"evidence":[]},{"evidence":["—"]}],
        "evidence":[{"id":"e1","title":{"zh":"批复"}},null,{"id":"e2","title":{"en":"—"}}]""";

    Facts facts = Facts.of(json(jsonWith(members)), IN_FORCE);

    assertThat(facts.of(Reference.class))
        .extracting(spot -> spot.fact().pointer() + " " + ((Reference) spot.fact()).getDocument())
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
        "evidence":[{"id":"E1","address":"示例"},{"id":"e2"}]""";

    Facts facts = Facts.of(json(jsonWith(members)), IN_FORCE);

    assertThat(facts.of(Park.class))
        .extracting(spot -> ((Park) spot.fact()).getEvidence())
        .containsExactly("listed", "unlisted", null, null, "untitled");
  }

  @Test
  void the_targets_of_all_pillar_industries_stand_beside_the_lists_that_have_none()
      throws Exception {
    String members =
        """
        "baseline":{"year":2021},
        "pillarIndustries":[{"targets":[{"measure":"output","amount":"３"},null],
          "figures":[{"measure":"output","year":2021,"amount":"2"}]},null,{"targets":[]}]""";

    Facts facts = Facts.of(json(jsonWith(members)), IN_FORCE);

    assertThat(spots(facts, Target.class))
        .containsExactly(
            "fact /pillarIndustries/0/targets/0",
            "fact /pillarIndustries/0/targets/1",
            "empty /pillarIndustries/1/targets",
            "empty /pillarIndustries/2/targets");
    Target first = (Target) facts.of(Target.class).get(0).fact();
    assertThat(first.getAmount()).isEqualByComparingTo("3");
    assertThat(first.getBaseline()).isEqualByComparingTo("2");
  }

  @Test
  void every_kind_of_fact_has_a_name_a_rule_may_use() {
    assertThat(Facts.kinds().keySet())
        .containsExactlyInAnyOrder(
            "Bid",
            "Park",
            "PillarIndustry",
            "Target",
            "ChainLeader",
            "ChainHead",
            "InnovationPlatform",
            "Conference",
            "Reference");
    assertThat(Facts.hasPlace("Park", "level")).isTrue();
    assertThat(Facts.hasPlace("Park", "")).isTrue();
    assertThat(Facts.hasPlace("Bid", "baseline/gdp")).isTrue();
    assertThat(Facts.hasPlace("Park", "colour")).isFalse();
    assertThat(Facts.hasPlace("Bid", "baseline/gdp/more")).isFalse();
    assertThat(Facts.words("Park", "level"))
        .containsExactly("national", "provincial", "municipal", "county");
    assertThat(Facts.words("Park", "industry")).isEmpty();
    assertThat(Facts.words("Park", "naming")).containsExactly("stated", "placeholder", "lost");
    assertThat(Facts.words("Conference", "gap")).containsExactly("state");
  }

  @Test
  void whatever_amount_is_read_is_a_number_to_the_facts() throws Exception {
    String members = "\"baseline\":{\"gdp\":\"　１２．５０\\n\",\"aboveScaleIndustryGrowth\":\"－０．５\"}";

    Bid bid = (Bid) Facts.of(json(jsonWith(members)), IN_FORCE).all().get(0);

    assertThat(bid.getGdp()).isEqualByComparingTo("12.5");
    assertThat(bid.getAboveScaleIndustryGrowth()).isEqualByComparingTo("-0.5");
  }

  @Test
  void the_whole_of_every_bid_becomes_facts() {
    for (Fixtures.WholeBid bid : Fixtures.bids()) {
      Facts facts = Facts.of(bid.draft(), IN_FORCE);

      assertThat(facts.all()).extracting(Fact::pointer).doesNotHaveDuplicates();
    }
  }

  private static List<String> spots(Facts facts, Class<? extends Fact> kind) {
    return facts.of(kind).stream()
        .map(
            spot ->
                spot.fact() == null ? "empty " + spot.emptyList() : "fact " + spot.fact().pointer())
        .toList();
  }
}
