package sixones.pages.report;

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
public final class Sources {
  /** The last part of a source's title names the passage. */
  private static final Pattern PASSAGE = Pattern.compile("(.*)(?:, |，)([^,，]+)");

  /**
   * A source.
   *
   * @param address where it can be read; null if nowhere on the web
   */
  public record Source(String title, String address, List<Cited> passages) {}

  /** A passage of a source and the number it is cited by. */
  public record Cited(int number, String passage) {}

  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** Returns the sources of a report, those of what is to be done first. */
  public static Sources of(ReportView report) {
    List<Passage> cited = new ArrayList<>();
    report.groups().forEach(group -> cited.add(group.demand()));
    List<ReportView.FindingView> findings = new ArrayList<>();
    report.groups().forEach(group -> findings.addAll(group.findings().open()));
    findings.addAll(report.whole().open());
    findings.addAll(report.left());
    findings.addAll(report.remarks());
    findings.addAll(report.context());
    report.groups().forEach(group -> findings.addAll(group.findings().passed()));
    findings.addAll(report.whole().passed());
    findings.forEach(finding -> cited.add(finding.demand()));
    report.basis().notEvaluated().forEach(one -> cited.add(one.demand()));
    return new Sources(cited);
  }

  /** Numbers passages by their sources, in the order the sources are first cited. */
  private Sources(List<Passage> cited) {
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
  public int number(Passage passage) {
    return numbers.get(key(passage.source(), passage.address()));
  }

  /** Returns the sources in the order they are first cited. */
  public List<Source> all() {
    return sources;
  }
}
