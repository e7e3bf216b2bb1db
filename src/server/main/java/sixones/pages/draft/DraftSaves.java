package sixones.pages.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.draft.EarlierSavings;
import sixones.draft.Occasion;
import sixones.draft.Source;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.form.BidForm;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.Untouched;
import sixones.pages.frame.NoRoom;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.report.Language;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.ruleset.RuleSet;

/**
 * Saves what a draft's page sent. Whatever could not be saved because of another saving is set
 * aside among the earlier savings; whatever an act replaces is kept there first.
 */
@ApplicationScoped
class DraftSaves {
  /** The field with the number of what was set aside for this window. */
  private static final String ASIDE = "aside";

  private static final String UNDO = "undo";

  @Inject WorkingDrafts drafts;
  @Inject EarlierSavings earlier;
  @Inject DraftBasis basis;
  @Inject Checks checks;

  /**
   * The result of saving.
   *
   * @param changed the form as submitted; null if the draft was edited as text
   * @param undo how to bring back the entry that was removed; null if none was
   */
  record Kept(DraftView view, Checks.Changed changed, CheckView.Undo undo) {}

  /**
   * Saves a form or a text.
   *
   * @param sent the submitted fields
   * @param asked whether the person asked for it, rather than the page by itself
   */
  Kept keep(
      Person person,
      WorkingDrafts.Saved before,
      Map<String, String> sent,
      boolean asked,
      PageFrame frame) {
    Language language = frame.language();
    Function<String, RuleSet> rules = basis.rules(person, before.draft());
    if (sent.containsKey("text")) {
      boolean isKept = Untouched.text(before.text(), sent.get("text"));
      WorkingDrafts.Text text = isKept ? before.text() : text(sent, before.text().source());
      WorkingDrafts.Replacement change = replacement(text, null, sent);
      DraftView view = new One(person, before, change, sent, frame).keep().view();
      return new Kept(view.inText(text, rules, language), null, null);
    }
    Checks.Changed changed = changed(person, before, sent, rules);
    boolean isRenamed = !before.draft().name().equals(name(sent));
    // A form cannot send back every value exactly as stored, such as a number where text is
    // expected. An explicit save writes what the form states; a save in the background or a rename
    // leaves the bytes alone.
    boolean isKept =
        Untouched.form(before.text(), changed.form())
            && (isRenamed || !asked || Untouched.exactly(before.text(), changed.form()));
    WorkingDrafts.Text text = isKept ? before.text() : text(changed.form(), before);
    String removed = removed(changed, sent);
    WorkingDrafts.Text whole = removed == null ? null : wholeBefore(before, sent, rules);
    One one = new One(person, before, replacement(text, whole, sent), sent, frame).keep();
    return new Kept(one.view(), changed, undo(changed, removed, one.replaced(), language));
  }

  /** Returns the form as submitted, after its buttons: an entry added, removed or brought back. */
  private Checks.Changed changed(
      Person person,
      WorkingDrafts.Saved before,
      Map<String, String> sent,
      Function<String, RuleSet> rules) {
    String[] undo = sent.getOrDefault(UNDO, "").split(" ", 2);
    if (undo.length < 2 || !undo[0].matches("[0-9]{1,9}")) {
      return checks.changed(sent, rules);
    }
    BidForm form = checks.sent(sent, rules);
    return earlier
        .ifAny(person, before.draft().id(), Integer.parseInt(undo[0]))
        .flatMap(kept -> checks.kept(kept.text(), rules))
        .map(was -> checks.restored(form, was, undo[1], sent))
        .orElse(checks.unchanged(form, sent));
  }

  /** Returns the pointer of the entry a button removed; null if none did. */
  private static String removed(Checks.Changed changed, Map<String, String> sent) {
    boolean adds = !sent.getOrDefault("add", "").isEmpty() || sent.containsKey(UNDO);
    return adds || changed.list().isEmpty() ? null : sent.get("remove");
  }

  /** Returns the text with the entry that is about to go, as it was typed. */
  private WorkingDrafts.Text wholeBefore(
      WorkingDrafts.Saved before, Map<String, String> sent, Function<String, RuleSet> rules) {
    BidForm form = checks.sent(sent, rules);
    return Untouched.form(before.text(), form) ? before.text() : text(form, before);
  }

  private static WorkingDrafts.Text text(BidForm form, WorkingDrafts.Saved before) {
    return new WorkingDrafts.Text(Draft.Format.JSON, form.file(), before.text().source());
  }

