package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Rule;
import sixones.text.Words;

/**
 * What changed between two versions of a rule set.
 *
 * @param rules the rules that were added, removed or changed, in the order of the later version
 * @param words the messages, by key
 * @param parameters the parameters, by id
 * @param contract the places of the contract, {@code bid.yaml}
 * @param citations the citations, by id
 * @param applicants the places of {@code applicants.yaml}
 * @param divisions the lines of the table of divisions
 * @param described the places of {@code ruleset.yaml}, but for the version
 */
public record RuleSetDifference(
    RuleSet before,
    RuleSet after,
    List<RuleChange> rules,
    List<WordChange> words,
    List<ParameterChange> parameters,
    List<TreeChange> contract,
    List<EntryChange> citations,
    List<TreeChange> applicants,
    List<LineChange> divisions,
    List<TreeChange> described) {
  private static final String CONTRACT = "bid.yaml";
  private static final String DIVISIONS = "divisions.tsv";

  /** Whether something came, went, or is there in both versions and differs. */
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(Object before, Object after) {
      return before == null ? ADDED : after == null ? REMOVED : CHANGED;
    }

    /** Returns the word used in answers. */
    public String word() {
      return word;
    }
  }

  /**
   * A rule.
   *
   * @param members what its metadata say otherwise, by name; empty unless it is changed
   * @param source its DRL line by line, as far as it differs
   */
  public record RuleChange(
      String id, Kind kind, List<MemberChange> members, List<LineChange> source) {}

  /**
   * A member of the metadata of a rule.
   *
   * @param before null if it had none
   * @param after null if it has none
   */
  public record MemberChange(String name, String before, String after) {}

  /**
   * A message.
   *
   * @param before the earlier texts; both null if there was none
   * @param after the later texts; both null if there is none
   */
  public record WordChange(String key, Words before, Words after) {}

  /**
   * A parameter.
   *
   * @param values its values that came, went or differ
   * @param members what else differs
   */
  public record ParameterChange(
      String id, Kind kind, List<ValueChange> values, List<TreeChange> members) {}

  /**
   * A value of a parameter.
   *
   * @param holds when and for whom it holds: its members other than the value and its citation
   * @param before the earlier value; null if there was none
   * @param after the later value; null if there is none
   */
  public record ValueChange(JsonNode holds, JsonNode before, JsonNode after) {}

  /** An entry with an id, and the places where it differs. */
  public record EntryChange(String id, Kind kind, List<TreeChange> members) {}

  /** Compares two versions. */
  public static RuleSetDifference between(RuleSet before, RuleSet after) {
    return new RuleSetDifference(
        before,
        after,
        rules(before, after),
        words(before, after),
        parameters(before.described("parameters"), after.described("parameters")),
        TreeChange.between(yaml(before, CONTRACT), yaml(after, CONTRACT)),
        entries(before.described("citations"), after.described("citations")),
        TreeChange.between(before.described("applicants"), after.described("applicants")),
        LineChange.between(file(before, DIVISIONS), file(after, DIVISIONS)),
        TreeChange.between(withoutVersion(before), withoutVersion(after)));
  }

  /** Returns whether nothing differs that is compared. */
  public boolean isNone() {
    return rules.isEmpty()
        && words.isEmpty()
        && parameters.isEmpty()
        && contract.isEmpty()
        && citations.isEmpty()
        && applicants.isEmpty()
        && divisions.isEmpty()
        && described.isEmpty();
  }

  private static List<RuleChange> rules(RuleSet before, RuleSet after) {
    List<RuleChange> changes = new ArrayList<>();
    for (Rule rule : after.rules().values()) {
      Rule was = before.rules().get(rule.id());
      if (was == null) {
        changes.add(new RuleChange(rule.id(), Kind.ADDED, List.of(), List.of()));
        continue;
      }
      List<MemberChange> members = members(was, rule);
      List<LineChange> source = LineChange.between(before.source(was), after.source(rule));
      if (!members.isEmpty() || !source.isEmpty()) {
        changes.add(new RuleChange(rule.id(), Kind.CHANGED, members, source));
      }
    }
    for (String id : before.rules().keySet()) {
      if (!after.rules().containsKey(id)) {
        changes.add(new RuleChange(id, Kind.REMOVED, List.of(), List.of()));
      }
    }
    return changes;
  }

  private static List<MemberChange> members(Rule was, Rule is) {
    Map<String, Function<Rule, Object>> members = new TreeMap<>();
    members.put("requirement", Rule::requirement);
    members.put("severity", rule -> rule.severity().word());
    members.put("blank", rule -> rule.blank() == null ? null : rule.blank().word());
    members.put("citation", Rule::citation);
    members.put("from", Rule::from);
    members.put("until", Rule::until);
    members.put("kind", Rule::kind);
    members.put("examines", rule -> String.join(", ", rule.examines()));
    members.put("parameters", rule -> String.join(", ", rule.parameters()));
    List<MemberChange> changes = new ArrayList<>();
    members.forEach(
        (name, member) -> {
          Object before = member.apply(was);
          Object after = member.apply(is);
          if (!Objects.equals(before, after)) {
            changes.add(new MemberChange(name, text(before), text(after)));
          }
        });
    return changes;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static List<WordChange> words(RuleSet before, RuleSet after) {
    Map<String, Words> was = words(before);
    Map<String, Words> is = words(after);
    List<WordChange> changes = new ArrayList<>();
    Words none = new Words(null, null);
    for (String key : both(was.keySet(), is.keySet())) {
      Words earlier = was.getOrDefault(key, none);
      Words later = is.getOrDefault(key, none);
      if (!earlier.equals(later)) {
        changes.add(new WordChange(key, earlier, later));
      }
    }
    return changes;
  }

  private static Map<String, Words> words(RuleSet set) {
    Properties en = properties(set.messages("en"));
    Properties zh = properties(set.messages("zh-CN"));
    Map<String, Words> words = new TreeMap<>();
    for (String key : both(en.stringPropertyNames(), zh.stringPropertyNames())) {
      words.put(key, new Words(en.getProperty(key), zh.getProperty(key)));
    }
    return words;
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return properties;
  }

  private static List<ParameterChange> parameters(JsonNode before, JsonNode after) {
    List<ParameterChange> changes = new ArrayList<>();
    for (String id : names(before, after)) {
      JsonNode was = before.get(id);
      JsonNode is = after.get(id);
      List<ValueChange> values = values(was, is);
      List<TreeChange> members =
          was == null || is == null
              ? List.of()
              : TreeChange.between(without(was, "values"), without(is, "values"));
      if (was == null || is == null || !values.isEmpty() || !members.isEmpty()) {
        changes.add(new ParameterChange(id, Kind.of(was, is), values, members));
      }
    }
    return changes;
  }

  private static List<ValueChange> values(JsonNode before, JsonNode after) {
    Map<String, JsonNode> was = byPlace(before);
    Map<String, JsonNode> is = byPlace(after);
    List<ValueChange> changes = new ArrayList<>();
    for (String key : both(was.keySet(), is.keySet())) {
      JsonNode earlier = was.get(key);
      JsonNode later = is.get(key);
      if (!Objects.equals(earlier, later)) {
        JsonNode holds = without(earlier == null ? later : earlier, "value", "citation");
        changes.add(
            new ValueChange(
                holds,
                earlier == null ? null : earlier.get("value"),
                later == null ? null : later.get("value")));
      }
    }
    return changes;
  }

  /** The values of a parameter by when and for whom they hold. */
  private static Map<String, JsonNode> byPlace(JsonNode parameter) {
    Map<String, JsonNode> values = new TreeMap<>();
    if (parameter != null) {
      parameter
          .path("values")
          .forEach(value -> values.put(without(value, "value", "citation").toString(), value));
    }
    return values;
  }

  private static List<EntryChange> entries(JsonNode before, JsonNode after) {
    List<EntryChange> changes = new ArrayList<>();
    for (String id : names(before, after)) {
      JsonNode was = before.get(id);
      JsonNode is = after.get(id);
      if (!Objects.equals(was, is)) {
        List<TreeChange> members =
            was == null || is == null ? List.of() : TreeChange.between(was, is);
        changes.add(new EntryChange(id, Kind.of(was, is), members));
      }
    }
    return changes;
  }

  private static JsonNode withoutVersion(RuleSet set) {
    return without(yaml(set, "ruleset.yaml"), "version");
  }

  private static JsonNode without(JsonNode node, String... names) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    return object.deepCopy().remove(List.of(names));
  }

  private static Set<String> names(JsonNode before, JsonNode after) {
    Set<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static String file(RuleSet set, String path) {
    return set.file(path).orElse("");
  }

  private static JsonNode yaml(RuleSet set, String path) {
    String text = set.file(path).orElse(null);
    if (text == null) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new BrokenRuleSet(set.id() + "/" + set.version() + ": " + path + " cannot be read", e);
    }
  }
}
