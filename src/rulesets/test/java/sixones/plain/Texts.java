package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;

/** When a value of the draft is blank, and when a text can be read. */
public final class Texts {
  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  public static boolean isStated(JsonNode value) {
    if (value.isTextual()) {
      return isStated(value.textValue());
    }
    if (value.isContainerNode()) {
      for (JsonNode part : value) {
        if (isStated(part)) {
          return true;
        }
      }
      return false;
    }
    return !value.isMissingNode() && !value.isNull();
  }

  public static boolean isStated(String text) {
    return isLegible(text) || isLost(text);
  }

  public static boolean isLegible(String text) {
    return Characters.LEGIBLE.containsSome(text);
  }

  public static boolean isLost(String text) {
    return text.indexOf(REPLACEMENT) >= 0 || !isLegible(text) && hasPrivateUse(text);
  }

  public static boolean hasPrivateUse(String text) {
    return Characters.PRIVATE_USE.containsSome(text);
  }

  /** Full-width forms become ASCII, and the invisible characters around are dropped. */
  public static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      narrow.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
    }
    int start = 0;
    int end = narrow.length();
    while (start < end && Characters.INVISIBLE.contains(narrow.codePointAt(start))) {
      start += Character.charCount(narrow.codePointAt(start));
    }
    while (start < end && Characters.INVISIBLE.contains(narrow.codePointBefore(end))) {
      end -= Character.charCount(narrow.codePointBefore(end));
    }
    return narrow.substring(start, end);
  }

  public static boolean hasHan(String text) {
    return Characters.HAN.containsSome(text);
  }
}
