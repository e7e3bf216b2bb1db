package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sixones.bid.UnreadableDraft;

/**
 * A place of a draft and the values that a rule compared there. The value {@code found} is what the
 * draft states: the number of entries for a list, absent for a blank.
 */
public final class Place {
  private final DraftNode stated;
  private final String member;
  private final NamedValues values = new NamedValues();
  private String reason;

  /**
   * @param hidden whether only the applicant and the office may see what stands there
   */
  Place(DraftNode stated, String member, boolean hidden) {
    this.stated = stated;
    this.member = member;
    JsonNode found = stated.found(member);
    if (hidden) {
      values.set("stated", BooleanNode.valueOf(!DraftNode.isBlank(found)));
    } else if (found instanceof TextNode) {
      values.set("found", found);
    } else if (!(found instanceof NullNode)
        && !(found instanceof MissingNode)
        && found != UnreadableDraft.PLACE) {
      values.set("found", found instanceof ArrayNode ? IntNode.valueOf(found.size()) : found);
    }
  }

  /** Returns the JSON Pointer (RFC 6901). */
  public String pointer() {
    return stated.pointerTo(member);
  }

  /** Returns whether this place is the given member of a fact. */
  public boolean isOf(Fact fact, String name) {
    return fact.isStatedBy(stated) && member.equals(name);
  }

  /** Returns the pointer of the fact whose place it is. */
  public String fact() {
    return stated.pointer();
  }

  /** Returns the values by name, with {@code found} first and {@code reason} last. */
  public Map<String, JsonNode> values() {
    with("reason", reason);
    return values;
  }

  /** Adds the value of a parameter, if one is in force. */
  public Place against(String name, String parameter) {
    return add(name, stated.inForce().asWritten(parameter));
  }

  /**
   * Sets the reason that distinguishes this finding from others of the same outcome; null for none.
   */
  public Place because(String reason) {
    this.reason = reason;
    return this;
  }

  /** Adds the day of evaluation as {@code day}. */
  public Place onTheDay() {
    values.set("day", stated.inForce().dayText());
    return this;
  }

  /** Adds an amount; null is ignored. */
  public Place with(String name, BigDecimal amount) {
    return add(name, amount == null ? null : TextNode.valueOf(amount.toPlainString()));
  }

  /** Adds an integer; null is ignored. */
  public Place with(String name, Integer number) {
    return add(name, number == null ? null : IntNode.valueOf(number));
  }

  /** Adds a day; null is ignored. */
  public Place with(String name, LocalDate day) {
    return add(name, day == null ? null : TextNode.valueOf(day.toString()));
  }

  /** Adds a text; null is ignored. */
  public Place with(String name, String text) {
    return add(name, text == null ? null : TextNode.valueOf(text));
  }

  /** Adds a list of texts; null is ignored. */
  public Place with(String name, List<String> texts) {
    if (texts != null) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      texts.forEach(list::add);
      values.set(name, list);
    }
    return this;
  }

  private Place add(String name, JsonNode value) {
    if (value != null) {
      values.set(name, value);
    }
    return this;
  }
}
