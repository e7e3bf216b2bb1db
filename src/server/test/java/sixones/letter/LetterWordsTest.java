package sixones.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Project;
import sixones.text.Words;

/** The sentences of letters are the same sentences in both languages. */
class LetterWordsTest {
  private static final Path FOLDER = Project.file("src/server/main/resources/sixones/letter");
  private static final Path SOURCES = Project.file("src/server/main/java/sixones/letter");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)[,}]");
  private static final Set<String> ALIKE = Set.of("reason.other", "day");

  @Test
  void both_languages_have_the_same_keys_with_the_same_values() throws IOException {
    Properties en = words("en");
    Properties zh = words("zh-CN");

    assertThat(zh.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
    for (String key : en.stringPropertyNames()) {
      assertThat(arguments(zh.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
    }
  }

  /** The names of what is filled in; a count that English needs for "one" alone is one, too. */
  private static Set<String> arguments(String pattern) {
    Set<String> names = new TreeSet<>();
    Matcher argument = ARGUMENT.matcher(pattern);
    while (argument.find()) {
      names.add(argument.group(1));
    }
    names.removeAll(Set.of("one", "counts"));
    return names;
  }

  @Test
  void no_sentence_is_blank_or_the_same_in_both_languages() throws IOException {
    Properties en = words("en");
    Properties zh = words("zh-CN");
    for (String key : en.stringPropertyNames()) {
      assertThat(zh.getProperty(key)).as(key).isNotBlank();
      assertThat(zh.getProperty(key).equals(en.getProperty(key)))
          .as(key)
          .isEqualTo(ALIKE.contains(key));
    }
  }

  @Test
  void no_space_stands_between_chinese_and_a_number_or_name() throws IOException {
    Pattern space = Pattern.compile("[\\p{IsHan}，。；：、] [\\w{\"]|[\\w}\"] [\\p{IsHan}]");
    Properties zh = words("zh-CN");
    for (String key : zh.stringPropertyNames()) {
      if (!key.equals("fonts")) {
        assertThat(zh.getProperty(key)).as(key).doesNotContainPattern(space);
      }
    }
  }

  @Test
  void every_sentence_is_asked_for() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path folder : List.of(SOURCES, SOURCES.resolveSibling("casework"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    Set<String> unused = new TreeSet<>(words("en").stringPropertyNames());
    unused.removeIf(
        key ->
            code.indexOf('"' + key + '"') >= 0
                || code.indexOf('"' + key.substring(key.indexOf('.') + 1) + '"') >= 0
                || made(key));

    assertThat(unused).isEmpty();
  }

  /** The codes of reasons an officer chooses from. */
  private static final Set<String> REASONS =
      Set.of(
          "judged-on-merits",
          "evidence-seen",
          "reading-of-the-text",
          "joint-claim-confirmed",
          "machine-misread",
          "untrue-statement",
          "clerical",
          "other");

  @Test
  void every_reason_of_a_determination_has_its_sentence() {
    for (String reason : REASONS) {
      assertThat(LetterWords.text("reason." + reason, Map.of("reasons", new Words("a", "甲"))).zh())
          .endsWith("甲");
    }
  }

  /** Keys put together of a constant of {@link LetterFacts} or {@link LetterKind}. */
  private static boolean made(String key) {
    if (key.startsWith("reason.") && REASONS.contains(key.substring(7))) {
      return true;
    }
    for (Class<?> type : LetterFacts.class.getDeclaredClasses()) {
      if (type.isEnum() && ofConstant(key, type)) {
        return true;
      }
    }
    return ofConstant(key, LetterKind.class);
  }

  private static boolean ofConstant(String key, Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> LetterWords.id((Enum<?>) constant))
        .anyMatch(id -> key.endsWith("." + id) || key.contains("." + id + "."));
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    words.load(
        new StringReader(Files.readString(FOLDER.resolve("words." + language + ".properties"))));
    return words;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "11, 十一",
    "20, 二十",
    "99, 九十九",
    "100, 一百",
    "101, 一百零一",
    "110, 一百一十",
    "350, 三百五十",
    "999, 九百九十九",
    "1000, 1000"
  })
  void numbers_are_written_as_headings_have_them(int n, String chinese) {
    assertThat(LetterWords.number(n)).isEqualTo(new Words(Integer.toString(n), chinese));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-07T16:00:00Z, 24:00 on 7 December 2026 (Beijing time), 2026年12月7日24时（北京时间）",
    "2026-12-07T09:30:00Z, 17:30 on 7 December 2026 (Beijing time), 2026年12月7日17:30（北京时间）",
    "2026-12-31T16:00:00Z, 24:00 on 31 December 2026 (Beijing time), 2026年12月31日24时（北京时间）"
  })
  void a_term_ends_at_hour_24_of_its_last_day(Instant due, String en, String zh) {
    assertThat(LetterWords.end(due)).isEqualTo(new Words(en, zh));
  }

  @Test
  void a_text_in_one_language_says_so_in_the_other() {
    assertThat(LetterWords.both(new Words(null, "理由")))
        .isEqualTo(new Words("理由 (original in Chinese)", "理由"));
    assertThat(LetterWords.both(new Words("reason", " ")))
        .isEqualTo(new Words("reason", "reason（原文为英文）"));
  }
}
