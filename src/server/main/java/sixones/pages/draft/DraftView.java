package sixones.pages.draft;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.StoredJson;

/**
 * A kept draft as its page shows it.
 *
 * @param name as it is kept
 * @param written the name as written in its field
 * @param revision the revision what is shown was made from
 * @param saved when and by whom it was saved last, in words; null if what is shown is not saved
 * @param conflict what is to be said if somebody else saved meanwhile; else null
 * @param trouble why it could not be saved for want of room; else null
 * @param nameFault what is wrong with the name; else null
 * @param yaml whether it is kept as YAML
 * @param text the text where it is no form; else null
 * @param defects why it is no form
 */
public record DraftView(
    UUID id,
    String name,
    String written,
    int revision,
    String saved,
    Conflict conflict,
    ErrorSummary trouble,
    String nameFault,
    boolean yaml,
    String text,
    List<Problem.Error> defects) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * Somebody else saved in the meantime.
   *
   * @param words who and when
   * @param revision the revision they saved
   */
  public record Conflict(String words, int revision) {}

  /** A draft as it is kept. */
  static DraftView of(WorkingDraft draft, Language language) {
    return new DraftView(
        draft.id(),
        draft.name(),
        draft.name(),
        draft.revision(),
        PageWords.in(language).say("city.draft.saved-at", Map.of("at", second(draft))),
        null,
        null,
        null,
        draft.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  /**
   * What somebody wrote over a draft that was saved by somebody else meanwhile. It is not saved,
   * and stays on the revision it was made from: none that could be saved over unasked.
   */
  static DraftView overtaken(WorkingDraft other, Language language) {
    Map<String, ?> who = Map.of("by", other.savedBy(), "at", second(other));
    return new DraftView(
        other.id(),
        other.name(),
        other.name(),
        -1,
        null,
        new Conflict(PageWords.in(language).say("city.draft.conflict", who), other.revision()),
        null,
        null,
        other.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  /** A draft over which something was written that is not saved: it stays on this page. */
  static DraftView unsaved(WorkingDraft kept, int revision, ErrorSummary trouble) {
    return new DraftView(
        kept.id(),
        kept.name(),
        kept.name(),
        revision,
        null,
        null,
        trouble,
        null,
        kept.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  /** Whether all of what is shown is saved. */
  boolean isSaved() {
    return conflict == null && trouble == null && nameFault == null;
  }

  /** The same with its name as somebody wrote it, and what is wrong with that, or null. */
  DraftView named(String nowWritten, String fault) {
    return new DraftView(
        id, name, nowWritten, revision, saved, conflict, trouble, fault, yaml, text, defects);
  }

  /** The same as a text, with what keeps it from being a form. */
  DraftView inText(WorkingDrafts.Text sent, Language language) {
    List<Problem.Error> found = List.of();
    try {
      Draft.read(sent.bytes(), sent.form());
    } catch (UnreadableDraft e) {
      found = Problem.of(e, language).errors();
    }
    String shown = new String(sent.bytes(), StandardCharsets.UTF_8);
    return new DraftView(
        id, name, written, revision, saved, conflict, trouble, nameFault, yaml, shown, found);
  }

  private static String second(WorkingDraft draft) {
    return SECOND.format(OffsetDateTime.ofInstant(draft.savedAt(), StoredJson.ZONE));
  }

  public String self() {
    return "/city/drafts/" + id;
  }
}
