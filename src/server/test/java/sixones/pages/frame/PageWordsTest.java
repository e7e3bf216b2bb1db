package sixones.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.report.Language;
import sixones.round.RoundState;

/** Every word of the pages is there in both languages, needed, and found where it is asked for. */
class PageWordsTest {
  private static final Pattern SAID = Pattern.compile("(?:text|how)\\('([a-zA-Z0-9.-]+)'");
  private static final List<String> MADE_UP =
      List.of(
          "role.",
          "task.",
          "example.",
          "error.",
          "defect.",
          "overview.left.",
          "applicant.draft.basis",
          "applicant.draft.conflict",
          "applicant.savings.why.",
          "round.state.",
          "round.moved.",
          "round.to.",
          "round.do.",
          "round.done.",
          "round.effect.",
          "round.field.",
          "round.hint.",
          "changes.member.",
          "round.fault.",
          "encoding-name.",
          "account.ask.",
          "digest.",
          "files.strength.",
          "find.by.",
          "audit.act.",
          "audit.kind.",
          "audit.member.",
          "audit.by.",
          "terms.counting.",
          "terms.kind.",
          "notices.kind.",
          "notices.unit.",
          "notices.letter.",
          "notices.in.",
          "calendars.state.",
          "authorities.state.",
          "authorities.power.",
          "authorities.field.",
          "authorities.missing.",
          "authorities.step.",
          "permissions.persons.",
          "permissions.unless.",
          "casework.act.",
          "casework.do.",
          "casework.how.",
          "casework.state.",
          "casework.standing.",
          "casework.cause.",
          "casework.code.",
          "casework.progress.",
          "casework.next.",
          "casework.ground.",
          "casework.reopen.",
          "casework.kind.",
          "casework.withheld.",
          "casework.field.",
          "casework.hint.",
          "casework.says.",
          "casework.desk.",
          "round.procedure.",
          "mycase.state.",
          "mycase.next.",
          "mycase.silence.",
          "mycase.counted.",
          "mycase.progress.",
          "mycase.kind.",
          "mycase.reply.",
          "mycase.decided.",
          "mycase.done.",
          "mycase.told.",
          "mycase.ground.");

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(words("zh-CN").stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
  }

  @Test
  void words_stand_in_the_room_of_the_pages_that_show_them() throws IOException {
    for (Path file : files("en")) {
      assertThat(Path.of("main/resources/templates/pages", file.getName(4).toString()))
          .isDirectory();
      for (Language language : Language.values()) {
        PageWords all = PageWords.in(language);
        assertThat(load(file).stringPropertyNames()).as(file.toString()).allMatch(all::has);
      }
    }
  }

  @Test
  void no_sentence_is_blank_or_the_same_in_both_languages() throws IOException {
    Properties en = words("en");
    Properties zh = words("zh-CN");
    for (String key : en.stringPropertyNames()) {
      assertThat(en.getProperty(key)).as(key).isNotBlank();
      assertThat(zh.getProperty(key)).as(key).isNotBlank().isNotEqualTo(en.getProperty(key));
    }
  }

  @Test
  void every_word_asked_for_is_there_and_every_word_there_is_asked_for() throws IOException {
    Set<String> asked = new TreeSet<>();
    Matcher said = SAID.matcher(text("main/resources/templates"));
    while (said.find()) {
      asked.add(said.group(1));
    }
    String code = text("main/java/sixones/pages");
    Set<String> there = new TreeSet<>(words("en").stringPropertyNames());

    assertThat(there).containsAll(asked);
    there.removeIf(
        key ->
            asked.contains(key)
                || code.contains('"' + key + '"')
                || MADE_UP.stream().anyMatch(key::startsWith));
    assertThat(there).isEmpty();
  }

  @Test
  void no_words_of_pages_are_about_a_place_of_a_bid() throws IOException {
    Set<String> there = new TreeSet<>(words("en").stringPropertyNames());
    there.removeIf(key -> !key.matches("(field|hint|entry|add|new)\\..*"));

    assertThat(there).as("the contract labels its places").containsExactly("field.blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void roles_and_states_are_named_the_same_on_pages_and_in_reports(String language)
      throws IOException {
    Properties pages = words(language);
    Properties reports = reports(language);

    for (String role : List.of("role.applicant", "role.officer", "role.auditor", "role.admin")) {
      assertThat(pages.getProperty(role)).isEqualToIgnoringCase(reports.getProperty(role));
    }
    for (RoundState state : RoundState.values()) {
      assertThat(reports.getProperty("problem.not-the-next-state.detail"))
          .contains(pages.getProperty("round.state." + state.id()));
    }
  }

  @Test
  void no_space_stands_between_chinese_and_a_number_or_name() throws IOException {
    Pattern space = Pattern.compile("[\\p{IsHan}，。；：、] [\\w{\"]|[\\w}\"] [\\p{IsHan}]");
    Properties all = words("zh-CN");
    all.putAll(reports("zh-CN"));

    for (String key : all.stringPropertyNames()) {
      assertThat(all.getProperty(key)).as(key).doesNotContainPattern(space);
    }
  }

  private static String text(String folder) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private static Properties words(String language) throws IOException {
    Properties all = new Properties();
    for (Path file : files(language)) {
      Properties room = load(file);
      for (String key : room.stringPropertyNames()) {
        if (all.put(key, room.getProperty(key)) != null) {
          throw new AssertionError(key + " stands in " + file + " and another room");
        }
      }
    }
    return all;
  }

  private static List<Path> files(String language) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("main/resources/sixones/pages"))) {
      return files.filter(file -> file.endsWith("words." + language + ".properties")).toList();
    }
  }

  private static Properties reports(String language) throws IOException {
    return load(
        Path.of("../engine/main/resources/sixones/report/words." + language + ".properties"));
  }

  private static Properties load(Path file) throws IOException {
    Properties words = new Properties();
    words.load(new StringReader(Files.readString(file)));
    return words;
  }
}
