package sixones.answer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that recur in answers (ids, outcomes, names of values), encoded once. They come from rule
 * sets, never from a draft, so they are few.
 */
final class EncodedWords {
  private static final Map<String, byte[]> WORDS = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> NAMES = new ConcurrentHashMap<>();

  private EncodedWords() {}

  /** Returns a word as a JSON text. */
  static byte[] word(String word) {
    byte[] encoded = WORDS.get(word);
    return encoded != null ? encoded : WORDS.computeIfAbsent(word, JsonBytes::encoded);
  }

  /** Returns a word as the name of a member in JSON, with the colon. */
  static byte[] name(String name) {
    byte[] encoded = NAMES.get(name);
    return encoded != null ? encoded : NAMES.computeIfAbsent(name, JsonBytes::name);
  }
}
