package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/security.md is whole, and what it says is held is held by tests there are. */
class SecurityTableTest {
  private static final Path TABLE = Project.file("docs/security.md");
  private static final Path DEMANDS = Path.of("test/resources/sixones/asvs-5.0.0.txt");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([12]) \\| ([^|]+) \\| ([^|]*?) ?\\| ?([^|]*?)"
              + " ?\\|");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");
  private static final Set<String> STATES = Set.of("met", "part", "site", "no", "n/a");

  /** A demand as the table tells it. */
  private record Row(
      String number, String demand, String level, String state, String how, String holders) {
    /** Whether it names what holds it: a test, the page itself, or the build. */
    boolean isHeld() {
      return NAMED.matcher(holders).find()
          || holders.equals("this page")
          || holders.equals("build");
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      Matcher row = ROW.matcher(line);
      if (line.matches("\\| *\\d.*")) {
        assertThat(row.matches()).as(line).isTrue();
        rows.add(
            new Row(
                row.group(1),
                row.group(2),
                row.group(3),
                row.group(4),
                row.group(5),
                row.group(6)));
      }
    }
    return rows;
  }

  @Test
  void every_demand_of_both_levels_stands_in_it_once_and_in_order() throws IOException {
    List<String> told = rows().stream().map(row -> row.number() + " " + row.level()).toList();

    assertThat(told)
        .containsExactlyElementsOf(
            Files.readAllLines(DEMANDS).stream().filter(line -> !line.startsWith("#")).toList());
  }

  @Test
  void each_is_met_and_held_or_says_what_is_missing() throws IOException {
    for (Row row : rows()) {
      assertThat(row.state()).as(row.number()).isIn(STATES);
      if (row.state().equals("met")) {
        assertThat(row.isHeld()).as(row + " is held by nothing").isTrue();
      } else {
        assertThat(row.how()).as(row + " says nothing").isNotBlank();
      }
    }
  }

  @Test
  void every_test_it_names_is_there() throws IOException {
    Map<String, Path> tests;
    try (Stream<Path> files = Files.walk(Project.file("src"))) {
      tests =
          files
              .filter(file -> file.toString().matches(".*/test/java/.*[.]java"))
              .collect(
                  Collectors.toMap(
                      file -> file.getFileName().toString().replace(".java", ""),
                      file -> file,
                      (one, other) -> one));
    }
    Matcher named = NAMED.matcher(Files.readString(TABLE));
    Map<String, String> missing = new TreeMap<>();
    int found = 0;
    while (named.find()) {
      found++;
      Path test = tests.get(named.group(1));
      boolean there =
          test != null
              && (named.group(2) == null
                  || Files.readString(test).contains("void " + named.group(2) + "("));
      if (!there) {
        missing.put(named.group(), TABLE.toString());
      }
    }
    assertThat(found).isGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void nothing_in_it_waits_to_be_written() throws IOException {
    assertThat(Files.readString(TABLE)).doesNotContain("PENDING");
  }

  @Test
  void it_counts_them_rightly() throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String state : List.of("met", "part", "site", "no", "n/a")) {
      counts.put(state, 0);
    }
    rows().forEach(row -> counts.merge(row.state(), 1, Integer::sum));

    String told =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    assertThat(Files.readString(TABLE)).contains("Of " + rows().size() + " demands: " + told + ".");
  }
}
