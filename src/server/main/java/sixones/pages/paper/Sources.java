package sixones.pages.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.report.Passage;

/**
 * The sources a document cites, as a numbered list: what is cited of one place stands together, so
 * that each title and each address is printed once.
 */
final class Sources {
  /** The last part of a source's title names the passage. */
  private static final Pattern PASSAGE = Pattern.compile("(.*)(?:, |，)([^,，]+)");

  /**
   * A source.
   *
   * @param address where it can be read; null if nowhere on the web
   */
  record Source(String title, String address, List<Cited> passages) {}

  /** A passage of a source and the number it is cited by. */
  record Cited(int number, String passage) {}

  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Numbers passages by their sources, in the order the sources are first cited. */
  Sources(List<Passage> cited) {
    Map<String, Set<String>> titles = new LinkedHashMap<>();
    Map<String, Passage> first = new LinkedHashMap<>();
    for (Passage passage : cited) {
      String place = passage.address() == null ? title(passage.source()) : passage.address();
      titles.computeIfAbsent(place, p -> new LinkedHashSet<>()).add(passage.source());
      first.putIfAbsent(place, passage);
    }
    titles.forEach((place, of) -> add(first.get(place).address(), List.copyOf(of)));
  }

  private void add(String address, List<String> titles) {
    String shared = title(titles.get(0));
    boolean all = titles.stream().allMatch(title -> title(title).equals(shared));
    List<Cited> passages = new ArrayList<>();
    for (String title : titles) {
      int number = numbers.size() + 1;
      numbers.put(key(title, address), number);
      passages.add(new Cited(number, all ? passage(title) : title));
    }
    sources.add(new Source(all ? shared : "", address, passages));
  }

  private static String title(String source) {
    Matcher parts = PASSAGE.matcher(source);
    return parts.matches() ? parts.group(1) : "";
  }

  private static String passage(String source) {
    Matcher parts = PASSAGE.matcher(source);
    return parts.matches() ? parts.group(2) : source;
  }

  private static String key(String title, String address) {
    return title + "\n" + address;
  }

  /** Returns the number a passage is cited by. */
  int number(Passage passage) {
    return numbers.get(key(passage.source(), passage.address()));
  }

  List<Source> all() {
    return sources;
  }
}
