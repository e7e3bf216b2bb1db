package sixones;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a character is comes from the tables the product carries, so that the answer is the same on
 * every Java: the methods of the platform that look into its own tables are refused.
 */
class UnicodeTablesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final Path SOURCES = Path.of("main/java");

  /** Members by owner; a name that ends in * stands for all that begin so. */
  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          "java.lang.Character",
          Set.of(
              "isLetter*",
              "isDigit",
              "isAlphabetic",
              "isUpperCase",
              "isLowerCase",
              "isTitleCase",
              "isWhitespace",
              "isSpace*",
              "isIdeographic",
              "isDefined",
              "isMirrored",
              "isEmoji*",
              "isExtendedPictographic",
              "isJava*",
              "isUnicode*",
              "isIdentifierIgnorable",
              "getType",
              "getNumericValue",
              "getDirectionality",
              "getName",
              "digit",
              "toUpperCase",
              "toLowerCase",
              "toTitleCase"),
          "java.lang.String",
          Set.of(
              "strip*",
              "isBlank",
              "toUpperCase",
              "toLowerCase",
              "equalsIgnoreCase",
              "compareToIgnoreCase",
              "CASE_INSENSITIVE_ORDER"),
          "java.lang.Character$UnicodeScript",
          Set.of("*"),
          "java.lang.Character$UnicodeBlock",
          Set.of("*"),
          "java.text.Normalizer",
          Set.of("*"),
          "java.text.Collator",
          Set.of("*"),
          "java.text.BreakIterator",
          Set.of("*"));

  /** Parts of a pattern whose meaning depends on the tables or the edition of the platform. */
  private static final Pattern TABLES_IN_PATTERN =
      Pattern.compile("\\\\\\\\[sSwWbBdDhHRXpPN]|\\(\\?[a-zA-Z]*[iuUwb][a-zA-Z]*[-:)]");

  private static final Pattern LITERAL = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"");

  @Test
  void no_class_of_the_engine_asks_the_platform_what_a_character_is() {
    DescribedPredicate<JavaAccess<?>> refused =
        DescribedPredicate.describe(
            "a member that reads the platform's tables of characters",
            access -> isRefused(access.getTargetOwner().getName(), access.getName()));

    noClasses()
        .should()
        .accessTargetWhere(refused)
        .because("two releases of Java hold two editions of Unicode")
        .check(CLASSES);
  }

  @Test
  void no_pattern_of_the_engine_asks_the_platform_what_a_character_is() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        tables(Files.readString(file)).forEach(part -> found.add(file + ": " + part));
      }
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pattern.compile(\"[\\\\s]*\")",
        "x.matches(\"\\\\p{L}+\")",
        "x.matches(\"(?i)abc\")",
        "Pattern.compile(\"abc\", Pattern.CASE_INSENSITIVE)",
        "x.split(\"\\\\W\")"
      })
  void such_a_pattern_is_seen(String code) {
    assertThat(tables(code)).isNotEmpty();
  }

  private static List<String> tables(String code) {
    List<String> found = new ArrayList<>();
    Matcher literals = LITERAL.matcher(code);
    while (literals.find()) {
      if (TABLES_IN_PATTERN.matcher(literals.group()).find()) {
        found.add(literals.group());
      }
    }
    for (String flag : List.of("CASE_INSENSITIVE", "UNICODE_CASE", "UNICODE_CHARACTER_CLASS")) {
      if (code.contains("Pattern." + flag)) {
        found.add(flag);
      }
    }
    return found;
  }

  private static boolean isRefused(String owner, String member) {
    return REFUSED.getOrDefault(owner, Set.of()).stream()
        .anyMatch(
            refused ->
                refused.endsWith("*")
                    ? member.startsWith(refused.substring(0, refused.length() - 1))
                    : member.equals(refused));
  }
}
