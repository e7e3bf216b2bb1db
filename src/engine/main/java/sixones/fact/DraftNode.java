package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import sixones.bid.UnreadableDraft;
import sixones.text.Text;
import sixones.text.TextState;

/** One statement of a draft: where it stands, what is written there, and what is in force. */
public record DraftNode(String pointer, JsonNode node, InForce inForce) {
  public JsonNode member(String name) {
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
  public String word(String name) {
    return member(name).textValue();
  }

  /** The state of the name: of the Chinese one, or of the English one where that is blank. */
  public TextState naming() {
    JsonNode name = member("name");
    TextState zh = inForce.placeholders().ofName(name.path("zh").textValue());
    return zh != null ? zh : inForce.placeholders().ofName(name.path("en").textValue());
  }

  /** The state of a member that is a text of sentences. */
  public String prose(String name) {
    return TextState.word(inForce.placeholders().ofProse(member(name).textValue()));
  }

  public LocalDate day(String name) {
    String text = member(name).textValue();
    return text == null ? null : Text.day(text);
  }

  /** An amount or percentage; null if blank. */
  public static BigDecimal amount(JsonNode node) {
    return node == null || !node.isTextual() ? null : new BigDecimal(Text.width(node.textValue()));
  }

  /** A year; null if blank. */
  public static Integer year(JsonNode node) {
    return node == null || !node.isInt() ? null : (Integer) node.intValue();
  }

  public Boolean yesNo(String name) {
    return member(name).isBoolean() ? member(name).booleanValue() : null;
  }

  /** Whether something in a value cannot be read. */
  public static boolean isPartlyUnreadable(JsonNode node) {
    if (node == UnreadableDraft.PLACE) {
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
  public static boolean isBlank(JsonNode node) {
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
