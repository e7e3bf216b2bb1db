package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sixones.bid.BidContract;
import sixones.bid.Shape;

/** Resolves the pointers that a form sends. */
final class Shapes {
  private Shapes() {}

  static boolean isList(BidContract contract, String pointer) {
    return pointer.startsWith("/") && contract.at(pointer) instanceof Shape.Entries;
  }

  /** Returns the most entries that a list can have. */
  static int most(BidContract contract, String list) {
    return contract.at(list) instanceof Shape.Entries entries ? entries.most() : 0;
  }

  /** Returns the list at a pointer; creates it if its parent exists. */
  static ArrayNode list(ObjectNode bid, String pointer) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = bid.at(pointer.substring(0, slash));
    return parent instanceof ObjectNode object
        ? object.withArray(pointer.substring(slash + 1))
        : bid.arrayNode();
  }

  /** Removes a member from its parent. */
  static void takeOut(ObjectNode bid, String pointer) {
    int slash = pointer.lastIndexOf('/');
    if (bid.at(pointer.substring(0, slash)) instanceof ObjectNode object) {
      object.remove(pointer.substring(slash + 1));
    }
  }

  /** Returns whether the value is one of a fixed set of words. */
  static boolean isChoice(Shape shape) {
    return shape instanceof Shape.Choice || shape instanceof Shape.YesNo;
  }
}
