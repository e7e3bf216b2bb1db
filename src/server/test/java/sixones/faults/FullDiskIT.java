package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full: nothing more is accepted, nothing is lost, and with room all goes on. */
class FullDiskIT {
  private static final Duration LENGTH = Duration.ofSeconds(Form.asked().of(3, 30));

  /** PostgreSQL is started anew every ten seconds at the latest. */
  private static final Duration BACK = Duration.ofSeconds(40);

  @TempDir Path temporary;

  private Path disk;

  @BeforeEach
  void a_small_disk() throws Exception {
    disk = Files.createDirectory(temporary.resolve("disk"));
    List<String> mount =
        List.of("mount", "-t", "tmpfs", "-o", "size=260m", "tmpfs", disk.toString());
    assertThat(PostgresProcesses.run(mount)).as("to be root, with the right to mount").isZero();
    UsedData.copyTo(disk);
  }

  @AfterEach
  void is_taken_away() {
    PostgresProcesses.of(disk).kill();
    Waiting.until(
        "the disk is free",
        Duration.ofSeconds(20),
        () -> PostgresProcesses.run(List.of("umount", disk.toString())) == 0);
  }

  @Test
  void a_full_disk_does_no_harm() throws Exception {
    Path filler = disk.resolve("filler");
    try (Service service = new Service(disk, Map.of()).started()) {
      Database database = Database.of(disk);
      Outage outage = new Outage(service, database);
      if (Form.asked() == Form.LONG) {
        outage.endure("disk is full", () -> fill(filler), LENGTH, () -> Files.delete(filler), BACK);
      }
      outage.endure(
          "disk is full, and the log at its end",
          () -> {
            fill(filler);
            endLog(database);
          },
          LENGTH,
          () -> Files.delete(filler),
          BACK);
    }
  }

  /** PostgreSQL ends itself when it has no room to write on what it did. */
  private static void endLog(Database database) {
    try {
      for (int i = 0; i < 20; i++) {
        database.administer(
            "select pg_logical_emit_message(false, '', '')", "select pg_switch_wal()");
      }
    } catch (SQLException e) {
      return;
    }
    throw new AssertionError("there still was room");
  }

  private static void fill(Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] zeros = new byte[1 << 16];
      while (true) {
        out.write(zeros);
      }
    } catch (IOException e) {
      // There is no room for any more.
    }
  }
}
