package sixones.official;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The result of a replay: byte-identical answers, or the first difference.
 *
 * @param keptDigest {@code sha256:} of the stored answer
 * @param nowDigest {@code sha256:} of the new answer
 * @param pointer the JSON Pointer of the first difference, in the order of the stored answer; null
 *     if the answers are identical
 * @param kept the stored answer's value at that pointer; null if it has none
 * @param now the new answer's value at that pointer; null if it has none
 */
public record Replay(
    String keptDigest, String nowDigest, String pointer, JsonNode kept, JsonNode now) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public boolean identical() {
    return pointer == null;
  }

  /** Compares the bytes of two answers. */
  static Replay of(byte[] kept, byte[] now) {
    String keptDigest = OfficialEvaluations.digest(kept);
    String nowDigest = OfficialEvaluations.digest(now);
    if (Arrays.equals(kept, now)) {
      return new Replay(keptDigest, nowDigest, null, null, null);
    }
    try {
      JsonNode before = JSON.readTree(kept);
      JsonNode after = JSON.readTree(now);
      String pointer = firstDifference(before, after);
      // Equal trees from different bytes: the difference is reported at the document root.
      String place = pointer == null ? "" : pointer;
      return new Replay(keptDigest, nowDigest, place, at(before, place), at(after, place));
    } catch (IOException e) {
      throw new IllegalStateException("an answer that was kept is JSON", e);
    }
  }

  private static JsonNode at(JsonNode tree, String pointer) {
    JsonNode there = tree.at(pointer);
    return there.isMissingNode() ? null : there;
  }

  private static String firstDifference(JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return null;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      return firstOf(names.iterator(), before, after);
    }
    if (before.isArray() && after.isArray()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        String below = firstDifference(before.path(i), after.path(i));
        if (below != null) {
          return "/" + i + below;
        }
      }
    }
    return "";
  }

  private static String firstOf(Iterator<String> names, JsonNode before, JsonNode after) {
    while (names.hasNext()) {
      String name = names.next();
      String below = firstDifference(before.path(name), after.path(name));
      if (below != null) {
        return "/" + name.replace("~", "~0").replace("/", "~1") + below;
      }
    }
    return "";
  }
}
