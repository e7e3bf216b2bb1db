package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.ruleset.RuleSetsInTests;

class NamedDocumentsTest {
  private final ObjectNode bid = Fixtures.compliant();

  private List<String> of(String place) {
    return new NamedDocuments(bid, RuleSetsInTests.SICHUAN.contract())
        .of(place).stream().map(BidEntries.Entry::pointer).toList();
  }

  @Test
  void a_place_rests_on_the_documents_its_entry_names() {
    for (String place :
        List.of("/parks/0", "/parks/0/name/zh", "/parks/0/evidence", "/parks/0/evidence/0")) {
      assertThat(of(place)).as(place).containsExactly("/evidence/0");
    }
  }

  @Test
  void a_document_rests_on_itself() {
    assertThat(of("/evidence/3")).containsExactly("/evidence/3");
    assertThat(of("/evidence/3/title/zh")).containsExactly("/evidence/3");
  }

  @Test
  void an_entry_does_not_rest_on_what_its_neighbour_names() {
    ObjectNode second = bid.withArray("/parks").addObject().put("level", "national");
    assertThat(of("/parks/1/level")).isEmpty();

    second.putArray("evidence").add("Ｅ2").add("nowhere");

    assertThat(of("/parks/1/level")).containsExactly("/evidence/1");
    assertThat(of("/parks/0/level")).containsExactly("/evidence/0");
  }

  @Test
  void what_names_no_document_rests_on_none() {
    for (String place : List.of("", "/city/name", "/city/name/zh", "/nowhere/7/x", "/baseline")) {
      assertThat(of(place)).as(place).isEmpty();
    }
  }
}
