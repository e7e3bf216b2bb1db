package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One place where two trees of members differ.
 *
 * @param pointer the place, as a JSON Pointer; its last step is {@code *} where only the order of
 *     the members differs
 * @param before what stood there; null if nothing did
 * @param after what stands there; null if nothing does
 */
public record TreeChange(String pointer, JsonNode before, JsonNode after) {

  /** Returns the places where two trees differ; either tree may be missing or null. */
  static List<TreeChange> between(JsonNode before, JsonNode after) {
    List<TreeChange> changes = new ArrayList<>();
    compare("", orNull(before), orNull(after), changes);
    return changes;
  }

  private static JsonNode orNull(JsonNode node) {
    return node == null || node.isMissingNode() ? null : node;
  }

  private static void compare(
      String pointer, JsonNode before, JsonNode after, List<TreeChange> changes) {
    if (Objects.equals(before, after) && !(before != null && before.isObject())) {
      return;
    }
    if (isObject(before) && isObject(after)) {
      members(pointer, before, after, changes);
    } else if (isListOfObjects(before) && isListOfObjects(after)) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(pointer + "/" + i, before.get(i), after.get(i), changes);
      }
    } else {
      changes.add(new TreeChange(pointer, before, after));
    }
  }

  private static void members(
      String pointer, JsonNode before, JsonNode after, List<TreeChange> changes) {
    for (String name : names(before, after)) {
      String step = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      compare(step, before.get(name), after.get(name), changes);
    }
    ArrayNode was = common(before, after);
    ArrayNode is = common(after, before);
    if (!was.equals(is)) {
      changes.add(new TreeChange(pointer + "/*", was, is));
    }
  }

  private static Set<String> names(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The members of one tree that the other has, too, in their order. */
  private static ArrayNode common(JsonNode one, JsonNode other) {
    ArrayNode common = JsonNodeFactory.instance.arrayNode();
    one.fieldNames()
        .forEachRemaining(
            name -> {
              if (other.has(name)) {
                common.add(name);
              }
            });
    return common;
  }

  private static boolean isObject(JsonNode node) {
    return node != null && node.isObject();
  }

  private static boolean isListOfObjects(JsonNode node) {
    return node != null && node.isArray() && !node.isEmpty() && node.get(0).isObject();
  }
}
