package sixones.pages.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.pages.choice.DivisionsByName;
import sixones.pages.frame.PageWords;
import sixones.proceeding.conclusion.OpenPlaces;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.ruleset.RuleSet;

/**
 * The self-check as its template renders it.
 *
 * @param self the address the form is submitted to
 * @param changed the list that gained or lost an entry, or null
 * @param also the list that gained the entry which that one refers to, or null
 * @param asOfNotes the notes on the day of evaluation
 * @param pasted the text of a bid file that cannot be read
 * @param defects why that file cannot be read
 * @param examples the bids a form can be filled in from
 * @param lists the suggestions of the fields
 * @param undo how to bring back the entry that was just removed, or null
 */
public record CheckView(
    String self,
    Summary summary,
    List<FormPart> sections,
    FormPart changed,
    FormPart also,
    String asOf,
    List<Note> asOfNotes,
    String pasted,
    List<DefectWords.Named> defects,
    List<Example> examples,
    List<WordList> lists,
    Undo undo) {

  /**
   * A bid a form can be filled in from.
   *
   * @param madeUp whether the bid is fictitious
   */
  public record Example(String name, String label, boolean madeUp) {}

  static CheckView of(
      String self,
      Check check,
      Language language,
      Map<String, List<String>> accepted,
      DivisionsByName divisions,
      Checks.Changed changed,
      String pasted,
      Examples examples) {
    RuleSet ruleSet = check.form().ruleSet();
    Messages messages = Messages.of(ruleSet, language);
    Report report = check.evaluation() == null ? null : Report.of(check.evaluation(), language);
    Notes notes = Notes.of(check, report, messages, divisions);
    List<FormPart> sections =
        new FormParts(check, report, messages, accepted, changed.focus()).all(notes);
    List<WordList> lists =
        new ArrayList<>(WordList.of(check.form().tree(), check.form().contract(), language));
    lists.addAll(WordList.of(divisions, language));
    lists.addAll(WordList.of(accepted, new ChoiceLabels(ruleSet), messages));
    return new CheckView(
        self,
        Summary.of(check, report, sections, messages, changed.asked()),
        sections,
        part(changed.list(), sections),
        part(changed.also(), sections),
        check.asOf(),
        notes.at("/" + Check.AS_OF),
        pasted,
        List.of(),
        examples.bids(ruleSet).stream().map(bid -> example(bid, language, messages)).toList(),
        lists,
        null);
  }

  private static FormPart part(String pointer, List<FormPart> sections) {
    return sections.stream()
        .flatMap(section -> section.all().stream())
        .filter(part -> part.pointer().equals(pointer))
        .findFirst()
        .orElse(null);
  }

  private static Example example(Examples.Bid bid, Language language, Messages messages) {
    String label =
        bid.madeUp()
            ? PageWords.in(language).text("example." + bid.name())
            : messages.applicant(bid.applicant());
    return new Example(bid.name(), label, bid.madeUp());
  }

  /**
   * The offer to bring back the entry of a list that was just removed.
   *
   * @param list the pointer of the list
   * @param words what was removed
   * @param value what the button sends
   */
  public record Undo(String list, String words, String value) {}

  /** Returns the address the form is submitted to while the user types. */
  public String live() {
    return self.equals("/") ? "/live" : self + "/live";
  }

  /** Returns a copy that offers to bring back what was removed. */
  public CheckView undoing(Undo offer) {
    return new CheckView(
        self, summary, sections, changed, also, asOf, asOfNotes, pasted, defects, examples, lists,
        offer);
  }

  /** Returns a copy in which only what may change can be changed. */
  public CheckView locked(OpenPlaces open, BidForm form) {
    List<FormPart> less = sections.stream().map(section -> section.locked(open, form)).toList();
    return new CheckView(
        self,
        summary,
        less,
        changed == null ? null : part(changed.pointer(), less),
        also == null ? null : part(also.pointer(), less),
        asOf,
        asOfNotes,
        pasted,
        defects,
        examples,
        lists,
        undo);
  }

  /** Returns the largest parts of a form that can be changed as a whole. */
  public List<FormPart> open() {
    List<FormPart> open = new ArrayList<>();
    sections.forEach(section -> open(section, open));
    return open;
  }

  private static void open(FormPart part, List<FormPart> open) {
    if (isWhollyOpen(part)) {
      open.add(part);
    } else {
      part.parts().forEach(within -> open(within, open));
    }
  }

  private static boolean isWhollyOpen(FormPart part) {
    if (part.isField()) {
      return !part.isHidden() && !part.isLocked();
    }
    return part.isOpen()
        && (!part.kind().equals("list") || part.offer().add() != null)
        && (!part.kind().equals("entry") || part.removable())
        && part.parts().stream().allMatch(within -> within.isHidden() || isWhollyOpen(within));
  }

  /** Returns a copy with the defects of a bid file that cannot be read. */
  public CheckView refusing(List<DefectWords.Named> reasons) {
    return new CheckView(
        self, summary, sections, changed, also, asOf, asOfNotes, pasted, reasons, examples, lists,
        undo);
  }

  /** Returns whether the changed list is nested in another part. */
  public boolean isNested() {
    return changed != null && changed.pointer().lastIndexOf('/') > 0;
  }

  /**
   * Returns every part that can show notes, except those within a changed list, which is rendered
   * as a whole.
   */
  public List<FormPart> slots() {
    List<FormPart> slots = new ArrayList<>();
    for (FormPart section : sections) {
      for (FormPart part : section.all()) {
        if (!isWithin(part, changed) && !isWithin(part, also) && !part.isHidden()) {
          slots.add(part);
        }
      }
    }
    return slots;
  }

  private static boolean isWithin(FormPart part, FormPart list) {
    return list != null && (part.pointer() + "/").startsWith(list.pointer() + "/");
  }

  /**
   * Returns every field and every list stated as empty, to be sent as hidden fields where the form
   * itself is not shown.
   */
  public List<FormPart> fields() {
    return sections.stream()
        .flatMap(section -> section.all().stream())
        .filter(part -> part.isField() || !part.value().isEmpty())
        .toList();
  }
}
