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
import sixones.pages.form.DefectWords;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.StoredJson;

/**
 * A working draft as its template renders it.
 *
 * @param name the stored name
 * @param written the name as entered in its field
 * @param revision the revision the content was edited from
 * @param saved when it was last saved, in words; null if the shown content is not saved
 * @param conflict the concurrent save that prevented this one; otherwise null
 * @param trouble why the quota prevented a save; otherwise null
 * @param nameFault why the name is invalid; otherwise null
 * @param yaml whether the draft is stored as YAML
 * @param text the text, if the draft cannot be shown as a form; otherwise null
 * @param defects why it cannot be shown as a form
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
    List<DefectWords.Named> defects) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /**
   * A concurrent save by somebody else.
   *
   * @param words who saved and when
   * @param revision the revision they saved
   */
  public record Conflict(String words, int revision) {}

  /** Returns the view of a saved draft. */
  static DraftView of(WorkingDraft draft, Language language) {
    return new DraftView(
        draft.id(),
        draft.name(),
        draft.name(),
        draft.revision(),
        PageWords.in(language).text("applicant.draft.saved-at", Map.of("at", second(draft))),
        null,
        null,
        null,
        draft.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  /**
   * Returns the view of input that lost against a concurrent save. The input is not saved. Its
   * revision is -1, which matches no stored revision, so that it cannot overwrite the other save by
   * accident.
   *
   * @param other the draft as saved by somebody else
   */
  static DraftView overtaken(WorkingDraft other, Language language) {
    Map<String, ?> who = Map.of("by", other.savedBy(), "at", second(other));
    return new DraftView(
        other.id(),
        other.name(),
        other.name(),
        -1,
        null,
        new Conflict(
            PageWords.in(language).text("applicant.draft.conflict", who), other.revision()),
        null,
        null,
        other.form() == Draft.Format.YAML,
        null,
        List.of());
  }

  /** Returns the view of input that could not be saved; the page still shows it. */
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

  /** Returns whether everything shown is saved. */
  boolean isSaved() {
    return conflict == null && trouble == null && nameFault == null;
  }

  /** Returns a copy with the name as entered, and why it is invalid, or null. */
  DraftView named(String nowWritten, String fault) {
    return new DraftView(
        id, name, nowWritten, revision, saved, conflict, trouble, fault, yaml, text, defects);
  }

  /** Returns a copy that shows the draft as text, with the defects that prevent a form. */
  DraftView inText(WorkingDrafts.Text sent, Language language) {
    List<DefectWords.Named> found = List.of();
    try {
      Draft.read(sent.bytes(), sent.form());
    } catch (UnreadableDraft e) {
      found = DefectWords.named(Problem.of(e, language).errors(), language);
    }
    String shown = new String(sent.bytes(), StandardCharsets.UTF_8);
    return new DraftView(
        id, name, written, revision, saved, conflict, trouble, nameFault, yaml, shown, found);
  }

  private static String second(WorkingDraft draft) {
    return SECOND.format(OffsetDateTime.ofInstant(draft.savedAt(), StoredJson.ZONE));
  }

  public String self() {
    return "/applicant/drafts/" + id;
  }
}
