package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.packer.EnginePacker.Library;

class EnginePackerTest {
  private static final Library ONE = new Library("a.group:one:1", new byte[] {1});
  private static final Library TWO = new Library("b.group:two:2", new byte[] {2});

  @TempDir Path folder;

  @Test
  void the_same_files_give_the_same_bytes_whenever_and_in_whatever_order() throws Exception {
    Files.write(folder.resolve("A.class"), new byte[] {3});
    Files.write(folder.resolve("B.class"), new byte[] {4});
    byte[] first = EnginePacker.pack(EnginePacker.ownClasses(folder), List.of(ONE, TWO));
    Files.setLastModifiedTime(folder.resolve("A.class"), FileTime.fromMillis(0));

    byte[] second = EnginePacker.pack(EnginePacker.ownClasses(folder), List.of(TWO, ONE));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void another_library_or_class_gives_other_bytes() throws Exception {
    byte[] own = EnginePacker.ownClasses(folder);

    assertThat(EnginePacker.pack(own, List.of(ONE)))
        .isNotEqualTo(EnginePacker.pack(own, List.of(new Library("a.group:one:1", new byte[1]))))
        .isNotEqualTo(EnginePacker.pack(new byte[] {9}, List.of(ONE)));
  }

  @Test
  void two_libraries_of_one_name_are_refused() {
    Library same = new Library("other.group:one:1", new byte[] {5});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnginePacker.pack(new byte[0], List.of(ONE, same)))
        .withMessageContaining("lib/one-1.jar");
  }
}
