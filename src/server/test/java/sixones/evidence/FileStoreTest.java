package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.evidence.FilesInTests.written;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  /** Of the letters abc. */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final byte[] LETTERS = {'a', 'b', 'c'};

  @TempDir Path folder;
  private FileStore store;

  @BeforeEach
  void nothing_is_there() {
    store = new FileStore(folder.resolve("files"));
  }

  private Path placed() throws IOException {
    store.place(store.copy(written(LETTERS), 100));
    return folder.resolve("files/ba/" + ABC.substring(9));
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void a_file_stands_under_its_digest_for_its_owner_alone() throws Exception {
    Path place = placed();

    assertThat(store.intact(ABC)).isEqualTo(place).hasBinaryContent(LETTERS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rw-------");
    assertThat(all()).containsExactly(place);
    assertThat(store.sizes()).containsExactly(Map.entry(ABC, 3L));
  }

  @Test
  void the_same_content_stands_once() throws Exception {
    placed();
    placed();

    assertThat(all()).hasSize(1);
  }

  @Test
  void what_was_changed_or_is_missing_is_told_with_its_place_and_mended_by_the_next_copy()
      throws Exception {
    Path place = placed();
    Files.write(place, new byte[] {'a', 'b', 'd'});

    assertThatThrownBy(() -> store.intact(ABC))
        .isInstanceOf(DamagedFile.class)
        .hasMessage("files/ba/" + ABC.substring(9) + " was changed");
    Files.delete(place);
    assertThatThrownBy(() -> store.intact(ABC))
        .isInstanceOf(DamagedFile.class)
        .hasMessageEndingWith(" is missing");
    placed();
    assertThat(store.intact(ABC)).isEqualTo(place);
  }

  @Test
  void no_more_is_copied_than_tells_that_it_is_too_much() throws Exception {
    FileStore.Incoming incoming = store.copy(written(new byte[1 << 20]), 1000);

    assertThat(incoming.size()).isGreaterThan(1000).isLessThan(200_000);
  }

  @Test
  void what_is_no_digest_is_no_path() {
    for (String sent : List.of("../../etc/passwd", "sha256:../x", "sha256:" + "A".repeat(64), "")) {
      assertThat(FileStore.isDigest(sent)).as(sent).isFalse();
      assertThatThrownBy(() -> store.intact(sent)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_a_kill_left_behind_is_discarded_and_what_arrives_now_is_not() throws Exception {
    Path left = store.arriving();
    Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2022-06-13T00:00:00Z")));
    Path arriving = store.arriving();

    store.discardBefore(Instant.parse("2022-06-14T00:00:00Z"));

    assertThat(left).doesNotExist();
    assertThat(arriving).exists();
  }

  private FileCondition look(int size, boolean mayRead) {
    return store.look(ABC, size, mayRead).condition();
  }

  @Test
  void a_look_tells_what_is_missing_or_changed() throws Exception {
    assertThat(look(3, true)).isEqualTo(FileCondition.MISSING);
    Path place = placed();
    assertThat(look(3, true)).isEqualTo(FileCondition.INTACT);
    assertThat(look(4, true)).isEqualTo(FileCondition.CHANGED);

    Files.write(place, new byte[] {'a', 'b', 'x'});
    Files.setLastModifiedTime(place, FileTime.from(Instant.parse("2022-06-17T02:20:30Z")));

    assertThat(look(3, true)).isEqualTo(FileCondition.CHANGED);
    assertThat(look(3, false)).as("told by its size").isEqualTo(FileCondition.INTACT);
    Files.delete(place);
    assertThat(look(3, false)).isEqualTo(FileCondition.MISSING);
  }

  @Test
  void what_was_looked_at_is_read_again_only_if_it_was_touched() throws Exception {
    Path place = placed();

    assertThat(store.look(ABC, 3, true).read()).isTrue();
    assertThat(store.look(ABC, 3, true).read()).isFalse();
    Files.setLastModifiedTime(place, FileTime.from(Instant.parse("2022-06-17T02:20:30Z")));
    assertThat(store.look(ABC, 3, true).read()).isTrue();
    assertThat(store.look(ABC, 3, false).read()).isFalse();
  }
}
