package sixones.api.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sixones.Project;
import sixones.report.Language;
import sixones.report.Messages;

/** Whatever the procedure refuses is said in words, in both languages. */
class RefusalWordsTest {
  private static final Pattern PROBLEM =
      Pattern.compile("(?:Why\\.[A-Z_]+,|[^.]conflict\\()\\s*\"([a-z][a-z-]*[a-z])\"");
  private static final Pattern POLICY =
      Pattern.compile("Refusal\\.(?:conflict|forbidden)\\(\\s*\"([a-z][a-z-]*[a-z])\"");
  private static final Pattern FAULT =
      Pattern.compile(
          "(?:(?:new"
              + " Fault|[^a-zA-Z]fault|Refused\\.wrong)\\([^;]*?,\\s*\"([a-z][a-z-]*[a-z])\",\\s*"
              + "(?:Map\\.|found\\(|values))|(?:read|texts)\\(\\s*name,\\s*\"([a-z][a-z-]*[a-z])\"",
          Pattern.DOTALL);

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String room : List.of("proceeding", "casework")) {
      try (Stream<Path> files = Files.walk(Project.file("src/server/main/java/sixones/" + room))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static Set<String> found(Pattern pattern, String prefix) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String source : sources()) {
      Matcher matcher = pattern.matcher(source);
      while (matcher.find()) {
        String kind = matcher.group(1);
        found.add(prefix + (kind == null ? matcher.group(2) : kind));
      }
    }
    return found;
  }

  private static List<String> missing(Set<String> keys) {
    List<String> missing = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String key : keys) {
        try {
          Messages.text(language, key, Map.of());
        } catch (IllegalArgumentException e) {
          missing.add(language + " " + key);
        }
      }
    }
    return missing;
  }

  @Test
  void every_refusal_has_a_title_and_a_detail() throws IOException {
    Set<String> kinds = found(PROBLEM, "problem.");
    kinds.addAll(found(POLICY, "problem.act-"));
    Set<String> keys = new TreeSet<>();
    kinds.forEach(kind -> keys.addAll(List.of(kind + ".title", kind + ".detail")));

    assertThat(keys).hasSizeGreaterThan(50).contains("problem.act-no-authority.title");
    assertThat(missing(keys)).isEmpty();
  }

  @Test
  void every_fault_has_a_sentence() throws IOException {
    Set<String> keys = found(FAULT, "fault.");

    assertThat(keys)
        .hasSizeGreaterThan(30)
        .contains("fault.reasons-form", "fault.candidate-not-told", "fault.unlisted");
    assertThat(missing(keys)).isEmpty();
  }
}
