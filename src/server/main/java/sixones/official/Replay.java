package sixones.official;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The result of a replay: what it came to, which rows were changed, and the first difference of the
 * answers.
 *
 * @param changed what no longer is as it was stored, as {@code table.column}; empty if all is
 * @param keptDigest {@code sha256:} of the stored answer
 * @param nowDigest {@code sha256:} of the new answer; null if there is none
 * @param pointer the JSON Pointer of the first difference, in the order of the stored answer; null
 *     if the answers are identical
 * @param kept the stored answer's value at that pointer; null if it has none
 * @param now the new answer's value at that pointer; null if it has none
 */
public record Replay(
    List<String> changed,
    String keptDigest,
    String nowDigest,
    String pointer,
    JsonNode kept,
    JsonNode now) {

  /** What a replay came to. */
  public enum Result {
    /** The new answer is the stored one, and every row says what it says. */
    IDENTICAL,
    /**
     * All that is stored is as it was, and the answers differ: another program ran. It cannot come
     * to this where an evaluation pins its engine.
     */
    OTHER_PROGRAM,
    /** Something that is stored is not as it was. */
    CHANGED;

    /** Returns the word for it, in lower case with hyphens. */
    public String word() {
      return switch (this) {
        case IDENTICAL -> "identical";
        case OTHER_PROGRAM -> "other-program";
        case CHANGED -> "changed";
      };
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  public Replay {
    changed = List.copyOf(changed);
  }

  public boolean identical() {
    return result() == Result.IDENTICAL;
  }

  /** Returns what the replay came to. */
  public Result result() {
    if (!changed.isEmpty()) {
      return Result.CHANGED;
    }
    return pointer == null ? Result.IDENTICAL : Result.OTHER_PROGRAM;
  }

  /**
   * Compares the bytes of two answers.
   *
   * @param now the new answer; null if what is stored gives none
   * @param changed what no longer is as it was stored
   */
  static Replay of(byte[] kept, byte[] now, Collection<String> changed) {
    List<String> named = changed.stream().sorted().toList();
    String keptDigest = OfficialEvaluations.digest(kept);
    if (now == null) {
      return new Replay(named, keptDigest, null, "", null, null);
    }
    String nowDigest = OfficialEvaluations.digest(now);
    if (Arrays.equals(kept, now)) {
      return new Replay(named, keptDigest, nowDigest, null, null, null);
    }
    try {
      JsonNode before = tree(kept);
      JsonNode after = JSON.readTree(now);
      String pointer = firstDifference(before, after);
      // Equal trees from different bytes: the difference is reported at the document root.
      String place = pointer == null ? "" : pointer;
      return new Replay(named, keptDigest, nowDigest, place, at(before, place), at(after, place));
    } catch (IOException e) {
      throw new IllegalStateException("an engine answers in JSON", e);
    }
  }

  /** Parses a stored answer; one that was changed may be no JSON at all. */
  private static JsonNode tree(byte[] kept) {
    try {
      return JSON.readTree(kept);
    } catch (IOException e) {
      return MissingNode.getInstance();
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
