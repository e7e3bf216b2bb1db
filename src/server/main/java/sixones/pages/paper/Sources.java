package sixones.pages.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.report.Passage;

/** The sources a document cites, numbered in the order they are cited. */
final class Sources {
  /**
   * One source.
   *
   * @param address where it can be read; null if nowhere on the web
   */
  record Source(int number, String title, String address) {}

  private final Map<String, Source> byPlace = new LinkedHashMap<>();

  /** Returns the number a passage is cited by. */
  int cite(Passage passage) {
    String place = passage.source() + "\n" + passage.address();
    return byPlace
        .computeIfAbsent(
            place, p -> new Source(byPlace.size() + 1, passage.source(), passage.address()))
        .number();
  }

  List<Source> all() {
    return new ArrayList<>(byPlace.values());
  }
}
