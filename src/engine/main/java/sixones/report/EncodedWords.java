package sixones.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cache of encoded JSON strings for the words that recur in answers: ids, outcomes and value
 * names. The words come from rule sets and never from a draft, so the cache stays small.
 */
public final class EncodedWords {
  private static final Map<String, SerializableString> ENCODED = new ConcurrentHashMap<>();

  private EncodedWords() {}

  public static SerializableString of(String word) {
    SerializableString encoded = ENCODED.get(word);
    return encoded != null ? encoded : ENCODED.computeIfAbsent(word, SerializedString::new);
  }
}
