package sixones.letter;

import java.util.List;
import sixones.text.Words;

/** A part of a letter, in both languages at once. */
public sealed interface LetterBlock {
  /** Whom the letter is for. */
  record Addressee(Words text) implements LetterBlock {}

  /** A heading with its number. */
  record Heading(Words text) implements LetterBlock {}

  record Paragraph(Words text) implements LetterBlock {}

  /** A text with a label. */
  record Field(Words label, Words text) {}

  /** What an entry is. */
  enum Role {
    ITEM,
    GROUND,
    DETERMINATION,
    JUDGEMENT,
    DESPITE
  }

  /**
   * A numbered entry.
   *
   * @param requirement the id of the requirement; null for none
   * @param rule the id of the rule; null for none
   * @param pointers the places of the bid it is about
   * @param mayChange what may be changed because of it, as patterns of pointers
   */
  record Entry(
      Role role,
      int n,
      Words title,
      String requirement,
      String rule,
      List<String> pointers,
      List<String> mayChange,
      List<Field> fields)
      implements LetterBlock {}

  /** Texts with labels. */
  record Fields(List<Field> fields) implements LetterBlock {}

  /** A table; each row has as many cells as the head. */
  record Table(List<Words> head, List<List<Words>> rows) implements LetterBlock {}

  /** The day of the letter; room for signature and seal stands before it. */
  record Closing(Words date) implements LetterBlock {}
}
