package sixones.plain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is left of a name of an industry without its usual ending: its stem. */
public final class Names {
  private static final int SHORTEST = 2;

  private final List<String> endings = new ArrayList<>();

  public Names(Parameters parameters) {
    for (String ending : parameters.texts("name-endings")) {
      endings.add(Folding.fold(ending));
    }
    endings.sort(Comparator.comparingInt((String word) -> -Characters.count(word)));
  }

  /** The longest ending a folded text ends with, or nothing. */
  public String ending(String folded) {
    for (String ending : endings) {
      if (folded.endsWith(ending)) {
        return ending;
      }
    }
    return "";
  }

  /** The stem of a folded name. */
  public String stem(String folded) {
    String name = folded;
    for (String less = shorten(name); !less.equals(name); less = shorten(name)) {
      name = less;
    }
    return name;
  }

  private String shorten(String name) {
    String ending = ending(name);
    if (ending.isEmpty()) {
      return name;
    }
    int end = name.length() - ending.length();
    String less = name.substring(0, name.startsWith("-", end - 1) ? end - 1 : end);
    return Characters.count(less) < SHORTEST ? name : less;
  }
}
