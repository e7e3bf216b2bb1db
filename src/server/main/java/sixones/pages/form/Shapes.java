package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sixones.bid.BidContract;
import sixones.bid.Shape;

/** Resolves JSON Pointers against the contract of a bid. */
public final class Shapes {
  private Shapes() {}

  /** Returns the shape at a pointer; null if the contract has no such place. */
  public static Shape at(String pointer) {
    Shape shape = BidContract.whole();
    for (String step : steps(pointer)) {
      if (shape instanceof Shape.Members members) {
        shape = members.members().get(step);
      } else if (shape instanceof Shape.Entries entries && step.matches("[0-9]{1,4}")) {
        shape = entries.of();
      } else {
        return null;
      }
    }
    return shape;
  }

  static boolean isList(String pointer) {
    return pointer.startsWith("/") && at(pointer) instanceof Shape.Entries;
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

  /** Returns whether a single form field takes the value. */
  static boolean isField(Shape shape) {
    return !(shape instanceof Shape.Members) && !(shape instanceof Shape.Entries);
  }

  /** Returns whether the value is one of a fixed set of words. */
  static boolean isChoice(Shape shape) {
    return shape instanceof Shape.Choice || shape instanceof Shape.YesNo;
  }

  /** Returns whether the text is the code of a division. */
  static boolean isDivision(String pointer) {
    return kind(pointer).equals("city-code");
  }

  static String[] steps(String pointer) {
    return pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
  }

  /** Returns the kind of text at a pointer, such as {@code amount}; empty if it has none. */
  public static String kind(String pointer) {
    Shape shape = at(pointer);
    if (shape instanceof Shape.Whole whole) {
      return whole.kind();
    }
    return shape instanceof Shape.Form form ? form.kind() : "";
  }
}
