package sixones.people.account;

import com.ibm.icu.lang.UCharacter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sixones.text.Folding;

/**
 * Words that an attacker would try first against this service: its name, roles and applicants, from
 * {@code words-of-this-place.txt}.
 */
final class WordsOfThisPlace {
  private static final List<String> WORDS = read();

  /** The longest alternatives first, so that no part of one remains. */
  private static final Pattern ANY =
      Pattern.compile(
          WORDS.stream()
              .sorted(Comparator.comparing(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));

  private WordsOfThisPlace() {}

  private static List<String> read() {
    try (InputStream file = WordsOfThisPlace.class.getResourceAsStream("words-of-this-place.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether a text consists only of these words, digits and signs. */
  static boolean makeUp(String text) {
    return ANY.matcher(Folding.of(text))
        .replaceAll("")
        .codePoints()
        .noneMatch(UCharacter::isLetter);
  }
}
