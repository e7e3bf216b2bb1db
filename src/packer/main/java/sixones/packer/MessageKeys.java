package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import sixones.bid.ContractMember;
import sixones.bid.Shape;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.rule.Rule;

/** The keys of the messages of a rule set: those that a report or a page asks for. */
final class MessageKeys {
  /** The operators whose result is said of the member they look at. */
  private static final List<String> NAMED_BY_PLACE =
      List.of("value", "state", "count", "documented", "code-state", "refers-to", "within", "roll");

  private final JsonNode described;
  private final FactKinds facts;
  private final List<Rule> rules;
  private final Places places;
  private final Set<String> optional = new HashSet<>();
  private final Set<String> needed;
  private final Set<String> words;
  private final Set<String> named;

  /**
   * @param described the YAML files of the rule set, merged
   */
  MessageKeys(JsonNode described, FactKinds facts, List<Rule> rules, Places places) {
    this.described = described;
    this.facts = facts;
    this.rules = rules;
    this.places = places;
    this.needed = needed();
    this.words = words();
    this.named = namedMembers();
  }

  /**
   * Returns a reason for each key of a file that nothing reads.
   *
   * @param file the path below the folder of the rule set
   * @param properties its content
   */
  List<String> unread(String file, String properties) {
    List<String> reasons = new ArrayList<>();
    for (String key : new TreeSet<>(keys(properties))) {
      boolean known =
          key.startsWith("value.")
              ? words.contains(key.substring("value.".length()))
              : key.startsWith("fact.") ? named.contains(key) : needed.contains(key);
      if (!known) {
        reasons.add(places.of(file, line(properties, key)) + "nothing reads the key " + key);
      }
    }
    return reasons;
  }

  /**
   * Returns a reason for each key that a file lacks of those that a report may ask for.
   *
   * @param file the path below the folder of the rule set
   * @param properties its content
   */
  List<String> missing(String file, String properties) {
    Set<String> missing = new TreeSet<>(needed);
    missing.removeAll(keys(properties));
    missing.removeAll(optional);
    List<String> reasons = new ArrayList<>();
    missing.forEach(key -> reasons.add(places.of(file, 1) + "the key " + key + " is missing"));
    return reasons;
  }

  /** Returns the line on which a key stands. */
  private static int line(String properties, String key) {
    String[] lines = properties.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].strip().matches("\\Q" + key + "\\E\\s*[=:].*")) {
        return i + 1;
      }
    }
    return 1;
  }

  private Set<String> needed() {
    Set<String> needed = new HashSet<>();
    for (String list : List.of("requirements", "groups")) {
      Rule.texts(described.path(list)).forEach(id -> needed.add(id + ".title"));
    }
    for (Rule rule : rules) {
      List.of("title", "incomplete", "advice").forEach(key -> needed.add(rule.id() + "." + key));
      for (Rule.Check check : rule.checks()) {
        String key = rule.id() + "." + check.says();
        if (check.reasons().isEmpty() && !check.says().equals("applies")) {
          needed.add(key);
        }
        check.reasons().forEach(reason -> needed.add(key + "." + reason));
        check
            .when()
            .eachLeaf(
                leaf ->
                    leaf.members().stream()
                        .filter(member -> needsName(rule.kind(), member))
                        .forEach(member -> needed.add("fact." + rule.kind() + "." + member)));
      }
      if (rule.examines().size() > 1) {
        rule.examines().forEach(member -> needed.add(rule.id() + ".incomplete." + member));
        needed.add(rule.id() + ".incomplete.another");
      }
    }
    for (JsonNode relaxation : described.path("relaxations")) {
      // Without one of its own, a sentence common to all rules says so.
      Rule.texts(relaxation.path("rules")).forEach(id -> optional.add(id + ".review.relaxed"));
    }
    needed.addAll(optional);
    return needed;
  }

  /**
   * Returns whether what an operator derives is called otherwise than the member it looks at, so
   * that an explanation needs a name for it. What something lacks has a name common to all rules.
   */
  private boolean needsName(String kind, String member) {
    if (facts.contract().isGap(kind, member)) {
      return false;
    }
    JsonNode derived = facts.contract().facts().path(kind).path("derived");
    if (derived.has(member)) {
      return NAMED_BY_PLACE.stream().noneMatch(derived.path(member)::has);
    }
    for (JsonNode other : derived) {
      if (other.path("also").has(member)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the keys of the names that explanations use for members of facts. */
  private Set<String> namedMembers() {
    Set<String> named = new HashSet<>();
    for (Rule rule : rules) {
      for (Rule.Check check : rule.checks()) {
        check
            .when()
            .eachLeaf(
                leaf ->
                    leaf.members()
                        .forEach(member -> named.add("fact." + rule.kind() + "." + member)));
      }
    }
    return named;
  }

  /** Returns the words that bids, facts and parameters can have. */
  private Set<String> words() {
    Set<String> words = new HashSet<>(List.of("true", "false"));
    for (ContractMember member : facts.contract().members().values()) {
      if (member.shape() instanceof Shape.Choice choice) {
        words.addAll(choice.words());
      }
    }
    for (FactKind kind : facts.all().values()) {
      kind.members().values().forEach(member -> words.addAll(member.words()));
    }
    for (JsonNode parameter : described.path("parameters")) {
      for (JsonNode value : parameter.path("values")) {
        words.add(value.path("value").asText());
        words.addAll(Rule.texts(value.path("value")));
      }
    }
    return words;
  }

  private static Set<String> keys(String properties) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(properties));
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
    return all.stringPropertyNames();
  }
}
