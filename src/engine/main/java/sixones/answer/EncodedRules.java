package sixones.answer;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/** What stands around the places of a finding in every answer by a rule set, encoded once. */
final class EncodedRules {
  private static final Map<RuleSet, EncodedRules> ALL =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * The parts of one rule.
   *
   * @param beginnings what precedes the places, by outcome
   * @param ending the citation, which follows them
   */
  record Parts(byte[][] beginnings, byte[] ending) {
    static Parts of(Rule rule) {
      byte[][] beginnings = new byte[Outcome.values().length][];
      for (Outcome outcome : Outcome.values()) {
        JsonBytes json = new JsonBytes(256);
        json.startObject();
        json.member("rule", rule.id());
        json.member("severity", rule.severity().word());
        json.member("outcome", outcome.name());
        json.name(JsonBytes.name("places"));
        json.startArray();
        beginnings[outcome.ordinal()] = json.toByteArray();
      }
      JsonBytes json = new JsonBytes(64);
      json.endArray();
      json.member("citation", rule.citation());
      return new Parts(beginnings, json.toByteArray());
    }
  }

  private final Map<Rule, Parts> byRule = new IdentityHashMap<>();

  private EncodedRules(RuleSet ruleSet) {
    ruleSet.rules().values().forEach(rule -> byRule.put(rule, Parts.of(rule)));
  }

  static EncodedRules of(RuleSet ruleSet) {
    return ALL.computeIfAbsent(ruleSet, EncodedRules::new);
  }

  Parts of(Rule rule) {
    Parts known = byRule.get(rule);
    return known != null ? known : Parts.of(rule);
  }
}
