package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: what other rooms see of a room has its place in the glossary. */
class GlossaryTest {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?m)^public (?:final |abstract |sealed )*(?:class|record|enum|interface) (\\w+)");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)");

  @Test
  void every_public_type_stands_in_the_glossary() throws IOException {
    Set<String> types = new TreeSet<>();
    for (String module : List.of("engine", "packer", "server")) {
      try (Stream<Path> files = Files.walk(Project.file("src/" + module + "/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          types.addAll(found(PUBLIC, Files.readString(file)));
        }
      }
    }

    Set<String> named = found(NAMED, Files.readString(Project.file("docs/glossary.md")));
    assertThat(named).containsAll(types);
  }

  @Test
  void every_noun_has_one_room() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String module : List.of("engine", "packer", "server")) {
      try (Stream<Path> files = Files.walk(Project.file("src/" + module + "/main/java"))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".java"))
            .forEach(sources::add);
      }
    }

    assertThat(sources).as("one word stands for one thing").doesNotHaveDuplicates();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
