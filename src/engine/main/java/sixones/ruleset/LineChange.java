package sixones.ruleset;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of two texts that were compared.
 *
 * @param sign {@code -} for a line of the earlier text alone, {@code +} for one of the later alone,
 *     a space for a line of both, {@code …} where lines of both are left out
 */
public record LineChange(char sign, String text) {
  /** So many lines of both stand around a change. */
  private static final int AROUND = 2;

  /** What takes more comparisons is shown as replaced. */
  private static final long MOST_PAIRS = 4_000_000;

  private static final char GAP = '…';

  /** Returns the lines that differ, and a few around them; nothing if none does. */
  static List<LineChange> between(String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    List<String> was = before.lines().toList();
    List<String> is = after.lines().toList();
    int start = 0;
    while (start < Math.min(was.size(), is.size()) && was.get(start).equals(is.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(was.size(), is.size()) - start
        && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
      end++;
    }
    List<LineChange> lines = new ArrayList<>();
    was.subList(0, start).forEach(line -> lines.add(new LineChange(' ', line)));
    lines.addAll(merged(was.subList(start, was.size() - end), is.subList(start, is.size() - end)));
    was.subList(was.size() - end, was.size()).forEach(l -> lines.add(new LineChange(' ', l)));
    return shortened(lines);
  }

  /** Merges two texts along their longest common sequence of lines. */
  private static List<LineChange> merged(List<String> was, List<String> is) {
    if ((long) was.size() * is.size() > MOST_PAIRS) {
      List<LineChange> replaced = new ArrayList<>();
      was.forEach(line -> replaced.add(new LineChange('-', line)));
      is.forEach(line -> replaced.add(new LineChange('+', line)));
      return replaced;
    }
    int[][] common = new int[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = is.size() - 1; j >= 0; j--) {
        common[i][j] =
            was.get(i).equals(is.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<LineChange> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
        merged.add(new LineChange(' ', was.get(i++)));
        j++;
      } else if (j == is.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
        merged.add(new LineChange('-', was.get(i++)));
      } else {
        merged.add(new LineChange('+', is.get(j++)));
      }
    }
    return merged;
  }

  private static List<LineChange> shortened(List<LineChange> merged) {
    List<LineChange> shown = new ArrayList<>();
    for (int i = 0; i < merged.size(); i++) {
      if (isNearChange(merged, i)) {
        shown.add(merged.get(i));
      } else if (shown.isEmpty() || shown.get(shown.size() - 1).sign() != GAP) {
        shown.add(new LineChange(GAP, ""));
      }
    }
    return shown;
  }

  private static boolean isNearChange(List<LineChange> merged, int line) {
    int last = Math.min(merged.size() - 1, line + AROUND);
    for (int i = Math.max(0, line - AROUND); i <= last; i++) {
      if (merged.get(i).sign() != ' ') {
        return true;
      }
    }
    return false;
  }
}
