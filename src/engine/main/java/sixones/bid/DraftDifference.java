package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes a structural difference of two drafts, value by value. Entries of a list are matched by
 * content, so that removing one entry does not report a change of every entry after it.
 */
public final class DraftDifference {
  /** The largest product of list lengths for an optimal match; longer lists are paired by index. */
  private static final int MOST_PAIRS = 400;

  /**
   * One value that differs.
   *
   * @param before the pointer in the earlier draft; null if the value was blank
   * @param after the pointer in the later draft; null if the value is blank
   * @param was the earlier value; null if blank
   * @param is the later value; null if blank
   */
  public record Change(String before, String after, JsonNode was, JsonNode is) {}

  /**
   * Two entries of lists that are compared with each other.
   *
   * @param before the index in the earlier list; -1 if the entry has no counterpart there
   * @param after the index in the later list; -1 if the entry has no counterpart there
   */
  public record Pair(int before, int after) {}

  private DraftDifference() {}

  /** Returns the values that differ between two trees, in their order. */
  public static List<Change> between(JsonNode before, JsonNode after) {
    return between("", before, "", after);
  }

  /** Returns the values that differ, in the order of the drafts. */
  public static List<Change> between(Draft before, Draft after) {
    return between("", before.tree(), "", after.tree());
  }

  private static List<Change> between(String from, JsonNode was, String to, JsonNode is) {
    List<Change> changes = new ArrayList<>();
    if (was.isObject() && is.isObject()) {
      for (String name : names(was, is)) {
        String step = "/" + name;
        changes.addAll(between(from + step, was.path(name), to + step, is.path(name)));
      }
    } else if (was.isArray() && is.isArray()) {
      entries(from, was, to, is, changes);
    } else if (was.isContainerNode() || is.isContainerNode()) {
      left(from, was, changes);
      came(to, is, changes);
    } else if (!said(was).equals(said(is))) {
      changes.add(
          new Change(
              isBlank(was) ? null : from,
              isBlank(is) ? null : to,
              isBlank(was) ? null : was,
              isBlank(is) ? null : is));
    }
    return changes;
  }

  private static Set<String> names(JsonNode was, JsonNode is) {
    Set<String> names = new LinkedHashSet<>();
    was.fieldNames().forEachRemaining(names::add);
    is.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode said(JsonNode node) {
    return isBlank(node) ? MissingNode.getInstance() : node;
  }

  private static boolean isBlank(JsonNode node) {
    return node.isNull() || node.isMissingNode();
  }

  /** Compares two lists, entry by matched entry. */
  private static void entries(
      String from, JsonNode was, String to, JsonNode is, List<Change> changes) {
    for (Pair pair : pairs(was, is)) {
      if (pair.after() < 0) {
        left(from + "/" + pair.before(), was.get(pair.before()), changes);
      } else if (pair.before() < 0) {
        came(to + "/" + pair.after(), is.get(pair.after()), changes);
      } else {
        changes.addAll(
            between(
                from + "/" + pair.before(),
                was.get(pair.before()),
                to + "/" + pair.after(),
                is.get(pair.after())));
      }
    }
  }

  /**
   * Matches the entries of two lists in their order: first their equal beginning and end, then the
   * entries between, so that the fewest values differ.
   */
  public static List<Pair> pairs(JsonNode was, JsonNode is) {
    int start = 0;
    int wasEnd = was.size();
    int isEnd = is.size();
    while (start < wasEnd && start < isEnd && was.get(start).equals(is.get(start))) {
      start++;
    }
    while (wasEnd > start && isEnd > start && was.get(wasEnd - 1).equals(is.get(isEnd - 1))) {
      wasEnd--;
      isEnd--;
    }
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < start; i++) {
      all.add(new Pair(i, i));
    }
    for (int[] pair : pairs(was, start, wasEnd, is, start, isEnd)) {
      all.add(new Pair(pair[0], pair[1]));
    }
    for (int i = 0; wasEnd + i < was.size(); i++) {
      all.add(new Pair(wasEnd + i, isEnd + i));
    }
    return all;
  }

  /**
   * Returns the pairs of matched indexes that minimize the number of changes. An index is -1 for an
   * entry without a counterpart.
   */
  private static int[][] pairs(
      JsonNode was, int wasStart, int wasEnd, JsonNode is, int isStart, int isEnd) {
    int rows = wasEnd - wasStart;
    int columns = isEnd - isStart;
    if (rows * columns > MOST_PAIRS) {
      return inOrder(wasStart, rows, isStart, columns);
    }
    int[][] cost = new int[rows + 1][columns + 1];
    int[][] paired = new int[rows][columns];
    for (int i = rows; i >= 0; i--) {
      for (int j = columns; j >= 0; j--) {
        if (i == rows && j == columns) {
          continue;
        }
        int best = Integer.MAX_VALUE;
        if (i < rows) {
          best = Math.min(best, cost[i + 1][j] + count(was.get(wasStart + i)));
        }
        if (j < columns) {
          best = Math.min(best, cost[i][j + 1] + count(is.get(isStart + j)));
        }
        if (i < rows && j < columns) {
          paired[i][j] = between("", was.get(wasStart + i), "", is.get(isStart + j)).size();
          best = Math.min(best, cost[i + 1][j + 1] + paired[i][j]);
        }
        cost[i][j] = best;
      }
    }
    List<int[]> pairs = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < rows || j < columns) {
      if (i < rows && j < columns && cost[i][j] == cost[i + 1][j + 1] + paired[i][j]) {
        pairs.add(new int[] {wasStart + i++, isStart + j++});
      } else if (i < rows && cost[i][j] == cost[i + 1][j] + count(was.get(wasStart + i))) {
        pairs.add(new int[] {wasStart + i++, -1});
      } else {
        pairs.add(new int[] {-1, isStart + j++});
      }
    }
    return pairs.toArray(new int[0][]);
  }

  private static int[][] inOrder(int wasStart, int rows, int isStart, int columns) {
    int[][] pairs = new int[Math.max(rows, columns)][];
    for (int k = 0; k < pairs.length; k++) {
      pairs[k] = new int[] {k < rows ? wasStart + k : -1, k < columns ? isStart + k : -1};
    }
    return pairs;
  }

  private static int count(JsonNode node) {
    List<Change> all = new ArrayList<>();
    came("", node, all);
    return Math.max(1, all.size());
  }

  private static void left(String at, JsonNode node, List<Change> changes) {
    if (node.isContainerNode()) {
      below(at, node).forEach(each -> left(each.at(), each.node(), changes));
    } else if (!isBlank(node)) {
      changes.add(new Change(at, null, node, null));
    }
  }

  private static void came(String at, JsonNode node, List<Change> changes) {
    if (node.isContainerNode()) {
      below(at, node).forEach(each -> came(each.at(), each.node(), changes));
    } else if (!isBlank(node)) {
      changes.add(new Change(null, at, null, node));
    }
  }

  private record Below(String at, JsonNode node) {}

  private static List<Below> below(String at, JsonNode node) {
    List<Below> below = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(e -> below.add(new Below(at + "/" + e.getKey(), e.getValue())));
    } else {
      for (int i = 0; i < node.size(); i++) {
        below.add(new Below(at + "/" + i, node.get(i)));
      }
    }
    return below;
  }
}
