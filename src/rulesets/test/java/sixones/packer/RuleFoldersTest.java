package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/** The newest version of a rule set and its frozen ones stand side by side, and cannot be mixed. */
class RuleFoldersTest {
  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void two_frozen_versions_beside_the_newest() throws IOException {
    rules = folder.resolve("rules");
    version("11").write(rules.resolve("small-set"));
    freeze("9", "10");
  }

  private static SmallRuleSet version(String version) {
    return new SmallRuleSet()
        .with("ruleset.yaml", "version: \"1\"", "version: \"" + version + "\"");
  }

  private void freeze(String... versions) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String version : versions) {
      Path frozen = rules.resolve("small-set@" + version);
      version(version).write(frozen);
      lines.append(Bundle.digestOf(BundlePacker.read(frozen)));
      lines.append("  small-set@").append(version).append('\n');
    }
    Files.writeString(rules.resolve(FrozenFolders.FILE), lines);
  }

  @Test
  void folders_come_newest_first() throws IOException {
    assertThat(RuleFolders.read(rules))
        .extracting(RuleFolders.Folder::name)
        .containsExactly("small-set", "small-set@10", "small-set@9");
  }

  @Test
  void rule_sets_come_by_the_first_day_of_their_rules() throws IOException {
    began("2022-06-12").write(rules.resolve("younger-set"));
    began("2022-06-14").write(rules.resolve("another-set"));

    assertThat(RuleFolders.read(rules))
        .extracting(RuleFolders.Folder::name)
        .containsExactly("younger-set", "small-set", "small-set@10", "small-set@9", "another-set");
  }

  private static SmallRuleSet began(String day) {
    SmallRuleSet set = new SmallRuleSet();
    for (String rule :
        List.of(SmallRuleSet.PARK_LEVEL, SmallRuleSet.BID_REST, SmallRuleSet.PARKS_REST)) {
      set.with(rule, "@from(\"2022-06-13\")", "@from(\"" + day + "\")");
    }
    return set;
  }

  @Test
  void a_frozen_version_gives_the_bytes_it_gave_as_the_newest() throws IOException {
    byte[] asNewest = version("10").build().pack();

    byte[] frozen = RuleFolders.Folder.of(rules.resolve("small-set@10")).pack();

    assertThat(frozen).isEqualTo(asNewest);
  }

  @Test
  void each_folder_is_packed_as_a_bundle_of_its_own() throws IOException {
    Path packed = Files.createDirectory(folder.resolve("packed"));

    BundlePacker.pack(rules, packed);

    List<String> index = Files.readAllLines(packed.resolve("index"));
    assertThat(index)
        .extracting(line -> line.substring(line.indexOf("  ") + 2))
        .containsExactly("small-set-11.zip", "small-set-10.zip", "small-set-9.zip");
    for (String line : index) {
      byte[] bundle = Files.readAllBytes(packed.resolve(line.substring(line.indexOf("  ") + 2)));
      assertThat(line).startsWith(Bundle.sha256(bundle) + "  ");
    }
  }

  @Test
  void a_reason_names_the_file_of_the_frozen_folder() throws IOException {
    Path rule = rules.resolve("small-set@10").resolve(SmallRuleSet.PARK_LEVEL);
    Files.writeString(rule, Files.readString(rule).replace("small_set.park", "other_set.park"));

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> RuleFolders.Folder.of(rules.resolve("small-set@10")).pack())
        .withMessageStartingWith("rules/small-set@10/park/park-level.drl:2: the package is");
  }

  @Test
  void a_folder_named_for_another_version_is_refused() throws IOException {
    Files.move(rules.resolve("small-set@10"), rules.resolve("small-set@8"));

    isRefused("rules/small-set@8/ruleset.yaml:2: the version is the folder's: 8");
  }

  @Test
  void a_folder_named_for_another_rule_set_is_refused() throws IOException {
    Files.move(rules.resolve("small-set@10"), rules.resolve("other-set@10"));

    isRefused("rules/other-set@10/ruleset.yaml:2: a version is frozen beside the newest one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "9.5"})
  void a_newest_version_that_is_not_the_newest_is_refused(String newest) throws IOException {
    version(newest).write(rules.resolve("small-set"));

    isRefused(
        "rules/small-set/ruleset.yaml:2: the newest version is newer than each frozen one; "
            + newest
            + " is not newer than 10");
  }

  @Test
  void a_frozen_version_that_was_edited_is_refused() throws IOException {
    Path words = rules.resolve("small-set@9/messages/en.properties");
    Files.writeString(words, Files.readString(words) + "# a word more\n");

    isRefused("rules/frozen.sha256:1: small-set@9 is frozen and was changed; its digest is ");
  }

  @Test
  void a_frozen_version_without_its_digest_is_refused_with_the_line_to_write() throws IOException {
    Path file = rules.resolve(FrozenFolders.FILE);
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n");

    isRefused("rules/frozen.sha256:2: the line of a frozen folder is missing: " + lines.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'0  small-set@7', there is no folder small-set@7",
    "'0 small-set@9', 'a line has a digest, two spaces and the name of one frozen folder'",
    "'0  small-set@9', 'a line has a digest, two spaces and the name of one frozen folder'"
  })
  void a_line_that_is_of_no_folder_is_refused(String line, String reason) throws IOException {
    Path file = rules.resolve(FrozenFolders.FILE);
    Files.writeString(file, Files.readString(file) + line + "\n");

    isRefused("rules/frozen.sha256:3: " + reason);
  }

  private void isRefused(String reason) {
    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> RuleFolders.read(rules))
        .withMessageContaining(reason);
  }
}
