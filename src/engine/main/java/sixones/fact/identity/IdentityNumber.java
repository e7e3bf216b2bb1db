package sixones.fact.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import sixones.fact.DraftNode;
import sixones.text.Characters;
import sixones.text.Text;

/**
 * The number of a resident identity card (GB 11643): division, date of birth, sequence number and
 * check character, 18 characters in all. A bid should not contain one, and no finding repeats one.
 */
public final class IdentityNumber {
  private static final Pattern FORM = Pattern.compile("[1-8][0-9]{16}[0-9X]");
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int SHOWN = 2;

  private IdentityNumber() {}

  /**
   * Returns whether a text, without its invisible characters, is a valid number of a person born on
   * or before the day.
   */
  static boolean isIn(String text, LocalDate day) {
    String number = written(text);
    return FORM.matcher(number).matches() && isBirth(number, day) && isChecked(number);
  }

  /**
   * Masks a text that is an identity number: keeps its first two digits and replaces the others by
   * asterisks.
   *
   * @param place where the text stands in the statement, such as {@code a/b}; "" is the statement
   * @return the masked statement, or the same one if the text is not an identity number
   */
  public static DraftNode masked(DraftNode stated, String place) {
    JsonNode masked = masked(stated.node(), place, stated.inForce().day());
    return masked == stated.node()
        ? stated
        : new DraftNode(stated.pointer(), masked, stated.inForce());
  }

  private static JsonNode masked(JsonNode node, String place, LocalDate day) {
    if (place.isEmpty()) {
      return node.isTextual() && isIn(node.textValue(), day) ? masked(node.textValue()) : node;
    }
    int slash = place.indexOf('/');
    String step = slash < 0 ? place : place.substring(0, slash);
    JsonNode below = node.path(step);
    JsonNode masked = masked(below, slash < 0 ? "" : place.substring(slash + 1), day);
    if (masked == below) {
      return node;
    }
    ObjectNode copy = ((ObjectNode) node).objectNode();
    return copy.<ObjectNode>setAll((ObjectNode) node).set(step, masked);
  }

  private static JsonNode masked(String text) {
    String number = written(text);
    return TextNode.valueOf(number.substring(0, SHOWN) + "*".repeat(number.length() - SHOWN));
  }

  private static String written(String text) {
    return Characters.capitals(Text.width(Characters.withoutInvisible(text)));
  }

  private static boolean isBirth(String number, LocalDate day) {
    try {
      LocalDate birth =
          LocalDate.of(
              Integer.parseInt(number, 6, 10, 10),
              Integer.parseInt(number, 10, 12, 10),
              Integer.parseInt(number, 12, 14, 10));
      return !birth.isBefore(FIRST_BIRTH) && !birth.isAfter(day);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isChecked(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return number.charAt(WEIGHTS.length) == CHECKS.charAt(sum % 11);
  }
}
