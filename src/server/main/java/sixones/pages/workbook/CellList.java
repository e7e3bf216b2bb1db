package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sixones.text.WhiteSpace;

/** Several values in one cell, with semicolons between them. */
final class CellList {
  /** The text of a cell whose list is stated but has no entries. */
  static final String EMPTY = "[]";

  private static final String SEPARATORS = ";\uFF1B,\uFF0C\u3001\n\r";
  private static final char QUOTE = '"';

  private CellList() {}

  /**
   * Joins values. One that holds a separator, quotation mark or outer white space is quoted, and so
   * is an empty one.
   */
  static String join(List<String> values) {
    return values.isEmpty()
        ? EMPTY
        : values.stream().map(CellList::written).collect(Collectors.joining("; "));
  }

  private static String written(String value) {
    boolean plain =
        !value.isEmpty()
            && !value.equals(EMPTY)
            && value.equals(trimmed(value))
            && value.indexOf(QUOTE) < 0
            && value.chars().noneMatch(c -> SEPARATORS.indexOf(c) >= 0);
    return plain ? value : QUOTE + value.replace("\"", "\"\"") + QUOTE;
  }

  /**
   * Splits a cell at semicolons, commas and line breaks, Chinese or not. Nothing between two of
   * them is no value, but a pair of quotation marks is an empty one.
   */
  static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (SEPARATORS.indexOf(c) >= 0 || isSpace(c)) {
        at++;
      } else if (c == QUOTE) {
        at = quoted(text, at + 1, values);
      } else {
        int end = at;
        while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        values.add(trimmed(text.substring(at, end)));
        at = end;
      }
    }
    return values;
  }

  private static boolean isSpace(char c) {
    return WhiteSpace.fills(String.valueOf(c));
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int quoted(String text, int start, List<String> values) {
    StringBuilder value = new StringBuilder();
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != QUOTE) {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == QUOTE) {
        value.append(QUOTE);
        at++;
      } else {
        break;
      }
    }
    values.add(value.toString());
    return at;
  }
}
