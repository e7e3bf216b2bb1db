package sixones.paper;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Texts as paper shows them: what has no glyph stands there by its code, never as a box. */
final class PrintableText {
  private final IntPredicate printed;
  private boolean coded;

  /**
   * Creates one for a document.
   *
   * @param printed whether a font has a glyph for a character
   */
  PrintableText(IntPredicate printed) {
    this.printed = printed;
  }

  /** Returns whether a character was replaced by its code. */
  boolean hasCoded() {
    return coded;
  }

  /**
   * Replaces characters that no XML document can hold. They have no meaning in markup, so a whole
   * document can be given.
   */
  String forXml(String document) {
    return document.codePoints().allMatch(PrintableText::isOfXml)
        ? document
        : replaced(document, PrintableText::isOfXml);
  }

  private static boolean isOfXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  /** Replaces characters without a glyph, and those that would reorder or hide what is read. */
  String of(String text) {
    return text.codePoints().allMatch(this::shows) ? text : replaced(text, this::shows);
  }

  private boolean shows(int c) {
    return c == '\n' || c == '\t' || c == '\r' || isVisible(c) && printed.test(c);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private String replaced(String text, IntPredicate kept) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (kept.test(c)) {
                shown.appendCodePoint(c);
              } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                shown.append(' ');
              } else {
                coded = true;
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
              }
            });
    return shown.toString();
  }
}
