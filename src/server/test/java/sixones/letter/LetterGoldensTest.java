package sixones.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Project;
import sixones.report.Language;

/** What each letter says, to the byte; {@code -Dgolden=update} writes the files anew. */
class LetterGoldensTest {
  private static final Path FOLDER =
      Project.file("src/server/test/resources/sixones/letter/golden");

  static Set<String> letters() {
    return LettersInTests.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void a_letter_is_frozen_and_reads_as_its_golden_files(String name) throws IOException {
    FrozenLetter frozen = LettersInTests.frozen(LettersInTests.all().get(name));

    same(name + ".json", new String(frozen.bytes(), StandardCharsets.UTF_8));
    for (Language language : Language.values()) {
      same(name + "." + language.tag() + ".txt", new LetterRendering(frozen, language).text());
    }
  }

  private static void same(String file, String text) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void every_kind_has_a_golden_letter_and_no_file_is_left_over() throws IOException {
    Map<String, Letter> all = LettersInTests.all();
    assertThat(all.values()).extracting(Letter::kind).contains(LetterKind.values());
    Set<String> expected = new TreeSet<>();
    for (String name : all.keySet()) {
      expected.addAll(Set.of(name + ".json", name + ".en.txt", name + ".zh-CN.txt"));
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }
}
