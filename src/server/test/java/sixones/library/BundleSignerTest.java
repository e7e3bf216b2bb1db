package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.rule.BrokenRuleSet;

class BundleSignerTest {
  private static final byte[] BUNDLE = "rules".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_signature_holds_for_its_bytes_alone_and_lasts_over_a_restart() {
    Path file = folder.resolve("below/seal.key");
    byte[] signature = new BundleSigner(file).sign(BUNDLE);

    BundleSigner later = new BundleSigner(file);

    assertThat(later.holds(BUNDLE, signature)).isTrue();
    assertThat(later.holds("other".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    assertThat(later.holds(BUNDLE, new byte[64])).isFalse();
    assertThat(later.holds(BUNDLE, new byte[0])).isFalse();
  }

  @Test
  void a_signature_of_another_key_does_not_hold() {
    byte[] signature = new BundleSigner(folder.resolve("one.key")).sign(BUNDLE);

    BundleSigner two = new BundleSigner(folder.resolve("two.key"));
    two.sign(BUNDLE);

    assertThat(two.holds(BUNDLE, signature)).isFalse();
  }

  @Test
  void where_there_is_no_key_none_is_made_to_look_at_a_signature() {
    byte[] signature = new BundleSigner(folder.resolve("one.key")).sign(BUNDLE);
    Path file = folder.resolve("two.key");

    assertThatThrownBy(() -> new BundleSigner(file).holds(BUNDLE, signature))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("two.key");
    assertThat(file).doesNotExist();
  }

  @Test
  void only_its_owner_may_read_the_key() throws Exception {
    Path file = folder.resolve("seal.key");

    new BundleSigner(file).sign(BUNDLE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing\n", "a\nb\n", "AAAA\nAAAA\n", "cut"})
  void a_key_file_that_is_none_is_told_and_left_as_it_is(String content) throws Exception {
    Path file = folder.resolve("seal.key");
    new BundleSigner(file).sign(BUNDLE);
    String whole = Files.readString(file);
    String written = content.equals("cut") ? whole.substring(0, whole.length() / 2) : content;
    Files.writeString(file, written);

    for (ThrowingCallable use : uses(new BundleSigner(file))) {
      assertThatThrownBy(use)
          .isInstanceOf(BrokenRuleSet.class)
          .hasMessageContaining("seal.key")
          .hasMessageContaining("put it back from your backup");
    }
    assertThat(file).hasContent(written);
  }

  @Test
  void two_keys_that_do_not_belong_together_are_told() throws Exception {
    Path one = folder.resolve("one.key");
    Path two = folder.resolve("two.key");
    new BundleSigner(one).sign(BUNDLE);
    new BundleSigner(two).sign(BUNDLE);
    Files.write(one, List.of(Files.readAllLines(one).get(0), Files.readAllLines(two).get(1)));

    assertThatThrownBy(() -> new BundleSigner(one).sign(BUNDLE))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("do not belong together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
  void a_key_others_can_reach_is_not_used(String rights) throws Exception {
    Path file = folder.resolve("seal.key");
    BundleSigner seal = new BundleSigner(file);
    seal.sign(BUNDLE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    for (BundleSigner each : List.of(seal, new BundleSigner(file))) {
      for (ThrowingCallable use : uses(each)) {
        assertThatThrownBy(use)
            .isInstanceOf(BrokenRuleSet.class)
            .hasMessageContaining("can be read or changed by others");
      }
    }
  }

  private static List<ThrowingCallable> uses(BundleSigner seal) {
    return List.of(() -> seal.sign(BUNDLE), () -> seal.holds(BUNDLE, new byte[64]), seal::known);
  }
}
