package sixones.pages.form;

import java.util.Collection;
import java.util.TreeMap;

/** The fields of a form by the steps of their pointers; only what a bid has a place for is read. */
final class Fields {
  private static final int LONGEST_POINTER = 80;

  private final TreeMap<String, Fields> below = new TreeMap<>(Fields::compareSteps);
  private String text;

  /** Keeps the text of a field whose name is a pointer. */
  void put(String pointer, String value) {
    if (!pointer.startsWith("/") || pointer.length() > LONGEST_POINTER) {
      return;
    }
    Fields at = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      at = at.below.computeIfAbsent(step, k -> new Fields());
    }
    // A text area sends CR LF for each end of a line.
    at.text = value.replace("\r\n", "\n");
  }

  private static int compareSteps(String a, String b) {
    boolean numbers = a.matches("[0-9]{1,4}") && b.matches("[0-9]{1,4}");
    int order = numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : 0;
    return order != 0 ? order : a.compareTo(b);
  }

  Fields below(String step) {
    return below.get(step);
  }

  /** The entries of a list, the gaps between their numbers closed. */
  Collection<Fields> inOrder() {
    return below.values();
  }

  String text() {
    return text;
  }
}