  /** Returns the text of the submitted text area. */
  static WorkingDrafts.Text text(Map<String, String> sent, Source source) {
    byte[] bytes =
        sent.getOrDefault("text", "").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    return new WorkingDrafts.Text(Draft.Format.of("", bytes), bytes, source);
  }

  /** Returns what a page sent as the text of a draft, without saving it. */
  WorkingDrafts.Text text(
      WorkingDrafts.Saved before, Map<String, String> sent, Function<String, RuleSet> rules) {
    return sent.containsKey("text")
        ? text(sent, before.text().source())
        : text(checks.sent(sent, rules), before);
  }

  private static WorkingDrafts.Replacement replacement(
      WorkingDrafts.Text text, WorkingDrafts.Text whole, Map<String, String> sent) {
    Occasion why =
        sent.containsKey("over")
            ? Occasion.CONFLICT
            : whole != null ? Occasion.REMOVAL : Occasion.TYPING;
    return new WorkingDrafts.Replacement(text, why, whole);
  }

  private CheckView.Undo undo(
      Checks.Changed changed, String removed, Integer number, Language language) {
    return removed == null || number == null
        ? null
        : new CheckView.Undo(
            changed.list(),
            checks.label(changed.form(), removed, language),
            number + " " + removed);
  }

  static String name(Map<String, String> sent) {
    return sent.getOrDefault("name", "").strip();
  }

  /** Returns the number of what was set aside for the window that sent a form; -1 if none. */
  static int aside(Map<String, String> sent) {
    String aside = sent.getOrDefault(ASIDE, "");
    return aside.matches("[0-9]{1,9}") ? Integer.parseInt(aside) : -1;
  }

  /** One saving, with the name as well as the text. */
  private final class One {
    private final Person person;
    private final WorkingDrafts.Saved before;
    private final WorkingDrafts.Replacement change;
    private final Map<String, String> sent;
    private final PageFrame frame;
    private final int revision;
    private DraftView view;
    private Integer replaced;

    One(
        Person person,
        WorkingDrafts.Saved before,
        WorkingDrafts.Replacement change,
        Map<String, String> sent,
        PageFrame frame) {
      this.person = person;
      this.before = before;
      this.change = change;
      this.sent = sent;
      this.frame = frame;
      this.revision = SentForm.revision(sent);
    }

    DraftView view() {
      return view;
    }

    Integer replaced() {
      return replaced;
    }

    One keep() {
      String name = name(sent);
      boolean isKept = Arrays.equals(before.text().bytes(), change.text().bytes());
      if (isKept && before.draft().name().equals(name)) {
        view = DraftView.of(before.draft(), frame.language());
        return this;
      }
      try {
        view = DraftView.of(isKept ? rename(name) : save(name), frame.language());
      } catch (Refused refused) {
        if (refused.why() != Refused.Why.WRONG) {
          view = unsaved(refused).named(name, null);
          return this;
        }
        // Only the name is invalid; the content is still saved.
        String fault = RefusedProblem.of(refused, frame.language()).errors().get(0).detail();
        view = unnamed(isKept).named(name, fault);
      }
      return this;
    }

    private DraftView unnamed(boolean isKept) {
      if (isKept) {
        return DraftView.of(before.draft(), frame.language());
      }
      try {
        return DraftView.of(save(null), frame.language());
      } catch (Refused again) {
        return unsaved(again);
      }
    }

    private WorkingDraft rename(String name) {
      return drafts.rename(person, before.draft().id(), revision, name);
    }

    private WorkingDraft save(String name) {
      WorkingDrafts.Replaced saved =
          drafts.replace(person, before.draft().id(), revision, name, change);
      replaced = saved.before();
      return saved.draft();
    }

    private DraftView unsaved(Refused refused) {
      if (NoRoom.isWhy(refused)) {
        return DraftView.unsaved(before.draft(), revision, NoRoom.trouble(refused, frame));
      }
      if (refused.why() != Refused.Why.STALE) {
        throw refused;
      }
      WorkingDrafts.Text typed = Optional.ofNullable(change.before()).orElse(change.text());
      int aside = earlier.setAside(person, before.draft().id(), typed, aside(sent));
      WorkingDraft other = drafts.find(person, before.draft().id());
      return DraftView.overtaken(other, person, aside, frame.language());
    }
  }
}
