package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sixones.bid.BidContract;
import sixones.bid.Shape;

/** Places of a bid by their pointers. */
public final class Shapes {
  private Shapes() {}

  /** The shape of a place, or null if a bid has no such place. */
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

  /** Whether a pointer leads to a list. */
  static boolean isList(String pointer) {
    return pointer.startsWith("/") && at(pointer) instanceof Shape.Entries;
  }

  /** The list at a pointer, made where only itself is missing. */
  static ArrayNode list(ObjectNode bid, String pointer) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = bid.at(pointer.substring(0, slash));
    return parent instanceof ObjectNode object
        ? object.withArray(pointer.substring(slash + 1))
        : bid.arrayNode();
  }

  /** Makes a member not stated. */
  static void takeOut(ObjectNode bid, String pointer) {
    int slash = pointer.lastIndexOf('/');
    if (bid.at(pointer.substring(0, slash)) instanceof ObjectNode object) {
      object.remove(pointer.substring(slash + 1));
    }
  }

  /** Whether one field takes what may stand there. */
  static boolean isField(Shape shape) {
    return !(shape instanceof Shape.Members) && !(shape instanceof Shape.Entries);
  }

  /** Whether a word is chosen there. */
  static boolean isChoice(Shape shape) {
    return shape instanceof Shape.Choice || shape instanceof Shape.YesNo;
  }

  static String[] steps(String pointer) {
    return pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
  }

  /** The kind of text at a place, {@code amount} for one, or "" where there is none. */
  public static String kind(String pointer) {
    Shape shape = at(pointer);
    if (shape instanceof Shape.Whole whole) {
      return whole.kind();
    }
    return shape instanceof Shape.Form form ? form.kind() : "";
  }
}
