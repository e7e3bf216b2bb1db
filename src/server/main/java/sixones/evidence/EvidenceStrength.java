package sixones.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.text.Text;

/**
 * How strong the evidence is that a finding rests on, from the weakest. It is told beside the
 * finding and is no part of any answer.
 */
public enum EvidenceStrength {
  /** The bid names the document, and no more is there. */
  CLAIMED,
  /** A file is kept for the entry of the document. */
  FILED,
  /** An officer has recorded having seen a file that is kept for the entry. */
  SEEN;

  private static final String PREFIX = "sha256:";

  /** Returns the id in JSON: {@code filed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the strength of the evidence of findings by place. Of several documents the weakest
   * counts. A place that names no document rests on no evidence and is left out.
   *
   * @param places the places of findings, JSON Pointers into the bid
   * @param bid the bid the findings are about, as it was read
   * @param files the files kept for that bid, each with the place of its entry in it
   * @param seen the digests officers recorded, with or without {@code sha256:}
   */
  public static Map<String, EvidenceStrength> of(
      Collection<String> places,
      JsonNode bid,
      BidContract contract,
      Collection<EvidenceFile> files,
      Set<String> seen) {
    Map<String, EvidenceStrength> byEntry = byEntry(files, seen);
    BidEntries entries = BidEntries.of(bid, contract);
    Map<String, EvidenceStrength> byId = new HashMap<>();
    for (BidEntries.Entry entry : entries.all()) {
      if (entry.id() != null) {
        byId.merge(
            Text.fold(entry.id()),
            byEntry.getOrDefault(entry.pointer(), CLAIMED),
            EvidenceStrength::weaker);
      }
    }
    Map<String, EvidenceStrength> found = new LinkedHashMap<>();
    for (String place : places) {
      EvidenceStrength own = ofEntry(place, entries, byEntry);
      Set<String> ids = new HashSet<>();
      NamedDocuments.collect(place, bid.at(place), contract, ids);
      EvidenceStrength weakest =
          ids.stream()
              .map(id -> byId.getOrDefault(id, CLAIMED))
              .reduce(EvidenceStrength::weaker)
              .orElse(own);
      if (weakest != null) {
        found.put(place, weakest);
      }
    }
    return found;
  }

  /** Returns the strength of each entry with a file, by its place. */
  private static Map<String, EvidenceStrength> byEntry(
      Collection<EvidenceFile> files, Set<String> seen) {
    Map<String, EvidenceStrength> strengths = new HashMap<>();
    for (EvidenceFile file : files) {
      boolean isSeen =
          seen.contains(file.digest()) || seen.contains(file.digest().substring(PREFIX.length()));
      strengths.merge(file.entry(), isSeen ? SEEN : FILED, EvidenceStrength::stronger);
    }
    return strengths;
  }

  /** A finding on an entry of the list itself, or on a member of it, rests on that entry. */
  private static EvidenceStrength ofEntry(
      String place, BidEntries entries, Map<String, EvidenceStrength> byEntry) {
    return entries.all().stream()
        .map(BidEntries.Entry::pointer)
        .filter(entry -> place.equals(entry) || place.startsWith(entry + "/"))
        .map(entry -> byEntry.getOrDefault(entry, CLAIMED))
        .findFirst()
        .orElse(null);
  }

  private EvidenceStrength weaker(EvidenceStrength other) {
    return compareTo(other) < 0 ? this : other;
  }

  private EvidenceStrength stronger(EvidenceStrength other) {
    return compareTo(other) > 0 ? this : other;
  }
}
