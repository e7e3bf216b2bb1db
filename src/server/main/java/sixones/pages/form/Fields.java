package sixones.pages.form;

import java.util.Collection;
import java.util.TreeMap;

/**
 * The submitted fields as a tree by the steps of their pointers. Names that are no pointers are
 * ignored.
 */
final class Fields {
  private static final int LONGEST_POINTER = 400;

  private final TreeMap<String, Fields> below = new TreeMap<>(Fields::compareSteps);
  private String text;

  /** Adds a field; ignored if its name is no pointer or too long. */
  void put(String pointer, String value) {
    if (!pointer.startsWith("/") || pointer.length() > LONGEST_POINTER) {
      return;
    }
    Fields at = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      at = at.below.computeIfAbsent(step, k -> new Fields());
    }
    // An HTML form sends every line break of a text area as CR LF.
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

  /**
   * Returns the entries of a list in the order of their indexes; gaps between indexes are closed.
   */
  Collection<Fields> inOrder() {
    return below.values();
  }

  String text() {
    return text;
  }
}
