package sixones.pages.draft;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceType;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.submission.DraftFiles;

/**
 * The evidence files of a draft as the template renders them.
 *
 * @param files in the order they came
 * @param entries the documents of the bid a file can be added to
 * @param quota how much is used of what is allowed, in words
 * @param over whether no file is added because the round no longer accepts bids
 * @param trouble why the file was not added; otherwise null
 * @param key the idempotency key of the form
 */
public record DraftFilesView(
    List<Row> files,
    List<Option> entries,
    String quota,
    String limits,
    boolean over,
    ErrorSummary trouble,
    String key) {

  /**
   * One file.
   *
   * @param entry the document it belongs to, in words; null if the bid no longer has it
   * @param digest the beginning of its digest
   * @param address where it is read
   */
  public record Row(
      UUID id,
      String name,
      String kind,
      String size,
      String digest,
      String entry,
      String added,
      String address) {}

  static DraftFilesView of(
      DraftFiles.Kept kept, String chosen, ErrorSummary trouble, Language language) {
    PageWords words = PageWords.in(language);
    return new DraftFilesView(
        kept.files().stream().map(file -> row(file, kept, words)).toList(),
        kept.entries().all().stream()
            .map(
                entry ->
                    new Option(
                        entry.pointer(), label(entry, words), entry.pointer().equals(chosen)))
            .toList(),
        words.text(
            "applicant.files.quota",
            Map.of(
                "bid", EvidenceFiles.mebibytes(kept.used().owner()),
                "mostOfBid", EvidenceFiles.mebibytes(kept.used().quota().owner()),
                "all", EvidenceFiles.mebibytes(kept.used().applicant()),
                "mostOfAll", EvidenceFiles.mebibytes(kept.used().quota().applicant()))),
        words.text(
            "applicant.files.limits",
            Map.of(
                "most", EvidenceFiles.mebibytes(kept.used().quota().file()),
                "known", EvidenceType.known())),
        kept.over(),
        trouble,
        UUID.randomUUID().toString());
  }

  private static Row row(EvidenceFile file, DraftFiles.Kept kept, PageWords words) {
    return new Row(
        file.id(),
        Column.harmless(file.name()),
        file.type().name(),
        words.text("applicant.files.size", Map.of("size", EvidenceFiles.mebibytes(file.size()))),
        file.digest().substring(7, 19),
        kept.entry(file).map(entry -> label(entry, words)).orElse(null),
        words.text(
            "applicant.files.added",
            Map.of("at", Moments.second(file.at()), "by", Column.harmless(file.by()))),
        "/files/" + file.digest());
  }

  private static String label(BidEntries.Entry entry, PageWords words) {
    String number = entry.pointer().substring(entry.pointer().lastIndexOf('/') + 1);
    Map<String, ?> values =
        Map.of("number", Integer.parseInt(number) + 1, "title", Column.harmless(entry.title()));
    return words.text(
        entry.title().isEmpty() ? "applicant.files.untitled" : "applicant.files.entry", values);
  }
}
