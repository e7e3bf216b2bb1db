package sixones.letter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import sixones.round.Fault;
import sixones.text.Characters;

/** Finds in a letter what cannot be printed, would mislead a reader, or is too much. */
final class LetterCheck {
  /** The most characters of one text. */
  static final int LONGEST = 8_000;

  /** The most characters of a letter, both languages together. */
  static final int LARGEST = 400_000;

  /** The most blocks, fields, rows or pointers in one place. */
  static final int MOST = 500;

  /** The most faults that are told. */
  static final int MOST_FAULTS = 100;

  private static final int NOTHING = LetterWords.NOTHING.charAt(0);

  private final IntPredicate printed;
  private final List<Fault> faults = new ArrayList<>();
  private int size;

  private LetterCheck(IntPredicate printed) {
    this.printed = printed;
  }

  /**
   * Returns everything that is wrong, with pointers into the letter's JSON; at most {@link
   * #MOST_FAULTS}.
   *
   * @param printed whether a font has a glyph for a character
   */
  static List<Fault> faults(Letter letter, IntPredicate printed) {
    LetterCheck check = new LetterCheck(printed);
    check.walk("", LetterJson.tree(letter));
    if (check.size > LARGEST) {
      check.add("", "too-large", Map.of("length", check.size, "most", LARGEST));
    }
    return List.copyOf(check.faults);
  }

  private void walk(String pointer, JsonNode node) {
    if (node.isTextual()) {
      text(pointer, node.textValue());
    } else if (node.isArray()) {
      if (node.size() > MOST) {
        add(pointer, "too-many", Map.of("length", node.size(), "most", MOST));
      }
      for (int i = 0; i < node.size(); i++) {
        walk(pointer + "/" + i, node.get(i));
      }
    } else {
      for (Iterator<Map.Entry<String, JsonNode>> members = node.fields(); members.hasNext(); ) {
        Map.Entry<String, JsonNode> member = members.next();
        walk(pointer + "/" + member.getKey(), member.getValue());
      }
    }
  }

  private void text(String pointer, String text) {
    int length = text.codePointCount(0, text.length());
    size += length;
    if (isRead(pointer) && isBlank(text)) {
      add(pointer, "blank", Map.of());
    }
    if (length > LONGEST) {
      add(pointer, "too-long", Map.of("length", length, "most", LONGEST));
      return;
    }
    Map<Integer, String> wrong = new LinkedHashMap<>();
    text.codePoints()
        .forEach(
            c -> {
              String kind = wrong(c);
              if (kind != null) {
                wrong.putIfAbsent(c, kind);
              }
            });
    wrong.forEach(
        (c, kind) ->
            add(
                pointer,
                kind,
                kind.equals("no-glyph")
                    ? Map.of("code", code(c), "character", Character.toString(c))
                    : Map.of("code", code(c))));
  }

  /** Returns whether a place holds what a reader reads, and no id. */
  private static boolean isRead(String pointer) {
    return pointer.endsWith("/en") || pointer.endsWith("/zh");
  }

  private static boolean isBlank(String text) {
    return text.contains(LetterWords.NOTHING) || text.codePoints().noneMatch(LetterCheck::isSeen);
  }

  private static boolean isSeen(int c) {
    return Characters.isLetterOrNumber(c) || c == '—';
  }

  private String wrong(int c) {
    if (c == NOTHING) {
      return null;
    }
    String misleading = misleading(c);
    return misleading == null && c != '\n' && !printed.test(c) ? "no-glyph" : misleading;
  }

  private static String misleading(int c) {
    if (c == '\n') {
      return null;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL -> "control-character";
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          "invisible-character";
      case Character.SURROGATE -> "lone-surrogate";
      default -> null;
    };
  }

  /**
   * Returns a text as a preview shows it: what would hide or reorder stands there by its code, a
   * blank as an ellipsis. A text that can be issued stays as it is.
   */
  static String shown(String text) {
    if (text.codePoints().allMatch(c -> misleading(c) == null && c != NOTHING)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == NOTHING) {
                shown.append('…');
              } else if (misleading(c) == null) {
                shown.appendCodePoint(c);
              } else {
                shown.append('[').append(code(c)).append(']');
              }
            });
    return shown.toString();
  }

  /**
   * Returns a text in which what cannot be printed, hides or reorders stands by its code: somebody
   * else wrote it, and no letter must fail for it. A text that can be issued stays as it is.
   */
  static String printable(String text, IntPredicate printed) {
    if (text.codePoints().allMatch(c -> isPrintable(c, printed))) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isPrintable(c, printed)) {
                shown.appendCodePoint(c);
              } else {
                shown.append('[').append(code(c)).append(']');
              }
            });
    return shown.toString();
  }

  private static boolean isPrintable(int c, IntPredicate printed) {
    return c == '\n' || c != NOTHING && misleading(c) == null && printed.test(c);
  }

  private static String code(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }

  private void add(String pointer, String kind, Map<String, ?> values) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(pointer, kind, values));
    }
  }
}
