package sixones.pages.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sixones.pages.frame.Option;
import sixones.proceeding.conclusion.OpenPlaces;

/**
 * One part of the form: a field, a group of fields, or a list of entries.
 *
 * @param kind hidden, given, text, area, select, locked, names, members, list or entry
 * @param pointer the JSON Pointer in the bid, which is also the name of the field
 * @param value the text of the field
 * @param offer what can be chosen or added here
 * @param parts the nested parts
 * @param section what the section shows about its requirement, or null
 * @param removable whether it is a list entry with a remove button
 * @param focused whether the field receives the focus
 * @param about what the contract says about the place, beside its labels
 */
public record FormPart(
    String kind,
    String pointer,
    String label,
    String hint,
    String value,
    Offer offer,
    List<FormPart> parts,
    List<Note> notes,
    Section section,
    boolean removable,
    boolean focused,
    About about) {
  private static final Set<String> FIELDS =
      Set.of("hidden", "given", "text", "area", "select", "locked");

  /**
   * What the contract says about a place.
   *
   * @param form the kind of value, such as {@code amount}
   * @param asked why it is asked for; null for what is neither a section nor a field
   */
  public record About(String form, Asked asked) {}

  /**
   * Why a section or a field is asked for.
   *
   * @param address the page that tells it
   * @param place the labels of the place, for whoever does not see where the link stands
   * @param read whether a rule depends on it
   */
  public record Asked(String address, String place, boolean read) {}

  /** Returns the kind of value by the contract, such as {@code amount}. */
  public String form() {
    return about.form();
  }

  /** Returns why it is asked for; null for what is neither a section nor a field. */
  public Asked asked() {
    return about.asked();
  }

  /**
   * What can be chosen or added at a part of the form.
   *
   * @param options the options of a select element; the first is blank
   * @param list the id of the list of suggestions, or null
   * @param add what the button of a list adds, or null
   * @param fresh what can be added to another list for this one to refer to, or null
   * @param most how many characters a free text may have; 0 if it is not free
   */
  public record Offer(List<Option> options, String list, String add, String fresh, int most) {
    static final Offer NOTHING = new Offer(List.of(), null, null, null, 0);
  }

  /**
   * What a section of the form shows about the requirement it answers.
   *
   * @param demand the gist of the demand
   * @param source the cited source
   * @param address the address of that source
   * @param tone the tone of the verdict; null if there is no verdict
   */
  public record Section(
      String demand, String source, String address, String tone, String sign, String verdict) {}

  /** Returns the pointer in a form usable within an element id. */
  public String id() {
    return id(pointer);
  }

  static String id(String pointer) {
    return pointer.isEmpty() ? "bid" : pointer.substring(1).replace('/', '-');
  }

  /**
   * Returns the id of the element that a link to this part targets: its first field, or the button
   * that adds an entry.
   */
  public String target() {
    if (isField()) {
      return "in-" + id();
    }
    return parts.stream()
        .filter(part -> !part.isHidden())
        .findFirst()
        .map(FormPart::target)
        .orElse("add-" + id());
  }

  /** Returns whether nobody sees it; what is said of it belongs to what it is part of. */
  boolean isHidden() {
    return kind.equals("hidden");
  }

  /** Returns whether it is a field rather than a group or list. */
  public boolean isField() {
    return FIELDS.contains(kind);
  }

  /** Returns whether its value cannot be read. */
  public boolean isDefective() {
    return notes.stream().anyMatch(note -> note.tone().equals("defect"));
  }

  /** Returns this part and all nested parts, in document order. */
  List<FormPart> all() {
    List<FormPart> all = new ArrayList<>();
    all.add(this);
    parts.forEach(part -> all.addAll(part.all()));
    return all;
  }

  /** Returns whether it has something to fill in, to add or to remove. */
  boolean isOpen() {
    return all().stream()
        .anyMatch(
            part ->
                part.isField() && !part.isHidden() && !part.isLocked()
                    || part.kind.equals("list") && part.offer.add() != null
                    || part.removable);
  }

  /** Returns whether nothing of it can be changed here, though others could see it. */
  public boolean isLocked() {
    return kind.equals("locked") || !isField() && !isOpen();
  }

  /** Returns what a locked field says, in words. */
  public String shown() {
    return offer.options().stream()
        .filter(Option::selected)
        .findFirst()
        .map(Option::label)
        .orElse(value);
  }

  /** Returns a copy in which only what may change can be changed. */
  FormPart locked(OpenPlaces open, BidForm form) {
    List<FormPart> within = parts.stream().map(part -> part.locked(open, form)).toList();
    boolean changes = open.isOpen(pointer);
    if (isField()) {
      boolean stays = isHidden() || changes;
      return made(stays ? kind : "locked", offer, within, removable && changes);
    }
    if (!kind.equals("list") || open.takesMore(pointer)) {
      boolean refers = offer.fresh() != null && open.takesMore(form.referring(pointer).list());
      Offer less =
          new Offer(offer.options(), offer.list(), offer.add(), refers ? offer.fresh() : null, 0);
      return made(kind, less, within, removable && changes);
    }
    return made(kind, Offer.NOTHING, within, removable && changes);
  }

  private FormPart made(String as, Offer offered, List<FormPart> within, boolean goes) {
    return new FormPart(
        as, pointer, label, hint, value, offered, within, notes, section, goes, focused, about);
  }

  FormPart with(List<FormPart> within, List<Note> said, boolean goOnHere) {
    return new FormPart(
        kind, pointer, label, hint, value, offer, within, said, section, removable, goOnHere,
        about);
  }
}
