package sixones.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.Roll;
import sixones.finding.Finding;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.text.Text;

/**
 * Names of applicants and divisions by code, in one language. Applicants that are listed have names
 * in both languages. Other divisions have a Chinese name only, and unknown codes have none.
 */
public final class DivisionNames {
  private final Language language;
  private final Roll roll;
  private final Divisions divisions;
  private final BidContract contract;

  public DivisionNames(RuleSet ruleSet, Language language) {
    this.language = language;
    this.divisions = ruleSet.divisions();
    this.contract = ruleSet.contract();
    this.roll = ruleSet.roll();
  }

  /**
   * Returns the name of an applicant or a division; the code itself if it has none. That of an
   * applicant that is not listed is followed by its code, because many counties share a name.
   */
  String name(String code) {
    Applicant applicant = roll.find(code).orElse(null);
    if (applicant == null) {
      String name = divisions.name(code);
      return name == null ? code : name;
    }
    if (applicant.en() == null) {
      return applicant.zh() + " " + code;
    }
    return language == Language.ZH_CN ? applicant.zh() : applicant.en();
  }

  /** Returns the name of a division followed by its code; the code alone if it has no name. */
  public String named(String code) {
    Applicant applicant = roll.find(code).orElse(null);
    String name = applicant != null && applicant.en() == null ? applicant.zh() : name(code);
    return name.equals(code)
        ? code
        : Messages.text(language, "text.division", Map.of("name", name, "code", code));
  }

  /**
   * Returns the values of a finding at a place, with division codes replaced by name and code.
   *
   * @param rule the rule that recorded them
   */
  public Map<String, JsonNode> named(Rule rule, Finding.At place) {
    Set<String> codes = new HashSet<>();
    rule.checks().forEach(check -> codes.addAll(check.divisions()));
    Map<String, JsonNode> told = new LinkedHashMap<>(place.values());
    boolean found = contract.isDivision(place.pointer());
    told.replaceAll(
        (name, value) ->
            value.isTextual() && (codes.contains(name) || found && name.equals("found"))
                ? TextNode.valueOf(named(Text.width(value.textValue())))
                : value);
    return told;
  }
}
