package sixones.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.ruleset.BrokenRuleSet;

class SealTest {
  private static final byte[] BUNDLE = "rules".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_signature_holds_for_its_bytes_alone_and_lasts_over_a_restart() {
    Path file = folder.resolve("below/seal.key");
    byte[] signature = new Seal(file).sign(BUNDLE);

    Seal later = new Seal(file);

    assertThat(later.holds(BUNDLE, signature)).isTrue();
    assertThat(later.holds("other".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(later.holds(BUNDLE, new byte[64])).isFalse();
    assertThat(later.holds(BUNDLE, new byte[0])).isFalse();
  }

  @Test
  void a_signature_of_another_key_does_not_hold() {
    byte[] signature = new Seal(folder.resolve("one.key")).sign(BUNDLE);

    Seal two = new Seal(folder.resolve("two.key"));
    two.sign(BUNDLE);

    assertThat(two.holds(BUNDLE, signature)).isFalse();
  }

  @Test
  void where_there_is_no_key_none_is_made_to_look_at_a_signature() {
    byte[] signature = new Seal(folder.resolve("one.key")).sign(BUNDLE);
    Path file = folder.resolve("two.key");

    assertThatThrownBy(() -> new Seal(file).holds(BUNDLE, signature))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("two.key");
    assertThat(file).doesNotExist();
  }

  @Test
  void only_its_owner_may_read_the_key() throws Exception {
    Path file = folder.resolve("seal.key");

    new Seal(file).sign(BUNDLE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_key_file_that_is_none_is_told() throws Exception {
    Path file = Files.writeString(folder.resolve("seal.key"), "nothing\n");

    assertThatThrownBy(() -> new Seal(file).sign(BUNDLE))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("seal.key");
  }
}
