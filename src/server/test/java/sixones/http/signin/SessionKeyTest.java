package sixones.http.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.postgres.DatabaseUnusable;

class SessionKeyTest {
  @TempDir Path folder;

  @Test
  void a_key_is_made_once_and_kept_for_its_owner_alone() throws Exception {
    Path data = folder.resolve("data");

    String key = new SessionKey(Optional.empty(), data).read();

    assertThat(key).hasSize(64);
    assertThat(new SessionKey(Optional.empty(), data).read()).isEqualTo(key);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("sign-in.key"))))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void instances_that_start_together_have_one_key() {
    Set<String> keys =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(i -> new SessionKey(Optional.empty(), folder).read())
            .collect(Collectors.toSet());

    assertThat(keys).hasSize(1);
  }

  @Test
  void a_configured_key_is_used_and_none_kept() {
    Path data = folder.resolve("data");

    assertThat(new SessionKey(Optional.of("configured"), data).read()).isEqualTo("configured");
    assertThat(data).doesNotExist();
  }

  @Test
  void a_file_without_a_key_and_a_folder_that_is_none_are_told_in_words() throws Exception {
    Files.writeString(folder.resolve("sign-in.key"), "\n");
    Path none = Files.writeString(folder.resolve("none"), "");

    assertThatThrownBy(() -> new SessionKey(Optional.empty(), folder).read())
        .isInstanceOfSatisfying(
            DatabaseUnusable.class, e -> assertThat(e.kind()).isEqualTo("no-key"));
    assertThatThrownBy(() -> new SessionKey(Optional.empty(), none).read())
        .isInstanceOfSatisfying(
            DatabaseUnusable.class, e -> assertThat(e.kind()).isEqualTo("not-writable"));
  }
}
