package sixones.answer;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words that recur in answers (ids, outcomes, names of values), encoded once. They come from rule
 * sets, never from a draft, so they are few.
 */
final class EncodedWords {
  private static final Map<String, SerializableString> ENCODED = new ConcurrentHashMap<>();

  private EncodedWords() {}

  static SerializableString of(String word) {
    SerializableString encoded = ENCODED.get(word);
    return encoded != null ? encoded : ENCODED.computeIfAbsent(word, SerializedString::new);
  }
}
