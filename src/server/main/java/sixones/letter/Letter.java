package sixones.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sixones.text.Words;

/**
 * A letter to an applicant: the same blocks in English and Chinese. {@link Letters} writes it,
 * {@link FrozenLetter} fixes its text.
 *
 * @param issued the day it bears
 * @param digestLabel what its renderings call the digest of the text
 */
public record Letter(
    LetterKind kind,
    About about,
    LocalDate issued,
    Words title,
    List<LetterBlock> blocks,
    Words digestLabel) {
  /**
   * The bid it is about.
   *
   * @param applicant the id of the applicant
   * @param number the submission number
   * @param digest SHA-256 of the bid, in hexadecimal
   */
  public record About(
      String applicant, String number, int version, Instant receivedAt, String digest) {}

  public Letter {
    blocks = List.copyOf(blocks);
  }

  /** Returns its entries of a role, by number. */
  public List<LetterBlock.Entry> entries(LetterBlock.Role role) {
    return blocks.stream()
        .filter(LetterBlock.Entry.class::isInstance)
        .map(LetterBlock.Entry.class::cast)
        .filter(entry -> entry.role() == role)
        .toList();
  }
}
