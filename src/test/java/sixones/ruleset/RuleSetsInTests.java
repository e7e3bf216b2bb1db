package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The packed rule set, for tests of other rooms, too. */
public final class RuleSetsInTests {
  static {
    // Without Quarkus its log manager takes everything down to TRACE, and the engine then spends
    // most of an evaluation on putting log records together.
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  public static final RuleSets ALL = RuleSets.bundled();
  public static final RuleSet SICHUAN = ALL.find("sichuan-2022-cities").orElseThrow();

  private RuleSetsInTests() {}

  /** The same rules with other values for some parameters. */
  public static RuleSet sichuanWith(Map<String, JsonNode> parameters) {
    return SICHUAN.with(parameters);
  }

  /** The parameters in force on a day, as plain Java values. */
  public static Map<String, Object> plainParameters(RuleSet ruleSet, LocalDate day) {
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : ruleSet.parameters().values()) {
      JsonNode value = parameter.inForceOn(day);
      if (value.isArray()) {
        values.put(parameter.id(), List.copyOf(Rule.texts(value)));
      } else if (value.isNumber()) {
        BigDecimal number = value.decimalValue();
        values.put(parameter.id(), number);
      } else {
        values.put(parameter.id(), value.asText());
      }
    }
    return values;
  }
}
