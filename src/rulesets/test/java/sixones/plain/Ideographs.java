package sixones.plain;

import com.ibm.icu.text.UnicodeSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Ideographs that stand for other characters, one for one, as a file of the product lists them. */
final class Ideographs {
  /** Each CJK radical or stroke with the ideograph it is equivalent to. */
  static final Ideographs OF_RADICALS = new Ideographs("equivalent-ideographs.tsv");

  /** Each traditional character with its simplified form. */
  static final Ideographs SIMPLIFIED = new Ideographs("simplified-ideographs.tsv");

  private final Map<Integer, Integer> others = new HashMap<>();

  private Ideographs(String file) {
    try (InputStream bytes = Ideographs.class.getResourceAsStream("/sixones/text/" + file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] pair = line.split("\t");
          others.put(pair[0].codePointAt(0), pair[1].codePointAt(0));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The characters that are replaced. */
  UnicodeSet replaced() {
    UnicodeSet replaced = new UnicodeSet();
    others.keySet().forEach(replaced::add);
    return replaced;
  }

  /** The text with every character the file lists replaced. */
  String replace(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    int c;
    for (int at = 0; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      replaced.appendCodePoint(others.getOrDefault(c, c));
    }
    return replaced.toString();
  }
}
