package sixones.pages.bid;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FileCondition;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;

/**
 * An evidence file as pages list it.
 *
 * @param entry the document it belongs to, in words; null if the bid does not have it
 * @param added when and by whom
 * @param address where it is downloaded; null if it is not as it was kept
 * @param trouble what became of it on disk, in words; null if nothing is known
 * @param removal the address that removes it; null if it stays
 */
public record KeptFile(
    UUID id,
    String name,
    String kind,
    String size,
    String digest,
    String entry,
    String added,
    String address,
    String trouble,
    String removal) {

  /** Returns a file that its applicant lists, which belongs to an entry or to none. */
  public static KeptFile of(
      EvidenceFile file, Optional<BidEntries.Entry> entry, Language language) {
    return of(file, entry, FileCondition.INTACT, language);
  }

  /** Returns a file that was handed in, with what became of it on disk. */
  public static KeptFile of(
      EvidenceFile file,
      Optional<BidEntries.Entry> entry,
      FileCondition condition,
      Language language) {
    PageWords words = PageWords.in(language);
    boolean isIntact = condition == FileCondition.INTACT;
    return new KeptFile(
        file.id(),
        Column.harmless(file.name()),
        file.type().name(),
        words.text("file.size", Map.of("size", EvidenceFiles.mebibytes(file.size()))),
        file.digest(),
        entry.map(one -> label(one, language)).orElse(null),
        words.text(
            "file.added",
            Map.of("at", Moments.second(file.at()), "by", Column.harmless(file.by()))),
        isIntact ? "/files/" + file.digest() : null,
        isIntact
            ? null
            : words.text(condition == FileCondition.MISSING ? "file.missing" : "file.changed"),
        null);
  }

  /** Returns it with the address that removes it. */
  public KeptFile removable(String address) {
    return new KeptFile(id, name, kind, size, digest, entry, added, this.address, trouble, address);
  }

  /** Returns an entry of the list of documents in words: its number and its title. */
  public static String label(BidEntries.Entry entry, Language language) {
    String number = entry.pointer().substring(entry.pointer().lastIndexOf('/') + 1);
    Map<String, ?> values =
        Map.of("number", Integer.parseInt(number) + 1, "title", Column.harmless(entry.title()));
    return PageWords.in(language)
        .text(entry.title().isEmpty() ? "file.untitled" : "file.entry", values);
  }
}
