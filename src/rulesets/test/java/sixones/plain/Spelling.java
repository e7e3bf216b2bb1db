package sixones.plain;

import java.util.List;
import java.util.Locale;

/** Ways to write a text that leave it the same once folded. */
enum Spelling {
  WIDE {
    @Override
    String write(String text) {
      return wide(text);
    }
  },
  UPPER_CASE {
    @Override
    String write(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  },
  PADDED {
    @Override
    String write(String text) {
      return "　" + text + "\t";
    }
  },
  SPACED {
    @Override
    String write(String text) {
      return inserted(text, List.of(" ", "\u00A0", "\u3000"));
    }
  },
  FILLED {
    @Override
    String write(String text) {
      return inserted(text, List.of("\u200B", "\u3164", "\u00AD", "\uFE0F", "\uDB40\uDC41"));
    }
  },
  RADICALS {
    @Override
    String write(String text) {
      return exchanged(text, "子工食一高无小心长", "⼦⼯⾷⼀⾼⽆⼩⼼⻓");
    }
  },
  MARKS {
    @Override
    String write(String text) {
      return exchanged(text, "“”·-（）()", "「』・—【】[}");
    }
  },
  FULL_STOP {
    @Override
    String write(String text) {
      return text + "。．";
    }
  };

  abstract String write(String text);

  /** Printable ASCII in its full-width forms. */
  static String wide(String text) {
    return widen(text, '!', '~');
  }

  /** The signs of numbers in their full-width forms. */
  static String wideDigits(String text) {
    return widen(text, '.', '9');
  }

  private static String widen(String text, char from, char to) {
    StringBuilder wide = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      wide.append(c >= from && c <= to ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  /** The text with one of the characters, told by its length, after its first character. */
  private static String inserted(String text, List<String> characters) {
    int first = text.offsetByCodePoints(0, 1);
    String character = characters.get(text.length() % characters.size());
    return text.substring(0, first) + character + text.substring(first);
  }

  /** The text with each of these characters exchanged for the one of those at the same place. */
  static String exchanged(String text, String these, String those) {
    StringBuilder exchanged = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = these.indexOf(c);
      exchanged.append(at >= 0 ? those.charAt(at) : c);
    }
    return exchanged.toString();
  }
}
