package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sixones.fact.Fact;
import sixones.fact.kind.FactKind;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Truth;

/**
 * Watches the rule engine: evaluates the conditions of one rule's checks a second time, in plain
 * Java. A check fired for a fact if and only if its condition holds; otherwise what it concludes is
 * an error. Checks are told apart by their position in the rule, one bit for each.
 */
public final class Shadow {
  /** The reason of an error that the shadow found. */
  public static final String REASON = "engines-differ";

  private static final int MOST_VALUES = 64;

  private final Rule rule;
  private final FactKind kind;
  private final FactCondition[] conditions;

  /** Reads the one member that all conditions look at, without a parameter; null if none. */
  private final FactCondition.Reads only;

  /** The checks whose condition holds, by the value of that member. */
  private final Map<Object, Long> byValue = new ConcurrentHashMap<>();

  private Shadow(Rule rule, FactKind kind, FactCondition[] conditions, FactCondition.Reads only) {
    this.rule = rule;
    this.kind = kind;
    this.conditions = conditions;
    this.only = only;
  }

  /**
   * Prepares the conditions of a rule. A rule of a bundle that was packed without conditions has no
   * shadow to speak of: nothing is compared.
   *
   * @throws BrokenRuleSet if a condition looks at a member that the kind of fact does not have
   */
  public static Shadow of(Rule rule, FactKind kind) {
    List<Condition> conditions =
        rule.checks().stream().map(Rule.Check::when).filter(when -> when != null).toList();
    if (conditions.size() != rule.checks().size() || conditions.size() > Long.SIZE) {
      return new Shadow(rule, kind, new FactCondition[0], null);
    }
    try {
      return new Shadow(
          rule,
          kind,
          conditions.stream()
              .map(when -> FactCondition.of(when, member -> reads(kind, member)))
              .toArray(FactCondition[]::new),
          only(conditions, kind));
    } catch (IllegalArgumentException e) {
      throw new BrokenRuleSet(rule.id() + ": " + e.getMessage(), e);
    }
  }

  private static FactCondition.Reads reads(FactKind kind, String member) {
    if (member.equals(Fact.DAY)) {
      return Fact::getDay;
    }
    int slot = kind.slot(member);
    return fact -> fact.value(slot);
  }

  private static FactCondition.Reads only(List<Condition> conditions, FactKind kind) {
    Set<String> members = new HashSet<>();
    Set<String> parameters = new HashSet<>();
    for (Condition condition : conditions) {
      condition.eachLeaf(
          leaf -> {
            members.addAll(leaf.members());
            if (leaf.parameter() != null) {
              parameters.add(leaf.parameter());
            }
          });
    }
    return members.size() == 1 && parameters.isEmpty()
        ? reads(kind, members.iterator().next())
        : null;
  }

  FactKind kind() {
    return kind;
  }

  /**
   * Returns the checks on which the rule engine and the conditions disagree for a fact.
   *
   * @param fired the checks that fired
   * @return 0 if they agree
   */
  long disagrees(Fact fact, long fired) {
    return conditions.length == 0 ? 0 : fired ^ holding(fact);
  }

  /** Returns the checks whose condition holds; what one word decides is decided once. */
  private long holding(Fact fact) {
    if (only == null) {
      return evaluated(fact);
    }
    Object value = only.from(fact);
    if (value != null && !(value instanceof String) && !(value instanceof Boolean)) {
      return evaluated(fact);
    }
    Object key = value == null ? this : value;
    Long known = byValue.get(key);
    if (known == null) {
      known = evaluated(fact);
      if (byValue.size() < MOST_VALUES) {
        byValue.put(key, known);
      }
    }
    return known;
  }

  private long evaluated(Fact fact) {
    long holding = 0;
    for (int i = 0; i < conditions.length; i++) {
      holding |= conditions[i].of(fact) == Truth.HOLDS ? 1L << i : 0;
    }
    return holding;
  }

  /** Returns whether one of some checks concludes a member. */
  boolean concludes(long checks, String member) {
    for (int i = 0; i < conditions.length; i++) {
      if ((checks >> i & 1) == 1 && rule.checks().get(i).concludes().contains(member)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the error at a member of a fact that the rule engine and some conditions see apart. */
  Finding.At error(Fact fact, String member, long checks) {
    Map<String, JsonNode> values = new LinkedHashMap<>(fact.at(member).values());
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < conditions.length; i++) {
      if ((checks >> i & 1) == 1) {
        names.add(rule.checks().get(i).name());
      }
    }
    values.put("checks", names);
    values.put("reason", TextNode.valueOf(REASON));
    return new Finding.At(fact.pointerTo(member), Outcome.ERROR, values);
  }
}
