package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.bid.BidContract;
import sixones.ruleset.RuleSetsInTests;

class EvidenceStrengthTest {
  private static final BidContract CONTRACT = RuleSetsInTests.SICHUAN.contract();
  private static final String HEX = "a".repeat(64);

  private final ObjectNode bid = Fixtures.compliant();

  private static EvidenceFile file(String entry, String hex) {
    return new EvidenceFile(
        UUID.randomUUID(),
        "510100",
        FileOwner.draft(UUID.randomUUID()),
        entry,
        null,
        "sha256:" + hex,
        1,
        EvidenceType.PDF,
        "a.pdf",
        Instant.EPOCH,
        "x");
  }

  private Map<String, EvidenceStrength> of(
      List<String> places, List<EvidenceFile> files, String... seen) {
    return EvidenceStrength.of(places, bid, CONTRACT, files, Set.of(seen));
  }

  @Test
  void a_document_is_claimed_until_a_file_is_kept_and_seen_when_an_officer_recorded_it() {
    List<String> place = List.of("/parks/0/evidence");
    List<EvidenceFile> kept = List.of(file("/evidence/0", HEX));

    assertThat(of(place, List.of())).containsEntry(place.get(0), EvidenceStrength.CLAIMED);
    assertThat(of(place, kept)).containsEntry(place.get(0), EvidenceStrength.FILED);
    assertThat(of(place, kept, HEX)).containsEntry(place.get(0), EvidenceStrength.SEEN);
    assertThat(of(place, kept, "sha256:" + HEX)).containsEntry(place.get(0), EvidenceStrength.SEEN);
    assertThat(of(place, kept, "b".repeat(64))).containsEntry(place.get(0), EvidenceStrength.FILED);
    assertThat(of(place, List.of(), HEX)).containsEntry(place.get(0), EvidenceStrength.CLAIMED);
  }

  @Test
  void the_weakest_of_several_documents_counts_and_the_strongest_of_several_files() {
    bid.withArray("/parks/0/evidence").removeAll().add("Ｅ1").add("e2");
    List<String> place = List.of("/parks/0");
    EvidenceFile seen = file("/evidence/0", HEX);

    assertThat(of(place, List.of(seen), HEX)).containsValue(EvidenceStrength.CLAIMED);
    assertThat(of(place, List.of(seen, file("/evidence/1", "b".repeat(64))), HEX))
        .containsValue(EvidenceStrength.FILED);
    assertThat(
            of(
                place,
                List.of(seen, file("/evidence/1", "b".repeat(64)), file("/evidence/1", HEX)),
                HEX))
        .containsValue(EvidenceStrength.SEEN);
  }

  @Test
  void a_place_without_documents_is_left_out_and_one_in_the_list_rests_on_its_entry() {
    bid.withArray("/parks/0/evidence").removeAll();

    assertThat(of(List.of("/parks/0", "/baseline", "", "/nowhere"), List.of()))
        .doesNotContainKeys("/parks/0", "/baseline", "/nowhere");
    assertThat(of(List.of("/evidence/1/title"), List.of(file("/evidence/1", HEX))))
        .containsValue(EvidenceStrength.FILED);
  }

  @Test
  void a_reference_to_nothing_is_claimed() {
    bid.withArray("/parks/0/evidence").removeAll().add("no such");

    assertThat(of(List.of("/parks/0/evidence"), List.of(file("/evidence/0", HEX)), HEX))
        .containsValue(EvidenceStrength.CLAIMED);
  }

  @Test
  void nothing_is_changed() {
    ObjectNode before = bid.deepCopy();

    of(List.of("/parks/0", "/evidence/0"), List.of(file("/evidence/0", HEX)), HEX);

    assertThat(bid).isEqualTo(before);
  }
}
