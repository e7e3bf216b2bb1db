package sixones.letter;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import sixones.paper.Typesetter;
import sixones.round.Fault;

/**
 * The text of a letter as it was issued, in both languages: its bytes and their SHA-256. Every
 * rendering is made of it and carries its digest.
 */
public final class FrozenLetter {
  private final Letter letter;
  private final byte[] bytes;
  private final String digest;

  private FrozenLetter(Letter letter, byte[] bytes, String digest) {
    this.letter = letter;
    this.bytes = bytes;
    this.digest = digest;
  }

  /**
   * Fixes the text of a letter.
   *
   * @throws UnfitLetter if a character has no glyph, hides or reorders, or there is too much text
   */
  public static FrozenLetter of(Letter letter, Typesetter typesetter) {
    return of(letter, typesetter::hasGlyph);
  }

  static FrozenLetter of(Letter letter, IntPredicate printed) {
    List<Fault> faults = LetterCheck.faults(letter, printed);
    if (!faults.isEmpty()) {
      throw new UnfitLetter(faults);
    }
    byte[] bytes = LetterJson.bytes(letter);
    return new FrozenLetter(letter, bytes, sha256(bytes));
  }

  /**
   * Returns what would keep a letter from being issued, for a preview; empty if nothing does.
   * {@link LetterWords#fault} says it in words.
   */
  public static List<Fault> faults(Letter letter, Typesetter typesetter) {
    return LetterCheck.faults(letter, typesetter::hasGlyph);
  }

  /**
   * Takes up the text of a letter that was issued.
   *
   * @param digest SHA-256 of the bytes, in hexadecimal, as it was kept
   * @throws ChangedLetter if the bytes are others or no letter
   */
  public static FrozenLetter read(byte[] bytes, String digest) {
    String found = sha256(bytes);
    if (!found.equals(digest)) {
      throw new ChangedLetter("the text has the digest " + found + ", not " + digest, null);
    }
    try {
      return new FrozenLetter(LetterJson.read(bytes), bytes.clone(), digest);
    } catch (IOException e) {
      throw new ChangedLetter("the text of digest " + digest + " is no letter", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public Letter letter() {
    return letter;
  }

  /** Returns its JSON, {@code sixones/letter/1}. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the SHA-256 of its JSON, in hexadecimal. */
  public String digest() {
    return digest;
  }
}
