package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One statement of a draft: where it stands, what is written there, and what is in force. */
record Stated(String pointer, JsonNode node, InForce inForce) {
  /**
   * Stands where something was written that cannot be read: it is not blank, and it has no value.
   */
  static final JsonNode UNREADABLE = new POJONode("unreadable");

  JsonNode member(String name) {
    return node instanceof ObjectNode object && object.get(name) != null
        ? object.get(name)
        : MissingNode.getInstance();
  }

  /** What is written at a member, {@code a/b} for one further down, or here, "". */
  JsonNode found(String member) {
    if (member.isEmpty()) {
      return node;
    }
    int slash = member.indexOf('/');
    return slash < 0
        ? member(member)
        : member(member.substring(0, slash)).path(member.substring(slash + 1));
  }

  /** The pointer to a member, or to the statement itself, "". */
  String pointerTo(String member) {
    return member.isEmpty() ? pointer : pointer + "/" + member;
  }

  /** A choice as written, or null. */
  String word(String name) {
    return member(name).textValue();
  }

  /** The state of the name: of the Chinese one, or of the English one where that is blank. */
  TextState naming() {
    JsonNode name = member("name");
    TextState zh = inForce.placeholders().ofName(name.path("zh").textValue());
    return zh != null ? zh : inForce.placeholders().ofName(name.path("en").textValue());
  }

  /** The state of a member that is a text of sentences. */
  String prose(String name) {
    return TextState.word(inForce.placeholders().ofProse(member(name).textValue()));
  }

  LocalDate day(String name) {
    String text = member(name).textValue();
    return text == null ? null : Text.day(text);
  }

  /** An amount or percentage; null if blank. */
  static BigDecimal amount(JsonNode node) {
    return node == null || !node.isTextual() ? null : new BigDecimal(Text.width(node.textValue()));
  }

  /** A year; null if blank. */
  static Integer year(JsonNode node) {
    return node == null || !node.isInt() ? null : (Integer) node.intValue();
  }

  Boolean yesNo(String name) {
    return member(name).isBoolean() ? member(name).booleanValue() : null;
  }

  /** Whether something in a value cannot be read. */
  static boolean isPartlyUnreadable(JsonNode node) {
    if (node == UNREADABLE) {
      return true;
    }
    for (JsonNode part : node) {
      if (isPartlyUnreadable(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is blank: nothing in it is stated. */
  static boolean isBlank(JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return true;
    }
    if (node.isTextual()) {
      return Text.isBlank(node.textValue());
    }
    if (!node.isContainerNode()) {
      return false;
    }
    for (JsonNode part : node) {
      if (!isBlank(part)) {
        return false;
      }
    }
    return true;
  }
}
