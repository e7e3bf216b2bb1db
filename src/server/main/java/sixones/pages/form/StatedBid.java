package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.bid.Understood;
import sixones.bid.WrittenValue;

/**
 * The values a form states: converted to the contract's notation where understood, otherwise as
 * written.
 *
 * @param understood by pointer, how each converted text was understood
 */
record StatedBid(JsonNode bid, Map<String, Understood> understood) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Returns the values without conversion. */
  static StatedBid asWritten(JsonNode written) {
    return new StatedBid(written, Map.of());
  }

  /**
   * Converts values as people write them to the contract's notation.
   *
   * @param labels gives the display names of a choice's word
   * @param divisions gives the code of the division with a name, or null
   */
  static StatedBid of(
      JsonNode written,
      BidContract contract,
      Function<String, List<String>> labels,
      UnaryOperator<String> divisions) {
    Map<String, Understood> understood = new LinkedHashMap<>();
    Words words = new Words(contract, labels, divisions);
    return new StatedBid(read(contract.whole(), "", written, words, understood), understood);
  }

  private record Words(
      BidContract contract,
      Function<String, List<String>> labels,
      UnaryOperator<String> divisions) {
    Understood of(Shape shape, String pointer, String text) {
      Understood understood = WrittenValue.of(shape, text, labels);
      String code =
          understood.text() == null && contract.isDivision(pointer) ? divisions.apply(text) : null;
      return code == null ? understood : new Understood(code, true, null);
    }
  }

  private static JsonNode read(
      Shape shape, String pointer, JsonNode written, Words words, Map<String, Understood> all) {
    if (shape instanceof Shape.Members members && written.isObject()) {
      ObjectNode object = NODES.objectNode();
      written
          .properties()
          .forEach(
              member -> {
                String name = member.getKey();
                Shape below = members.members().get(name);
                String there = pointer + "/" + name;
                object.set(name, read(below, there, member.getValue(), words, all));
              });
      return object;
    }
    if (shape instanceof Shape.Entries entries && written.isArray()) {
      ArrayNode list = NODES.arrayNode();
      for (JsonNode entry : written) {
        list.add(read(entries.of(), pointer + "/" + list.size(), entry, words, all));
      }
      return list;
    }
    if (!written.isTextual()) {
      return written;
    }
    Understood understood = words.of(shape, pointer, written.textValue());
    if (understood.translated() || understood.conversion() != null) {
      all.put(pointer, understood);
    }
    return understood.text() == null ? written : leaf(shape, understood.text());
  }

  private static JsonNode leaf(Shape shape, String text) {
    if (shape instanceof Shape.YesNo) {
      return NODES.booleanNode(text.equals("true"));
    }
    return shape instanceof Shape.Whole
        ? NODES.numberNode(Integer.parseInt(text))
        : TextNode.valueOf(text);
  }
}
