package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Project;
import sixones.Share;
import sixones.rule.Blank;
import sixones.rule.Bundle;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** Every rule file of the repository is what a rule file must be, and nothing stands unused. */
@InTurns(6)
class RuleFilesTest {
  private static final Path RULES = Project.file("rules");

  private static final LocalDate PROGRAMME_BEGINS = LocalDate.of(2022, 6, 13);

  static List<Path> ruleFiles() {
    try (Stream<Path> paths = Files.walk(RULES)) {
      return paths.filter(path -> path.toString().endsWith(".drl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> ruleSets() {
    try (Stream<Path> folders = Files.list(RULES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void a_rule_says_only_what_a_rule_may(Path path) throws IOException {
    RuleSet set = setOf(path);
    RuleFile file =
        new RuleFile(
            "rules/" + set.id() + "/" + folder(path).relativize(path),
            Files.readString(path),
            set.citations().keySet(),
            set.parameters().keySet(),
            set.factKinds());

    Rule rule = file.read();

    assertThat(file.reasons()).isEmpty();
    assertThat(rule).isEqualTo(set.rules().get(rule.id()));
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void file_name_rule_id_and_folder_agree(Path path) {
    String folder = path.getParent().getFileName().toString();
    String id = path.getFileName().toString().replace(".drl", "");

    Rule rule = setOf(path).rules().get(id);

    assertThat(rule.requirement()).isEqualTo(folder);
    assertThat(id).matches("[a-z]+(-[a-z]+)*").startsWith(folder + "-");
    assertThat(rule.checks()).allMatch(check -> check.name().startsWith(id + ": " + check.says()));
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void the_metadata_are_complete(Path path) {
    RuleSet set = setOf(path);

    Rule rule = set.rules().get(path.getFileName().toString().replace(".drl", ""));

    assertThat(set.citations()).containsKey(rule.citation());
    assertThat(set.parameters().keySet()).containsAll(rule.parameters());
    assertThat(rule.severity()).isNotNull();
    assertThat(rule.blank() != null).isEqualTo(rule.severity() == Severity.JUDGED);
    assertThat(rule.from()).isAfterOrEqualTo(PROGRAMME_BEGINS);
    assertThat(rule.until() == null || rule.until().isAfter(rule.from())).isTrue();
    assertThat(rule.examines()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ruleFiles")
  void a_rule_is_short_and_begins_in_words(Path path) throws IOException {
    List<String> lines = Files.readAllLines(path);

    assertThat(lines.size()).isBetween(10, 60);
    assertThat(lines.get(0)).matches("// [\\p{Lu}].*[.,:;a-z]");
    assertThat(lines).noneMatch(line -> line.contains("\t") || line.endsWith(" "));
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void every_parameter_is_told_by_a_rule_that_reads_it(Path folder) {
    RuleSet set = setOf(folder.resolve("ruleset.yaml"));
    Set<String> read = new TreeSet<>();

    set.rules().values().forEach(rule -> read.addAll(rule.parameters()));

    assertThat(read)
        .as("a rule names in @reads what its derived members read")
        .isEqualTo(new TreeSet<>(set.parameters().keySet()));
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void every_requirement_has_a_demand_and_a_rule_that_decides(Path folder) {
    RuleSet set = setOf(folder.resolve("ruleset.yaml"));

    for (String requirement : set.requirements()) {
      assertThat(set.demand(requirement)).as(requirement).isNotNull();
      assertThat(set.rules().values())
          .anyMatch(
              rule ->
                  rule.requirement().equals(requirement)
                      && (rule.severity() == Severity.REQUIRED || rule.blank() == Blank.OPEN));
    }
  }

  /** In the short form of the tests one of four: to pack a rule set takes some seconds. */
  static List<Path> packedAgain() throws IOException {
    return Share.ofEvery(4, ruleSets());
  }

  @ParameterizedTest
  @MethodSource("packedAgain")
  void the_same_files_give_the_bytes_that_the_build_packed(Path folder) throws IOException {
    RuleSet set = setOf(folder.resolve("ruleset.yaml"));

    assertThat(RuleFolders.Folder.of(folder).pack()).isEqualTo(RuleSetsInTests.ALL.packed(set));
  }

  @Test
  void the_application_carries_the_rules_of_the_repository() throws IOException {
    for (Path folder : ruleSets()) {
      String digest = Bundle.digestOf(BundlePacker.read(folder));

      RuleSet set = setOf(folder.resolve("ruleset.yaml"));

      assertThat(set.digest()).isEqualTo(digest);
      assertThat(set.rules())
          .hasSize((int) ruleFiles().stream().filter(file -> file.startsWith(folder)).count());
    }
  }

  private static RuleSet setOf(Path file) {
    return RuleSetsInTests.of(folder(file).getFileName().toString());
  }

  private static Path folder(Path file) {
    return RULES.resolve(RULES.relativize(file).getName(0));
  }
}
