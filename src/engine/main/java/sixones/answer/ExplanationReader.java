package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Truth;

/** Reads documents of format {@value Explanation#FORMAT}. */
public final class ExplanationReader {
  private ExplanationReader() {}

  /**
   * Reads a parsed document.
   *
   * @throws IllegalArgumentException if it is none of this format
   */
  public static Explanation read(JsonNode root) {
    if (!root.path("format").asText().equals(Explanation.FORMAT)) {
      throw new IllegalArgumentException("an explanation of format " + root.path("format"));
    }
    try {
      List<Why> findings = new ArrayList<>();
      Map<String, Why.ParameterValue> parameters = parameters(root.path("parameters"));
      root.path("findings").forEach(finding -> findings.add(why(finding, parameters)));
      return new Explanation(
          text(root.path("ruleSet"), "id"),
          text(root.path("ruleSet"), "version"),
          text(root.path("ruleSet"), "digest"),
          LocalDate.parse(text(root, "asOf")),
          text(root.path("draft"), "digest"),
          root.path("draft").path("applicant").textValue(),
          text(root, "answer"),
          focus(root.path("asked")),
          findings);
    } catch (DateTimeException | BrokenRuleSet e) {
      throw new IllegalArgumentException("an explanation that does not hold together", e);
    }
  }

  private static Why why(JsonNode node, Map<String, Why.ParameterValue> parameters) {
    List<Why.OfFact> facts = new ArrayList<>();
    node.path("facts").forEach(fact -> facts.add(fact(fact)));
    Map<String, List<String>> reads = new TreeMap<>();
    node.path("reads")
        .properties()
        .forEach(member -> reads.put(member.getKey(), Rule.texts(member.getValue())));
    Map<String, Why.ParameterValue> read = new TreeMap<>();
    for (List<String> ids : reads.values()) {
      for (String id : ids) {
        if (!parameters.containsKey(id)) {
          throw new IllegalArgumentException("an explanation without the parameter " + id);
        }
        read.put(id, parameters.get(id));
      }
    }
    return new Why(
        text(node, "rule"), Outcome.valueOf(text(node, "outcome")), facts, left(node), reads, read);
  }

  private static Map<String, Why.ParameterValue> parameters(JsonNode node) {
    Map<String, Why.ParameterValue> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      JsonNode parameter = one.getValue();
      parameters.put(
          one.getKey(),
          new Why.ParameterValue(
              given(parameter.path("value")),
              text(parameter, "citation"),
              parameter.has("call") ? (Integer) parameter.path("call").intValue() : null,
              parameter.path("place").textValue()));
    }
    return parameters;
  }

  /** A document of an engine that could not be asked for less has no such member. */
  private static Focus focus(JsonNode node) {
    return node.isMissingNode()
        ? Focus.WHOLE
        : new Focus(
            node.path("rule").textValue(),
            node.path("pointer").textValue(),
            node.path("others").asInt());
  }

  private static List<Why.Left> left(JsonNode node) {
    List<Why.Left> left = new ArrayList<>();
    for (JsonNode list : node.path("leftAt")) {
      left.add(new Why.Left(text(list, "pointer"), list.path("facts").asInt()));
    }
    if (left.isEmpty() && node.path("left").asInt() > 0) {
      left.add(new Why.Left("", node.path("left").asInt()));
    }
    return left;
  }

  private static Why.OfFact fact(JsonNode node) {
    List<Why.AtPlace> places = new ArrayList<>();
    for (JsonNode place : node.path("places")) {
      places.add(new Why.AtPlace(text(place, "pointer"), Outcome.valueOf(text(place, "outcome"))));
    }
    Map<String, Why.MemberValue> members = new LinkedHashMap<>();
    node.path("members")
        .properties()
        .forEach(member -> members.put(member.getKey(), member(member.getValue())));
    List<Why.OfCheck> checks = new ArrayList<>();
    for (JsonNode check : node.path("checks")) {
      checks.add(
          new Why.OfCheck(
              text(check, "name"),
              text(check, "says"),
              Rule.texts(check.path("concludes")),
              condition(check.path("when"))));
    }
    return new Why.OfFact(
        text(node, "pointer"),
        places,
        members,
        parameters(node.path("parameters")),
        checks,
        Rule.texts(node.path("missing")));
  }

  private static Why.MemberValue member(JsonNode node) {
    List<Why.Written> written = new ArrayList<>();
    for (JsonNode one : node.path("written")) {
      written.add(new Why.Written(text(one, "pointer"), given(one.path("found"))));
    }
    return new Why.MemberValue(given(node.path("value")), written);
  }

  private static Why.OfCondition condition(JsonNode node) {
    List<Why.OfCondition> parts = new ArrayList<>();
    node.path("all").forEach(part -> parts.add(condition(part)));
    node.path("any").forEach(part -> parts.add(condition(part)));
    Truth truth = Truth.of(text(node, "truth"));
    if (truth == null) {
      throw new IllegalArgumentException("a condition that is " + node.path("truth"));
    }
    return new Why.OfCondition(Condition.of(node), truth, parts);
  }

  private static JsonNode given(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? null : value;
  }

  private static String text(JsonNode node, String member) {
    String text = node.path(member).textValue();
    if (text == null) {
      throw new IllegalArgumentException("an explanation without the text " + member);
    }
    return text;
  }
}
