package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import sixones.bid.Shape;
import sixones.draft.WorkingDrafts.Text;

/**
 * Detects whether a submitted page still holds what it was rendered with. If so, nobody edited the
 * bid and its stored bytes stay as they are.
 */
public final class Untouched {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Untouched() {}

  /** Returns whether the form was submitted as rendered. */
  public static boolean form(Text kept, BidForm sent) {
    return KeptForm.of(kept, id -> sent.ruleSet())
        .filter(
            shown ->
                asSent(shown, (shape, leaf) -> TextNode.valueOf(leaf.asText())).equals(sent.tree()))
        .isPresent();
  }

  /**
   * Returns whether the form states the stored values with the same JSON types, rather than a
   * number as text.
   */
  public static boolean exactly(Text kept, BidForm sent) {
    return KeptForm.of(kept, id -> sent.ruleSet())
        .filter(shown -> asSent(shown, (shape, leaf) -> leaf).equals(sent.stated().bid()))
        .isPresent();
  }

  /**
   * Returns whether the text was submitted as rendered. A text area drops the byte order mark and
   * normalises line breaks, so both are ignored.
   */
  public static boolean text(Text kept, String sent) {
    String shown = new String(kept.bytes(), StandardCharsets.UTF_8);
    return lines(shown.startsWith("\uFEFF") ? shown.substring(1) : shown)
        .equals(lines(sent.startsWith("\uFEFF") ? sent.substring(1) : sent));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private interface Leaf extends BiFunction<Shape, JsonNode, JsonNode> {}

  private static JsonNode asSent(BidForm shown, Leaf leaf) {
    JsonNode sent = sent(shown.contract().whole(), shown.tree(), leaf);
    return sent == null ? NODES.objectNode() : sent;
  }

  /** Returns what a browser submits for a value; null if it is blank. */
  private static JsonNode sent(Shape shape, JsonNode node, Leaf leaf) {
    if (shape instanceof Shape.Members members && node.isObject()) {
      ObjectNode object = NODES.objectNode();
      members
          .members()
          .forEach(
              (name, below) -> {
                JsonNode value = sent(below, node.path(name), leaf);
                if (value != null) {
                  object.set(name, value);
                }
              });
      return object.isEmpty() ? null : object;
    }
    if (shape instanceof Shape.Entries entries && node.isArray()) {
      ArrayNode list = NODES.arrayNode();
      for (JsonNode entry : node) {
        JsonNode value = sent(entries.of(), entry, leaf);
        list.add(value == null ? BidForm.blankOf(entries.of()) : value);
      }
      return list;
    }
    boolean blank = node.isMissingNode() || node.isNull() || node.asText().isBlank();
    return blank ? null : leaf.apply(shape, node);
  }
}
