package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.ContractMember;
import sixones.rule.Parameter;
import sixones.ruleset.RuleSet;

/**
 * The words that rules accept in free-text fields: texts of the parameters that the contract names.
 */
final class Accepted {
  private Accepted() {}

  /** Returns the accepted words by place; a place has an asterisk for each index. */
  static Map<String, List<String>> of(RuleSet ruleSet) {
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    for (Map.Entry<String, ContractMember> member : ruleSet.contract().members().entrySet()) {
      Parameter parameter = ruleSet.parameters().get(member.getValue().accepts());
      JsonNode newest = parameter == null ? null : parameter.inForceOn(LocalDate.MAX);
      if (newest != null) {
        accepted.put(member.getKey(), words(newest));
      }
    }
    return accepted;
  }

  /** A line may give more names of what its first word stands for: {@code word = name}. */
  private static List<String> words(JsonNode texts) {
    List<String> words = new ArrayList<>();
    texts.forEach(text -> words.add(text.asText().split("=", 2)[0].strip()));
    return words;
  }
}
