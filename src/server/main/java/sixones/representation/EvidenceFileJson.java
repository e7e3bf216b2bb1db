package sixones.representation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceQuota;

/** Represents evidence files as JSON, with instants in Beijing time. */
public final class EvidenceFileJson {
  private EvidenceFileJson() {}

  /** Returns a file, with the place of its entry when it was added or handed in. */
  public static ObjectNode of(EvidenceFile file) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", file.id().toString())
        .put("entry", file.entry())
        .put("name", file.name())
        .put("type", file.type().id())
        .put("mediaType", file.type().mediaType())
        .put("size", file.size())
        .put("digest", file.digest())
        .put("addedAt", StoredJson.instant(file.at()))
        .put("addedBy", file.by());
  }

  /**
   * Returns a file of a draft.
   *
   * @param entry the place of its entry now; null if the bid no longer has it
   */
  public static ObjectNode of(EvidenceFile file, String entry) {
    return of(file).put("entry", entry);
  }

  /** Returns how much is used of what is allowed, in bytes. */
  public static ObjectNode of(EvidenceQuota.Used used) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", used.quota().file())
        .put("bid", used.quota().owner())
        .put("usedByBid", used.owner())
        .put("applicant", used.quota().applicant())
        .put("usedByApplicant", used.applicant());
  }
}
