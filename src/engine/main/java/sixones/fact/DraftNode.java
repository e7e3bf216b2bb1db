package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import sixones.bid.UnreadableDraft;
import sixones.text.Text;

/** One value of a draft, its pointer, and the parameters in force. */
public record DraftNode(String pointer, JsonNode node, InForce inForce) {
  public JsonNode member(String name) {
    JsonNode member = node instanceof ObjectNode object ? object.get(name) : null;
    return member != null ? member : MissingNode.getInstance();
  }

  /** Returns the value at a relative pointer such as {@code a/b/c}; "" is this value itself. */
  JsonNode found(String member) {
    if (member.isEmpty()) {
      return node;
    }
    int slash = member.indexOf('/');
    if (slash < 0) {
      return member(member);
    }
    JsonNode found = member(member.substring(0, slash));
    while (slash >= 0) {
      int from = slash + 1;
      slash = member.indexOf('/', from);
      found = found.path(member.substring(from, slash < 0 ? member.length() : slash));
    }
    return found;
  }

  /** Returns the absolute pointer of a relative one; "" is this value itself. */
  String pointerTo(String member) {
    return member.isEmpty() ? pointer : pointer + "/" + member;
  }

  /** Returns a text member as written; null if it is not a text. */
  public String word(String name) {
    return member(name).textValue();
  }

  /** Parses an amount or percentage; null if blank. */
  public static BigDecimal amount(JsonNode node) {
    return node instanceof TextNode text ? new BigDecimal(Text.width(text.textValue())) : null;
  }

  /** Reads a year; null if blank. */
  public static Integer year(JsonNode node) {
    return node instanceof IntNode year ? (Integer) year.intValue() : null;
  }

  /** Returns whether a value is or contains {@link UnreadableDraft#PLACE}. */
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

  /**
   * Returns whether a value is blank: absent, null, a blank text, or a container of blanks only.
   */
  public static boolean isBlank(JsonNode node) {
    if (node instanceof TextNode text) {
      return Text.isBlank(text.textValue());
    }
    if (node == null || node instanceof NullNode || node instanceof MissingNode) {
      return true;
    }
    if (!(node instanceof ContainerNode)) {
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
