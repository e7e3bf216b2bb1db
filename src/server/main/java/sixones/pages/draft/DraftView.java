package sixones.pages.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.form.DefectWords;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.ruleset.RuleSet;

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
 * @param content the text, if the draft cannot be shown as a form; otherwise null
 * @param basis by which day and rules it is checked, in words; null where it is not checked
 * @param replaced the number of the earlier saving whose place the content just took; otherwise
 *     null
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
    Content content,
    String basis,
    Integer replaced) {

  /**
   * A concurrent save, by somebody else or in another window of the same person.
   *
   * @param title whose save it was
   * @param words who saved and when
   * @param revision the revision they saved
   * @param aside the number of the earlier saving that keeps what was not saved; -1 if none does
   */
  public record Conflict(String title, String words, int revision, int aside) {}

  /**
   * A draft that cannot be shown as a form.
   *
   * @param defects why it cannot
   */
  public record Content(String text, List<DefectWords.Named> defects) {}

  /** Returns the view of a saved draft. */
  static DraftView of(WorkingDraft draft, Language language) {
    String saved =
        PageWords.in(language)
            .text("applicant.draft.saved-at", Map.of("at", Moments.second(draft.savedAt())));
    return of(draft, draft.revision(), saved, null, null);
  }

  private static DraftView of(
      WorkingDraft draft, int revision, String saved, Conflict conflict, ErrorSummary trouble) {
    return new DraftView(
        draft.id(),
        draft.name(),
        draft.name(),
        revision,
        saved,
        conflict,
        trouble,
        null,
        draft.form() == Draft.Format.YAML,
        null,
        null,
        null);
  }

  /**
   * Returns the view of input that lost against a concurrent save. The input is not saved. Its
   * revision is -1, which matches no stored revision, so that it cannot overwrite the other save by
   * accident.
   *
   * @param other the draft as it was saved
   * @param person who could not save
   * @param aside the number of the earlier saving that keeps the input; -1 if none does
   */
  static DraftView overtaken(WorkingDraft other, Person person, int aside, Language language) {
    PageWords words = PageWords.in(language);
    String whose =
        other.savedBy().equals(person.name())
            ? "applicant.draft.conflict.own"
            : "applicant.draft.conflict";
    Map<String, ?> who = Map.of("by", other.savedBy(), "at", Moments.second(other.savedAt()));
    Conflict conflict =
        new Conflict(words.text(whose + ".title"), words.text(whose, who), other.revision(), aside);
    return of(other, -1, null, conflict, null);
  }

  /** Returns the view of input that could not be saved; the page still shows it. */
  static DraftView unsaved(WorkingDraft kept, int revision, ErrorSummary trouble) {
    return of(kept, revision, null, null, trouble);
  }

  /** Returns whether everything shown is saved. */
  boolean isSaved() {
    return conflict == null && trouble == null && nameFault == null;
  }

  /** Returns a copy with the name as entered, and why it is invalid, or null. */
  DraftView named(String nowWritten, String fault) {
    return new DraftView(
        id,
        name,
        nowWritten,
        revision,
        saved,
        conflict,
        trouble,
        fault,
        yaml,
        content,
        basis,
        replaced);
  }

  /** Returns a copy that says by which day and rules the draft is checked. */
  DraftView on(String checkedBy) {
    return new DraftView(
        id, name, written, revision, saved, conflict, trouble, nameFault, yaml, content, checkedBy,
        replaced);
  }

  /** Returns a copy that offers to take back what the content replaced. */
  DraftView replacing(int number) {
    return new DraftView(
        id, name, written, revision, saved, conflict, trouble, nameFault, yaml, content, basis,
        number);
  }

  /** Returns a copy that shows the draft as text, with the defects that prevent a form. */
  DraftView inText(WorkingDrafts.Text sent, Function<String, RuleSet> rules, Language language) {
    List<DefectWords.Named> found = List.of();
    RuleSet ruleSet = rules.apply("");
    try {
      ruleSet = rules.apply(Draft.ruleSetOf(sent.bytes(), sent.form()));
      Draft.read(sent.bytes(), sent.form(), ruleSet.contract());
    } catch (UnreadableDraft e) {
      Messages messages = Messages.of(ruleSet, language);
      found = DefectWords.named(Problem.of(e, language).errors(), messages);
    }
    Content shown = new Content(new String(sent.bytes(), StandardCharsets.UTF_8), found);
    return new DraftView(
        id, name, written, revision, saved, conflict, trouble, nameFault, yaml, shown, basis,
        replaced);
  }

  /** Returns the text, if the draft cannot be shown as a form; otherwise null. */
  public String text() {
    return content == null ? null : content.text();
  }

  /** Returns why the draft cannot be shown as a form. */
  public List<DefectWords.Named> defects() {
    return content == null ? List.of() : content.defects();
  }

  /** Returns the number of the earlier saving that keeps what is not saved; empty if none does. */
  public String aside() {
    return conflict == null || conflict.aside() < 0 ? "" : String.valueOf(conflict.aside());
  }

  /** Returns the revision that can be saved over: the present one. */
  public int over() {
    return conflict == null ? revision : conflict.revision();
  }

  public String self() {
    return "/applicant/drafts/" + id;
  }
}
