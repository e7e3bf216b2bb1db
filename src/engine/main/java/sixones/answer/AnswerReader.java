package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.evaluation.Verdicts;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/** Reads documents of format {@value AnswerWriter#FORMAT}. */
public final class AnswerReader {
  private AnswerReader() {}

  /**
   * Reads a parsed document.
   *
   * @throws IllegalArgumentException if it is none of this format
   */
  public static Answer read(JsonNode root) {
    String format = text(root, "format");
    if (!format.equals(AnswerWriter.FORMAT)) {
      throw new IllegalArgumentException("an answer of format " + format);
    }
    try {
      return answer(root, format);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("an answer without a day", e);
    }
  }

  private static Answer answer(JsonNode root, String format) {
    List<Defect> defects = DefectsDocument.defects(root);
    Map<String, Verdicts.OnRequirement> requirements = new LinkedHashMap<>();
    List<Answer.Found> findings = new ArrayList<>();
    for (JsonNode each : root.path("requirements")) {
      requirements.put(
          text(each, "id"), new Verdicts.OnRequirement(verdict(each), remaining(each)));
      each.path("findings").forEach(f -> findings.add(finding(f, text(each, "id"), defects)));
    }
    root.path("context").forEach(f -> findings.add(finding(f, null, defects)));
    List<String> left = new ArrayList<>();
    root.path("leftToPeople").forEach(id -> left.add(id.textValue()));
    JsonNode ruleSet = root.path("ruleSet");
    JsonNode draft = root.path("draft");
    return new Answer(
        format,
        text(ruleSet, "id"),
        text(ruleSet, "version"),
        text(ruleSet, "digest"),
        LocalDate.parse(text(root, "asOf")),
        text(draft, "digest"),
        draft.path("applicant").textValue(),
        defects,
        new Verdicts(verdict(root), remaining(root), requirements, left),
        findings);
  }

  private static Answer.Found finding(JsonNode node, String requirement, List<Defect> defects) {
    List<Finding.At> places = new ArrayList<>();
    for (JsonNode place : node.path("places")) {
      Map<String, JsonNode> values = new LinkedHashMap<>();
      place.path("values").properties().forEach(v -> values.put(v.getKey(), v.getValue()));
      String pointer = text(place, "pointer");
      Defect unreadable =
          defects.stream().filter(each -> each.touches(pointer)).findFirst().orElse(null);
      places.add(new Finding.At(pointer, outcome(place), values, unreadable));
    }
    return new Answer.Found(
        requirement,
        text(node, "rule"),
        text(node, "severity"),
        outcome(node),
        places,
        text(node, "citation"));
  }

  private static Verdict verdict(JsonNode node) {
    return Verdict.valueOf(text(node, "verdict"));
  }

  private static Outcome outcome(JsonNode node) {
    return Outcome.valueOf(text(node, "outcome"));
  }

  private static Remaining remaining(JsonNode node) {
    return new Remaining(
        number(node, "toJudge"), number(node, "toSupply"), number(node, "toReview"));
  }

  private static String text(JsonNode node, String member) {
    String text = node.path(member).textValue();
    if (text == null) {
      throw new IllegalArgumentException("an answer without the text " + member);
    }
    return text;
  }

  private static int number(JsonNode node, String member) {
    if (!node.path(member).isInt()) {
      throw new IllegalArgumentException("an answer without the number " + member);
    }
    return node.path(member).intValue();
  }
}
