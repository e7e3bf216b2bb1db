package sixones.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Project;
import sixones.evidence.FileStore;
import sixones.library.FrozenEngine;
import sixones.postgres.DatabaseAccess;

/**
 * Backups of what earlier releases kept: this release restores each, migrates it, and runs its
 * evaluations again. Kept is the file as it was, without the row of the engine, whose classes stand
 * beside it and whose libraries are in the local repository. {@code -Dfreeze.backup=NAME
 * -Dfreeze.data=FOLDER} keeps a backup of a data folder.
 */
@Timeout(180)
@InTurns(value = 4, at = 0)
class KeptBackupsTest {
  private static final Path KEPT = Project.file("src/server/test/frozen/backups");
  private static final String ENGINE = "tables/engine.copy";
  private static final String OWN = "lib/sixones-engine.jar";

  @TempDir Path temporary;

  static List<Path> backups() throws Exception {
    String name = System.getProperty("freeze.backup");
    if (name != null) {
      keep(Path.of(System.getProperty("freeze.data")), KEPT.resolve(name));
    }
    try (Stream<Path> folders = Files.list(KEPT)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("backups")
  void a_backup_of_an_earlier_release_is_restored_and_its_evaluations_come_out_the_same(Path kept)
      throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
    Path file = whole(kept);
    Path folder = temporary.resolve("data");

    Restore.Restored restored =
        new Restore(folder, new FileStore(folder.resolve("files"))).intoFolder(file);

    assertThat(restored.replayed()).isPositive();
    assertThat(restored.differing()).isEmpty();
    assertThat(restored.filesMissing()).isZero();
  }

  /** Puts the engine back; the digest in the manifest says whether it is the one that was. */
  private Path whole(Path kept) throws IOException {
    Path file = temporary.resolve("whole.zip");
    try (ZipFile from = new ZipFile(kept.resolve("backup.zip").toFile());
        OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : from.stream().toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(ENGINE)) {
          String row = new String(bytes, StandardCharsets.UTF_8);
          bytes =
              row.replace("@engine@", HexFormat.of().formatHex(FrozenEngine.of(kept)))
                  .getBytes(StandardCharsets.UTF_8);
        }
        zip.write(bytes);
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void keep(Path data, Path kept) throws Exception {
    Path file = Files.createTempDirectory("kept").resolve("backup.zip");
    try (DatabaseAccess database = DatabaseAccess.ofAdministrator(data)) {
      new Backup(
              database, data, Optional.of(new FileStore(data.resolve("files"))), Clock.systemUTC())
          .writeTo(file, "Six Ones 1.0.0-SNAPSHOT");
    }
    Files.createDirectories(kept);
    try (ZipFile from = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(kept.resolve("backup.zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(9);
      for (ZipEntry entry : from.stream().toList()) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().equals(ENGINE) ? withoutEngine(bytes, kept) : bytes);
        zip.closeEntry();
      }
    }
    Files.delete(file);
  }

  /** Of the one engine a folder of one release has. */
  private static byte[] withoutEngine(byte[] rows, Path kept) throws IOException {
    String[] row = new String(rows, StandardCharsets.UTF_8).strip().split("\t");
    assertThat(row).hasSize(4);
    byte[] engine = HexFormat.of().parseHex(row[1].substring("\\\\x".length()));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(engine))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("engine.json")) {
          Files.write(kept.resolve("engine.json"), zip.readAllBytes());
        } else if (entry.getName().equals(OWN)) {
          Files.write(kept.resolve("engine-classes.jar"), zip.readAllBytes());
        }
      }
    }
    row[1] = "\\\\x@engine@";
    return (String.join("\t", row) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
