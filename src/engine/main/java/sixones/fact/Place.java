package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.UnreadableDraft;

/**
 * A place of a draft by its JSON Pointer, and the values a rule looked at there. {@code found} is
 * what the city wrote: of a list the number of its entries, absent if nothing is written.
 */
public final class Place {
  private final DraftNode stated;
  private final String member;
  private final Map<String, JsonNode> values = new LinkedHashMap<>(8);
  private String reason;

  Place(DraftNode stated, String member) {
    this.stated = stated;
    this.member = member;
    JsonNode found = stated.found(member);
    if (!found.isNull() && !found.isMissingNode() && found != UnreadableDraft.PLACE) {
      values.put("found", found.isArray() ? IntNode.valueOf(found.size()) : found);
    }
  }

  /** The JSON Pointer (RFC 6901). */
  public String pointer() {
    return stated.pointerTo(member);
  }

  /** Whether this is the place of a member of a fact. */
  public boolean isOf(Fact fact, String name) {
    return fact.isStatedBy(stated) && member.equals(name);
  }

  /** The values by their names, {@code found} first, {@code reason} last. */
  public Map<String, JsonNode> values() {
    with("reason", reason);
    return Collections.unmodifiableMap(values);
  }

  /** Adds the value of a parameter in force; one not yet in force is left out. */
  public Place against(String name, String parameter) {
    return add(name, stated.inForce().asWritten(parameter));
  }

  /** Says what tells this finding from others of the same outcome; null says nothing. */
  public Place because(String reason) {
    this.reason = reason;
    return this;
  }

  /** Adds the day of evaluation as {@code day}. */
  public Place onTheDay() {
    values.put("day", stated.inForce().dayText());
    return this;
  }

  /** Adds an amount; an unknown one is left out. */
  public Place with(String name, BigDecimal amount) {
    return add(name, amount == null ? null : TextNode.valueOf(amount.toPlainString()));
  }

  /** Adds a whole number; an unknown one is left out. */
  public Place with(String name, Integer number) {
    return add(name, number == null ? null : IntNode.valueOf(number));
  }

  /** Adds a text; an unknown one is left out. */
  public Place with(String name, String text) {
    return add(name, text == null ? null : TextNode.valueOf(text));
  }

  /** Adds texts as a list; an unknown one is left out. */
  public Place with(String name, List<String> texts) {
    if (texts != null) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      texts.forEach(list::add);
      values.put(name, list);
    }
    return this;
  }

  private Place add(String name, JsonNode value) {
    if (value != null) {
      values.put(name, value);
    }
    return this;
  }
}
