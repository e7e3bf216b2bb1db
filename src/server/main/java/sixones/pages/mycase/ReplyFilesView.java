package sixones.pages.mycase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import sixones.casework.ReplyFiles;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.FileOwner;
import sixones.pages.bid.FileLimits;
import sixones.pages.bid.KeptFile;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/**
 * The evidence files of a reply, as the template renders them.
 *
 * @param self the address of the page
 * @param name the name of the draft the reply is written in
 * @param added those added for the reply, in the order they came
 * @param before those handed in with the bid that the reply takes the place of
 * @param entries the documents a file can be added to
 * @param quota how much is used of what is allowed, in words
 * @param awaited whether a reply is awaited, so that files can be added
 * @param trouble why a file was not added; otherwise null
 * @param key the idempotency key of the form
 */
public record ReplyFilesView(
    String self,
    String back,
    String name,
    List<KeptFile> added,
    List<KeptFile> before,
    List<Option> entries,
    String quota,
    String limits,
    boolean awaited,
    ErrorSummary trouble,
    String key) {

  /** What a page shows besides the files: the draft, and what was sent if it was refused. */
  record Shown(UUID bidCase, UUID draft, String name, String chosen, ErrorSummary trouble) {
    String reply() {
      return "/applicant/cases/" + bidCase + "/reply/" + draft;
    }
  }

  static ReplyFilesView of(ReplyFiles.Kept kept, Shown shown, Language language) {
    String self = shown.reply() + "/files";
    return new ReplyFilesView(
        self,
        shown.reply(),
        shown.name(),
        kept.added().stream()
            .map(file -> file(kept, file, language).removable(removal(self, file)))
            .toList(),
        kept.before().stream().map(file -> file(kept, file, language)).toList(),
        kept.open().stream()
            .map(
                entry ->
                    new Option(
                        entry.pointer(),
                        KeptFile.label(entry, language),
                        entry.pointer().equals(shown.chosen())))
            .toList(),
        PageWords.in(language).text("mycase.files.quota", FileLimits.used(kept.used())),
        FileLimits.words(kept.used().quota(), language),
        kept.awaited(),
        shown.trouble(),
        UUID.randomUUID().toString());
  }

  private static KeptFile file(ReplyFiles.Kept kept, EvidenceFile file, Language language) {
    Optional<BidEntries.Entry> entry = kept.entry(file);
    return KeptFile.of(file, entry, language);
  }

  /** What was added to the draft before it became a reply is removed from the draft. */
  private static String removal(String self, EvidenceFile file) {
    String from =
        file.owner().kind() == FileOwner.Kind.CASE
            ? self
            : "/applicant/drafts/" + file.owner().id() + "/files";
    return from + "/" + file.id() + "/removal";
  }

  /** Returns the files that would be handed in with the reply, and those that would not. */
  static List<KeptFile> along(ReplyFiles.Kept kept, Language language) {
    return Stream.concat(
            kept.along().stream(), kept.added().stream().filter(file -> kept.entry(file).isEmpty()))
        .map(file -> file(kept, file, language))
        .toList();
  }
}
