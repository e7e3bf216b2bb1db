package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.bid.DraftDifference;
import sixones.proceeding.EvaluatedInTests;

class OpenPlacesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode bid(String json) {
    try {
      return JSON.readTree(json.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_place_is_open_wherever_its_entry_has_moved() {
    JsonNode before = bid("{'parks':[{'name':'a','x':1},{'name':'b','x':2}],'other':'o'}");
    JsonNode reply = bid("{'parks':[{'name':'b','x':2}],'other':'o'}");
    OpenPlaces open = new OpenPlaces(before, reply, List.of("/parks/1"));

    assertThat(open.isOpen("/parks/0/x")).isTrue();
    assertThat(open.isOpen("/other")).isFalse();
    assertThat(new OpenPlaces(before, reply, List.of("/parks/0")).isOpen("/parks/0/x")).isFalse();
  }

  @Test
  void a_list_takes_more_only_if_new_entries_may_come() {
    JsonNode before = bid("{'parks':[{'name':'a'}]}");

    assertThat(new OpenPlaces(before, before, List.of("/parks/*")).takesMore("/parks")).isTrue();
    assertThat(new OpenPlaces(before, before, List.of("/parks")).takesMore("/parks")).isTrue();
    assertThat(new OpenPlaces(before, before, List.of("/parks/0")).takesMore("/parks")).isFalse();
  }

  @Test
  void what_may_not_change_is_put_back_and_the_rest_stays() {
    JsonNode before =
        bid("{'a':{'b':'1','c':'2'},'parks':[{'n':'p','x':'1'},{'n':'q','x':'2'}],'list':['k']}");
    JsonNode reply =
        bid("{'a':{'b':'9','c':'8','d':'7'},'parks':[{'n':'p','x':'5'}],'list':['k','l'],'z':'0'}");

    assertThat(new OpenPlaces(before, reply, List.of("/a/c", "/parks/0")).within())
        .isEqualTo(
            bid(
                "{'a':{'b':'1','c':'8'},'parks':[{'n':'p','x':'5'},{'n':'q','x':'2'}],"
                    + "'list':['k']}"));
    assertThat(new OpenPlaces(before, reply, List.of("/parks/*", "/list/*")).within())
        .isEqualTo(bid("{'a':{'b':'1','c':'2'},'parks':[{'n':'p','x':'5'}],'list':['k','l']}"));
    assertThat(new OpenPlaces(before, reply, List.of("/a/d")).unlisted()).isEqualTo(7);
  }

  /** Whatever differs between two bids, what is put back leaves nothing that is not listed. */
  @Test
  void what_is_put_back_can_be_handed_in() {
    List<Fixtures.Fixture> all = EvaluatedInTests.fixtures(Length.of(9, 1));
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", false);
    List<List<String>> opened =
        List.of(List.of("/parks/0"), List.of("/parks/*", "/conferences/0/scope"), List.of());
    int kept = 0;
    for (Fixtures.Fixture fixture : all) {
      if (!fixture.ruleSet().equals(before.ruleSet().id())) {
        continue;
      }
      JsonNode reply = EvaluatedInTests.of(fixture).bid();
      for (List<String> mayChange : opened) {
        JsonNode within = new OpenPlaces(before.bid(), reply, mayChange).within();
        OpenPlaces left = new OpenPlaces(before.bid(), within, mayChange);

        assertThat(left.unlisted()).as(fixture + " " + mayChange).isZero();
        List<DraftDifference.Change> changes = DraftDifference.between(before.bid(), within);
        assertThat(mayChange.isEmpty() ? changes : new ArrayList<>()).isEmpty();
        kept += changes.size();
      }
    }
    assertThat(kept).as("listed changes stay").isPositive();
  }
}
