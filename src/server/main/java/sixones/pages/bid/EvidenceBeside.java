package sixones.pages.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceStrength;
import sixones.evidence.NamedDocuments;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.submission.SubmissionFiles;

/** The evidence that findings on a bid rest on, as officials are shown it beside them. */
public final class EvidenceBeside {
  /** How many files of one place are listed; the list of all files has the rest. */
  private static final int MOST = 10;

  private final JsonNode bid;
  private final BidContract contract;
  private final NamedDocuments named;
  private final SubmissionFiles.HandedIn handedIn;
  private final Set<String> seen;
  private final Language language;

  /**
   * Creates an instance.
   *
   * @param bid the bid as it was read
   * @param handedIn its files
   * @param seen the digests of documents that officers recorded having seen
   */
  public EvidenceBeside(
      JsonNode bid,
      BidContract contract,
      SubmissionFiles.HandedIn handedIn,
      Set<String> seen,
      Language language) {
    this.bid = bid;
    this.contract = contract;
    this.named = new NamedDocuments(bid, contract);
    this.handedIn = handedIn;
    this.seen = Set.copyOf(seen);
    this.language = language;
  }

  /**
   * The evidence a place rests on.
   *
   * @param strength how strong it is, in words
   * @param tone the colour of that
   * @param files those kept for its documents
   * @param more how many of them are not listed
   */
  public record At(String strength, String tone, List<KeptFile> files, int more) {}

  /**
   * Returns the evidence a place rests on; null if it rests on no document.
   *
   * @param isListed whether the files are listed
   */
  public At of(String place, boolean isListed) {
    String naming = named.naming(place);
    if (naming == null) {
      return null;
    }
    if (handedIn.isWithheld()) {
      return new At(words("files.withheld"), "calm", List.of(), 0);
    }
    EvidenceStrength strength =
        EvidenceStrength.of(List.of(naming), bid, contract, handedIn.counting(seen), seen)
            .get(naming);
    List<String> entries = named.of(place).stream().map(BidEntries.Entry::pointer).toList();
    List<KeptFile> files =
        !isListed
            ? List.of()
            : handedIn.files().stream()
                .filter(file -> entries.contains(file.entry()))
                .map(file -> KeptFiles.file(handedIn, file, language))
                .toList();
    List<KeptFile> listed = files.subList(0, Math.min(MOST, files.size()));
    return new At(
        words("files.strength." + strength.id()),
        strength == EvidenceStrength.CLAIMED ? "calm" : "good",
        listed,
        files.size() - listed.size());
  }

  private String words(String key) {
    return PageWords.in(language).text(key);
  }
}
