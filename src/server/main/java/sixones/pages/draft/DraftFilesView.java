package sixones.pages.draft;

import java.util.List;
import java.util.UUID;
import sixones.pages.bid.FileLimits;
import sixones.pages.bid.KeptFile;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
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
 * @param action where the form is sent
 */
public record DraftFilesView(
    List<KeptFile> files,
    List<Option> entries,
    String quota,
    String limits,
    boolean over,
    ErrorSummary trouble,
    String key,
    String action) {

  static DraftFilesView of(
      DraftFiles.Kept kept, String self, String chosen, ErrorSummary trouble, Language language) {
    PageWords words = PageWords.in(language);
    String action = self + "/files";
    return new DraftFilesView(
        kept.files().stream()
            .map(
                file ->
                    KeptFile.of(file, kept.entry(file), language)
                        .removable(action + "/" + file.id() + "/removal"))
            .toList(),
        kept.entries().all().stream()
            .map(
                entry ->
                    new Option(
                        entry.pointer(),
                        KeptFile.label(entry, language),
                        entry.pointer().equals(chosen)))
            .toList(),
        words.text("applicant.files.quota", FileLimits.used(kept.used())),
        FileLimits.words(kept.used().quota(), language),
        kept.over(),
        trouble,
        UUID.randomUUID().toString(),
        action);
  }
}
