package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Project;

/** Nobody edits a frozen version, its rules or its fixtures. */
class FrozenFoldersTest {
  @ParameterizedTest
  @ValueSource(strings = {"rules", "fixtures"})
  void every_frozen_folder_of_the_repository_is_as_it_was_frozen(String parent) throws IOException {
    Path folder = Project.file(parent);

    assertThat(FrozenFolders.of(folder).reasons(FrozenFolders.digests(folder))).isEmpty();
  }

  @Test
  void golden_reports_are_no_part_of_what_is_frozen(@TempDir Path fixtures) throws IOException {
    Path bid = Files.createDirectories(fixtures.resolve("set@1/bids/one/golden")).getParent();
    Files.writeString(bid.resolve("bid.json"), "{}");
    SortedMap<String, String> before = new TreeMap<>(FrozenFolders.digests(fixtures));

    Files.writeString(bid.resolve("golden/report.en.txt"), "in other words");
    assertThat(FrozenFolders.digests(fixtures)).isEqualTo(before).containsOnlyKeys("set@1");

    Files.writeString(bid.resolve("bid.json"), "{\"schema\": 1}");
    assertThat(FrozenFolders.digests(fixtures)).isNotEqualTo(before);
  }

  @Test
  void the_rules_and_the_fixtures_of_a_version_are_frozen_together() throws IOException {
    assertThat(FrozenFolders.digests(Project.file("fixtures")).keySet())
        .isEqualTo(FrozenFolders.digests(Project.file("rules")).keySet());
    try (Stream<Path> rules = Files.list(Project.file("rules"))) {
      assertThat(rules.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .allMatch(name -> Files.isDirectory(Project.file("fixtures").resolve(name)));
    }
  }
}
