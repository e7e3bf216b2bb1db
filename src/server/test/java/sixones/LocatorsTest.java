package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A journey goes by what a person makes out on a page: by role, label and text. */
class LocatorsTest {
  private static final Pattern BY_CSS = Pattern.compile("\\blocator\\(\\s*(\"[^\"]*\"|\\w+\\()");

  /** What is found by its place in the document, and why no person has more to go by. */
  private static final Map<String, String> NOBODY_SEES =
      Map.of(
          "\"html\"", "the language of a document is read out by it, and stands nowhere",
          "\"#revision\"", "a hidden field: the revision a draft was edited from",
          "\"main input[name='/parks/0/industry']\"", "a hidden field: what was typed before",
          "\"#parks\"", "a list that is inert until its answer comes has no role",
          "entered(", "wherever the link that has the focus leads",
          "\"#main img, #main script\"", "what must not be there has no name",
          "\"details.passed\"", "a fold has no role, open or not",
          "\"summary\"", "nor has the line that opens it",
          "\".report details:not(.why):not(.why details):not([open])\"",
              "nor has one that is closed",
          "\"g\"", "a drawing is one thing to a reader; its bars have no role");

  private static final Map<String, String> IN_A_DRAWING =
      Map.of(
          "\"g text:last-child\"", "the figure at a bar",
          "\"rect\"", "the bar itself, measured as it is drawn");

  @Test
  void tests_find_by_css_only_what_no_person_sees() throws IOException {
    Set<String> known = new TreeSet<>(NOBODY_SEES.keySet());
    known.addAll(IN_A_DRAWING.keySet());
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Project.file("src/server/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        BY_CSS.matcher(Files.readString(file)).results().forEach(one -> used.add(one.group(1)));
      }
    }

    assertThat(used)
        .as("what a person sees is found by role and label, see VisiblePage")
        .isEqualTo(known);
  }
}
