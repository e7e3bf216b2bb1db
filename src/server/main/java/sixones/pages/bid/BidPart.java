package sixones.pages.bid;

import java.util.ArrayList;
import java.util.List;
import sixones.bid.BidContract;
import sixones.pages.form.Note;

/**
 * One part of a bid as it is read: a field with its value in words, or a part with parts of its
 * own. A text may hold line feeds; it holds no other control or format character.
 *
 * @param pointer the JSON Pointer in the bid
 * @param text the value in words, whole; empty if it is blank or the part has parts
 * @param written the value as it is written, to compare it with another; empty as {@code text} is
 * @param parts the nested parts; of a reference, what the bid says about the document
 * @param notes what rules found at the place, worst first
 */
public record BidPart(
    Kind kind,
    String pointer,
    String label,
    State state,
    String text,
    String written,
    List<BidPart> parts,
    List<Note> notes) {

  /** What a part is. */
  public enum Kind {
    /** One value. */
    FIELD,
    /** A group of fields. */
    GROUP,
    /** The same name in several languages. */
    NAMES,
    /** A list of entries. */
    LIST,
    /** An entry of a list that has parts of its own. */
    ENTRY,
    /** The id of a document of the bid's list; its parts are those of the document. */
    REFERENCE,
    /** A member the contract does not have; its text is what is written. */
    OTHER
  }

  /** Whether a part states anything. */
  public enum State {
    STATED,
    /** Nothing is stated, in it or in any of its parts. */
    BLANK,
    /** What is written cannot be read; the text is what is written. */
    UNREADABLE
  }

  /** Returns whether nothing is stated. */
  public boolean isBlank() {
    return state == State.BLANK;
  }

  /** Returns whether what is written cannot be read. */
  public boolean isUnreadable() {
    return state == State.UNREADABLE;
  }

  /** Returns whether it is one value. */
  public boolean isField() {
    return kind == Kind.FIELD;
  }

  /** Returns whether it is one name in several languages. */
  public boolean isNames() {
    return kind == Kind.NAMES;
  }

  /** Returns whether it is a list of entries. */
  public boolean isList() {
    return kind == Kind.LIST;
  }

  /** Returns whether it is an entry with parts of its own. */
  public boolean isEntry() {
    return kind == Kind.ENTRY;
  }

  /** Returns whether it names a document. */
  public boolean isReference() {
    return kind == Kind.REFERENCE;
  }

  /** Returns whether the contract does not have it. */
  public boolean isOther() {
    return kind == Kind.OTHER;
  }

  /** Returns the id of the element that shows it; null for what the contract does not have. */
  public String id() {
    return kind == Kind.OTHER ? null : "b-" + pointer.substring(1).replace('/', '-');
  }

  /** Returns the worst note; null if there is none. */
  public Note worst() {
    return notes.isEmpty() ? null : notes.get(0);
  }

  /** Returns all nested parts that have notes. */
  public List<BidPart> noted() {
    return all().stream().filter(part -> part != this && part.worst() != null).toList();
  }

  /** Returns this part and all nested parts, in document order; not those of documents. */
  public List<BidPart> all() {
    List<BidPart> all = new ArrayList<>();
    all.add(this);
    if (kind != Kind.REFERENCE) {
      parts.forEach(part -> all.addAll(part.all()));
    }
    return all;
  }

  /**
   * Returns whether only the applicant and the office may see what it states, or such a value is
   * among what it shows as it is written.
   */
  boolean isHiddenBy(BidContract contract) {
    return contract.isHidden(pointer) || parts.isEmpty() && contract.isHiddenWithin(pointer);
  }

  /** Returns a field in its place that states other words. */
  BidPart saying(String words) {
    return new BidPart(Kind.FIELD, pointer, label, State.STATED, words, words, List.of(), notes);
  }

  BidPart with(List<BidPart> within, List<Note> said) {
    return new BidPart(kind, pointer, label, state, text, written, within, said);
  }
}
