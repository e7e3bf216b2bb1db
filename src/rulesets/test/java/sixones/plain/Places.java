package sixones.plain;

import static sixones.plain.Outcomes.INAPPLICABLE;
import static sixones.plain.Outcomes.INCOMPLETE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the places of one rule; an incomplete place records no further values. */
public final class Places {
  private static final Set<String> NO_FREE_TEXT =
      Set.of(
          "level",
          "state",
          "cityCode",
          "manufacturing",
          "amount",
          "rank",
          "body",
          "appointedOn",
          "scope",
          "startsOn",
          "endsOn",
          "truthful",
          "gdp",
          "secondaryIndustryValueAdded",
          "aboveScaleIndustryGrowth",
          "form",
          "role",
          "partners",
          "parkCityCode",
          "levelNow",
          "levelAimed",
          "stage",
          "assessedBy",
          "perMuEvaluated",
          "perMuClass",
          "classA",
          "classC",
          "statedShareA",
          "revenueTenThousandYuanPerMu",
          "taxTenThousandYuanPerMu");

  private final String rule;
  private final List<PlainPlace> places = new ArrayList<>();
  private String worst = INAPPLICABLE;

  public Places(String rule) {
    this.rule = rule;
  }

  public void add(String pointer, JsonNode value, String outcome) {
    add(pointer, value, Conclusion.of(outcome));
  }

  public void add(String pointer, JsonNode value, String outcome, Map<String, JsonNode> further) {
    Conclusion conclusion = Conclusion.of(outcome);
    add(pointer, value, outcome.equals(INCOMPLETE) ? conclusion : conclusion.with(further));
  }

  public void add(String pointer, JsonNode value, Conclusion conclusion) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (!value.isMissingNode() && !value.isNull() && !isReadAsNull(pointer, value)) {
      values.put("found", value.isArray() ? IntNode.valueOf(value.size()) : value);
    }
    values.putAll(conclusion.further());
    if (!conclusion.reason().isEmpty()) {
      values.put("reason", TextNode.valueOf(conclusion.reason()));
    }
    places.add(new PlainPlace(pointer, conclusion.outcome(), values));
    worst = Outcomes.worse(worst, conclusion.outcome());
  }

  /** White space where no free text stands. */
  private static boolean isReadAsNull(String pointer, JsonNode value) {
    String member = pointer.replaceFirst("/\\d+$", "");
    return value.isTextual()
        && Texts.narrow(value.textValue()).isEmpty()
        && NO_FREE_TEXT.contains(member.substring(member.lastIndexOf('/') + 1));
  }

  /** A place at which nothing is recorded, not even what was found. */
  public void addSilent(String pointer) {
    places.add(new PlainPlace(pointer, INCOMPLETE, new LinkedHashMap<>()));
    worst = Outcomes.worse(worst, INCOMPLETE);
  }

  public PlainFinding finding() {
    return new PlainFinding(rule, worst, places);
  }
}
