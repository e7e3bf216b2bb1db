package sixones.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words an answer is made of again and again, encoded once: ids, outcomes, names of values.
 * They come from rule sets, never from a draft, so they are few.
 */
public final class EncodedWords {
  private static final Map<String, SerializableString> ENCODED = new ConcurrentHashMap<>();

  private EncodedWords() {}

  public static SerializableString of(String word) {
    SerializableString encoded = ENCODED.get(word);
    return encoded != null ? encoded : ENCODED.computeIfAbsent(word, SerializedString::new);
  }
}
