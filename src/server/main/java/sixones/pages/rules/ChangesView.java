package sixones.pages.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.LineChange;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetDifference;
import sixones.ruleset.RuleSetDifference.Kind;
import sixones.ruleset.TreeChange;
import sixones.text.Words;

/**
 * What changed between two versions of a rule set, as its template renders it.
 *
 * @param lead which versions are compared, in words
 * @param before null if there is no version before
 * @param versions the versions it can be compared with; the present one is selected
 * @param sections what changed, by subject; those without a change are left out
 */
public record ChangesView(
    String title,
    String lead,
    String address,
    Side before,
    Side after,
    List<Option> versions,
    List<Section> sections) {
  /** So many entries of a section, and of an entry, are shown. */
  private static final int MOST = 200;

  /** So many characters of a value are shown. */
  private static final int LONGEST = 1_000;

  /** One of the two versions; its address is null if there is no such version. */
  public record Side(String version, String address) {
    static Side of(RuleSet set) {
      return new Side(set.version(), PageAddresses.rules(set));
    }
  }

  /**
   * What changed of one subject.
   *
   * @param count how many entries changed
   */
  public record Section(String id, String title, int count, List<Item> items) {
    /** Returns how many entries are not shown. */
    public int omitted() {
      return count - items.size();
    }
  }

  /**
   * One entry that changed.
   *
   * @param title its title; null if it has none but its name
   * @param address the address of its page, or null
   * @param kind whether it was added, removed or changed, in words
   * @param omitted how many pairs and lines are not shown
   */
  public record Item(
      String name,
      String title,
      String address,
      String kind,
      String tone,
      List<Pair> pairs,
      List<Line> lines,
      int omitted) {}

  /**
   * A text before and after.
   *
   * @param before null if there was none
   * @param after null if there is none
   * @param lang the language of the texts; null for that of the page
   */
  public record Pair(String label, String before, String after, String lang) {}

  /** A line of a file: its sign, and in words whether it was added or removed. */
  public record Line(String sign, String tone, String kind, String text) {}

  /** Returns a view of a difference. */
  static ChangesView of(RuleSetDifference difference, List<RuleSet> versions, Language language) {
    return new Builder(difference, language).view(versions);
  }

  /** Returns a view of a version before which there is none. */
  static ChangesView first(RuleSet set, List<RuleSet> versions, Language language) {
    return new ChangesView(
        Messages.of(set, language).title(set),
        PageWords.in(language).text("changes.first", Map.of("after", set.version())),
        PageAddresses.rules(set) + "/changes",
        null,
        Side.of(set),
        others(set, null, versions),
        List.of());
  }

  private static List<Option> others(RuleSet set, RuleSet chosen, List<RuleSet> versions) {
    return versions.stream()
        .filter(other -> !other.version().equals(set.version()))
        .map(
            other ->
                new Option(
                    other.version(),
                    other.version(),
                    chosen != null && other.version().equals(chosen.version())))
        .toList();
  }

  /** Puts the sections together. */
  private static final class Builder {
    private final RuleSetDifference difference;
    private final Messages before;
    private final Messages after;
    private final PageWords words;

    Builder(RuleSetDifference difference, Language language) {
      this.difference = difference;
      this.before = Messages.of(difference.before(), language);
      this.after = Messages.of(difference.after(), language);
      this.words = PageWords.in(language);
    }

    ChangesView view(List<RuleSet> versions) {
      List<Section> sections = new ArrayList<>();
      add(sections, "changes.rules", difference.rules().stream().map(this::item).toList());
      add(sections, "changes.words", difference.words().stream().map(this::item).toList());
      add(
          sections,
          "changes.parameters",
          difference.parameters().stream().map(this::item).toList());
      add(sections, "changes.contract", difference.contract().stream().map(this::item).toList());
      add(sections, "changes.citations", difference.citations().stream().map(this::item).toList());
      add(
          sections,
          "changes.applicants",
          difference.applicants().stream().map(this::item).toList());
      if (!difference.divisions().isEmpty()) {
        Item table =
            item("divisions.tsv", null, null, Kind.CHANGED, List.of(), difference.divisions());
        add(sections, "changes.divisions", List.of(table));
      }
      add(sections, "changes.described", difference.described().stream().map(this::item).toList());
      RuleSet set = difference.after();
      return new ChangesView(
          after.title(set),
          words.text(
              "changes.lead",
              Map.of("before", difference.before().version(), "after", set.version())),
          PageAddresses.rules(set) + "/changes",
          Side.of(difference.before()),
          Side.of(set),
          others(set, difference.before(), versions),
          sections);
    }

    private void add(List<Section> sections, String title, List<Item> items) {
      if (!items.isEmpty()) {
        List<Item> shown = items.stream().limit(MOST).toList();
        String id = title.substring(title.indexOf('.') + 1);
        sections.add(new Section(id, words.text(title), items.size(), shown));
      }
    }

    private Item item(RuleSetDifference.RuleChange rule) {
      boolean gone = rule.kind() == Kind.REMOVED;
      RuleSet set = gone ? difference.before() : difference.after();
      List<Pair> pairs =
          rule.members().stream()
              .map(m -> pair(words.text("changes.member." + m.name()), m.before(), m.after()))
              .toList();
      return item(
          rule.id(),
          (gone ? before : after).title(rule.id()),
          PageAddresses.rules(set) + "/" + rule.id(),
          rule.kind(),
          pairs,
          rule.source());
    }

    private Item item(RuleSetDifference.WordChange word) {
      List<Pair> pairs = new ArrayList<>();
      Words was = word.before();
      Words is = word.after();
      add(pairs, "changes.zh", was.zh(), is.zh(), Language.ZH_CN);
      add(pairs, "changes.en", was.en(), is.en(), Language.EN);
      boolean hadNone = was.en() == null && was.zh() == null;
      boolean hasNone = is.en() == null && is.zh() == null;
      Kind kind = hadNone ? Kind.ADDED : hasNone ? Kind.REMOVED : Kind.CHANGED;
      return item(word.key(), null, null, kind, pairs, List.of());
    }

    private void add(List<Pair> pairs, String label, String was, String is, Language language) {
      if (was == null ? is != null : !was.equals(is)) {
        pairs.add(new Pair(words.text(label), cut(was), cut(is), language.tag()));
      }
    }

    private Item item(RuleSetDifference.ParameterChange parameter) {
      boolean gone = parameter.kind() == Kind.REMOVED;
      RuleSet set = gone ? difference.before() : difference.after();
      List<Pair> pairs = new ArrayList<>();
      parameter
          .values()
          .forEach(v -> pairs.add(pair(holds(v.holds()), value(v.before()), value(v.after()))));
      parameter.members().forEach(change -> pairs.add(pair(change)));
      String title = (gone ? before : after).in(set.parameters().get(parameter.id()).title());
      return item(parameter.id(), title, null, parameter.kind(), pairs, List.of());
    }

    private Item item(RuleSetDifference.EntryChange entry) {
      List<Pair> pairs = entry.members().stream().map(this::pair).toList();
      return item(entry.id(), null, null, entry.kind(), pairs, List.of());
    }

    private Item item(TreeChange change) {
      Kind kind =
          change.before() == null
              ? Kind.ADDED
              : change.after() == null ? Kind.REMOVED : Kind.CHANGED;
      boolean isOrder = change.pointer().endsWith("/*");
      String title = isOrder ? words.text("changes.order") : null;
      Pair pair = pair("", value(change.before()), value(change.after()));
      return item(change.pointer(), title, null, kind, List.of(pair), List.of());
    }

    private Item item(
        String name,
        String title,
        String address,
        Kind kind,
        List<Pair> pairs,
        List<LineChange> lines) {
      return new Item(
          name,
          title,
          address,
          words.text(
              switch (kind) {
                case ADDED -> "changes.added";
                case REMOVED -> "changes.removed";
                case CHANGED -> "changes.changed";
              }),
          switch (kind) {
            case ADDED -> "good";
            case REMOVED -> "bad";
            case CHANGED -> "calm";
          },
          pairs.stream().limit(MOST).toList(),
          lines.stream().limit(MOST).map(this::line).toList(),
          Math.max(0, pairs.size() - MOST) + Math.max(0, lines.size() - MOST));
    }

    private Line line(LineChange line) {
      return switch (line.sign()) {
        case '+' -> new Line("+", "good", words.text("changes.added"), line.text());
        case '-' -> new Line("−", "bad", words.text("changes.removed"), line.text());
        case '…' -> new Line("⋮", "calm", null, "");
        default -> new Line(" ", "calm", null, line.text());
      };
    }

    /** When and for whom a value holds, in words. */
    private String holds(JsonNode holds) {
      List<String> parts = new ArrayList<>();
      holds
          .fields()
          .forEachRemaining(
              member -> {
                String text = member.getValue().asText();
                parts.add(
                    switch (member.getKey()) {
                      case "from" -> words.text("changes.holds.from", Map.of("value", text));
                      case "call" -> words.text("changes.holds.call", Map.of("value", text));
                      case "place" -> after.division(text);
                      default -> member.getKey() + " " + text;
                    });
              });
      return String.join(words.text("changes.between"), parts);
    }

    private String value(JsonNode value) {
      return value == null ? null : value.isValueNode() ? after.value(value) : written(value);
    }

    /** A list of words as people write it; anything else as it stands. */
    private String written(JsonNode value) {
      boolean words = value.isArray();
      for (JsonNode entry : value) {
        words &= entry.isValueNode();
      }
      return words ? after.value(value) : value.toString();
    }

    private Pair pair(TreeChange change) {
      return pair(change.pointer(), value(change.before()), value(change.after()));
    }

    private static Pair pair(String label, String before, String after) {
      return new Pair(label, cut(before), cut(after), null);
    }

    private static String cut(String text) {
      return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
  }
}
