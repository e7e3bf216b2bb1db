package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import sixones.rule.Condition.All;
import sixones.rule.Condition.Among;
import sixones.rule.Condition.AmongTexts;
import sixones.rule.Condition.Any;
import sixones.rule.Condition.Asked;
import sixones.rule.Condition.Compared;
import sixones.rule.Condition.Operand;
import sixones.rule.Condition.Stated;

/**
 * Conditions as JSON: {@code all} or {@code any} with parts, or {@code is} with what it compares.
 */
final class ConditionJson {
  private static final String STATED = "stated";
  private static final String AMONG = "among";
  private static final String NOT_AMONG = "not-among";
  private static final String ASKED = "asked";
  private static final String NOT_ASKED = "not-asked";

  private ConditionJson() {}

  static ObjectNode write(Condition condition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (condition instanceof All all) {
      ArrayNode parts = node.putArray("all");
      all.parts().forEach(part -> parts.add(write(part)));
    } else if (condition instanceof Any any) {
      any.parts().forEach(part -> node.withArray("any").add(write(part)));
    } else if (condition instanceof Stated stated) {
      node.put("member", stated.member()).put("is", STATED);
    } else if (condition instanceof Among among) {
      node.put("member", among.member()).put("is", among.isIn() ? AMONG : NOT_AMONG);
      among.words().forEach(node.putArray("words")::add);
    } else if (condition instanceof AmongTexts among) {
      node.put("member", among.member()).put("is", among.isIn() ? AMONG : NOT_AMONG);
      node.put("parameter", among.parameter());
    } else if (condition instanceof Asked asked) {
      node.put("parameter", asked.parameter()).put("is", asked.yes() ? ASKED : NOT_ASKED);
    } else if (condition instanceof Compared compared) {
      node.put("member", compared.member()).put("is", compared.is().word());
      write(compared.with(), node);
    }
    return node;
  }

  private static void write(Operand operand, ObjectNode node) {
    if (operand instanceof Operand.Word word) {
      node.put("word", word.word());
    } else if (operand instanceof Operand.YesNo yesNo) {
      node.put("yes", yesNo.yes());
    } else if (operand instanceof Operand.Whole whole) {
      node.put("number", whole.number());
    } else if (operand instanceof Operand.OfParameter parameter) {
      node.put("parameter", parameter.parameter());
    } else if (operand instanceof Operand.OfMember other) {
      node.put("other", other.member());
    }
  }

  static Condition read(JsonNode node) {
    if (node.has("all")) {
      return new All(parts(node.path("all")));
    }
    if (node.has("any")) {
      return new Any(parts(node.path("any")));
    }
    return switch (node.path("is").asText()) {
      case STATED -> new Stated(text(node, "member"));
      case AMONG, NOT_AMONG -> among(node, node.path("is").asText().equals(AMONG));
      case ASKED -> new Asked(text(node, "parameter"), true);
      case NOT_ASKED -> new Asked(text(node, "parameter"), false);
      default -> compared(node);
    };
  }

  private static Condition among(JsonNode node, boolean isIn) {
    return node.has("parameter")
        ? new AmongTexts(text(node, "member"), isIn, text(node, "parameter"))
        : new Among(text(node, "member"), isIn, Rule.texts(node.path("words")));
  }

  private static Condition compared(JsonNode node) {
    Comparison is = Comparison.of(node.path("is").asText());
    if (is == null) {
      throw none(node);
    }
    return new Compared(text(node, "member"), is, operand(node));
  }

  private static Operand operand(JsonNode node) {
    if (node.path("word").isTextual()) {
      return new Operand.Word(node.path("word").textValue());
    }
    if (node.path("yes").isBoolean()) {
      return new Operand.YesNo(node.path("yes").booleanValue());
    }
    if (node.path("number").isInt()) {
      return new Operand.Whole(node.path("number").intValue());
    }
    return node.has("parameter")
        ? new Operand.OfParameter(text(node, "parameter"))
        : new Operand.OfMember(text(node, "other"));
  }

  private static List<Condition> parts(JsonNode list) {
    List<Condition> parts = new ArrayList<>();
    list.forEach(part -> parts.add(read(part)));
    return List.copyOf(parts);
  }

  private static String text(JsonNode node, String member) {
    String text = node.path(member).textValue();
    if (text == null) {
      throw none(node);
    }
    return text;
  }

  private static BrokenRuleSet none(JsonNode node) {
    return new BrokenRuleSet(node + " is no condition");
  }
}
