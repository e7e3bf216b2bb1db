package sixones.pages.form;

import java.util.ArrayList;
import java.util.List;
import sixones.pages.frame.Option;

/**
 * One part of the form: a field, a group of fields, or a list of entries.
 *
 * @param kind hidden, text, area, select, names, members, list or entry
 * @param pointer where it stands in the bid; the name of its field
 * @param value what is written in the field
 * @param options the words to choose from; the first is blank
 * @param list the id of the list of words it may be filled in from, or null
 * @param parts the parts within
 * @param section what a section of the form says of its requirement, or null
 * @param removable whether it is an entry of a list, which can be taken out
 * @param focused whether the reader goes on from here
 */
public record FormPart(
    String kind,
    String pointer,
    String label,
    String hint,
    String value,
    List<Option> options,
    String list,
    List<FormPart> parts,
    List<Note> notes,
    Section section,
    boolean removable,
    boolean focused) {

  /** The pointer as part of an id. */
  public String id() {
    return id(pointer);
  }

  static String id(String pointer) {
    return pointer.isEmpty() ? "bid" : pointer.substring(1).replace('/', '-');
  }

  /** The id of what a link to this part leads to: a field, or the button that adds one. */
  public String target() {
    if (isField()) {
      return "in-" + id();
    }
    return parts.isEmpty() ? "add-" + id() : parts.get(0).target();
  }

  /** Whether it is a field, not a group or a list of them. */
  public boolean isField() {
    return Shapes.isField(Shapes.at(pointer));
  }

  /** The kind of text it takes, {@code amount} for one, or "". */
  public String form() {
    return Shapes.kind(pointer);
  }

  /** Whether what is written in it cannot be read. */
  public boolean isDefective() {
    return notes.stream().anyMatch(note -> note.tone().equals("defect"));
  }

  /** This part and all within it. */
  List<FormPart> all() {
    List<FormPart> all = new ArrayList<>();
    all.add(this);
    parts.forEach(part -> all.addAll(part.all()));
    return all;
  }

  FormPart with(List<FormPart> within, List<Note> said, boolean goOnHere) {
    return new FormPart(
        kind, pointer, label, hint, value, options, list, within, said, section, removable,
        goOnHere);
  }
}
