package sixones.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** An archive is unpacked as it is, and nowhere but where it should. */
class ArchiveTest {
  @TempDir Path temporary;

  @Test
  void files_keep_their_modes_and_links_what_they_point_to() throws IOException {
    TarArchiveEntry program = new TarArchiveEntry("bin/program");
    program.setMode(0754);
    program.setSize(3);

    unpack(program, link("lib/a.so", "../bin/program"));

    assertThat(place("bin/program")).hasContent("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place("bin/program"))))
        .isEqualTo("rwxr-xr--");
    assertThat(Files.readSymbolicLink(place("lib/a.so"))).isEqualTo(Path.of("../bin/program"));
  }

  @Test
  void nothing_is_written_outside_of_the_folder() {
    TarArchiveEntry file = new TarArchiveEntry("lib/../../outside");
    file.setSize(3);

    assertThatThrownBy(() -> unpack(file)).hasMessageContaining("outside of the folder");
    assertThat(temporary.resolve("outside")).doesNotExist();
  }

  @Test
  void no_link_points_outside_of_the_folder() {
    assertThatThrownBy(() -> unpack(link("a", "../outside"))).hasMessageContaining("outside");
    assertThatThrownBy(() -> unpack(link("b", "/etc"))).hasMessageContaining("outside");
  }

  @Test
  void what_is_neither_file_nor_link_is_not_made() {
    TarArchiveEntry pipe = new TarArchiveEntry("pipe", TarConstants.LF_FIFO);

    assertThatThrownBy(() -> unpack(pipe)).hasMessageContaining("neither");
  }

  private static TarArchiveEntry link(String name, String to) {
    TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    link.setLinkName(to);
    return link;
  }

  private Path place(String name) {
    return temporary.resolve("unpacked").resolve(name);
  }

  private void unpack(TarArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
      for (TarArchiveEntry entry : entries) {
        tar.putArchiveEntry(entry);
        tar.write("abc".getBytes(), 0, (int) entry.getSize());
        tar.closeArchiveEntry();
      }
    }
    Archive.unpack(new ByteArrayInputStream(bytes.toByteArray()), temporary.resolve("unpacked"));
  }
}
