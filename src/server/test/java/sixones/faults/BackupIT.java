package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packed commands beside the packed service, on all that a demonstration holds. */
@Timeout(300)
class BackupIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temporary;

  @BeforeEach
  void opens_the_folder() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void what_was_accepted_before_a_backup_is_there_when_it_was_restored() throws Exception {
    Path data = UsedData.copyTo(temporary.resolve("data"));
    Path file = temporary.resolve("backup.zip");
    List<String> accepted;
    try (Service service = new Service(data, Map.of()).started()) {
      UUID round = new Caller(service.root(), "officer").openRound();
      HandingIn handingIn = new HandingIn(service.root(), round);
      Thread client = new Thread(handingIn);
      client.start();
      accepted = handingIn.first();

      run(data, "backup", file.toString());

      handingIn.goesOn.set(false);
      client.join();
      assertThat(handingIn.fault).isNull();
      assertThat(handingIn.accepted.size()).as("accepted meanwhile").isGreaterThan(accepted.size());
    }

    Path restored = temporary.resolve("restored");
    assertThat(run(restored, "restore", file.toString()))
        .contains("each read again and equal to the backup")
        .containsPattern("\\d+ official evaluations were run again, and each gave the answer");
    if (Form.asked() == Form.LONG) {
      Path again = temporary.resolve("again.zip");
      run(restored, "backup", again.toString());
      assertThat(tables(again)).isEqualTo(tables(file));
    }
    assertThat(tables(file).size()).isGreaterThan(25);

    try (Service service = new Service(restored, Map.of()).started()) {
      for (String evaluation : accepted) {
        HttpResponse<byte[]> replay =
            new Caller(service.root(), "auditor")
                .post("/api/evaluations/" + evaluation + "/replay", "");
        assertThat(replay.statusCode()).as(Caller.text(replay)).isEqualTo(200);
        assertThat(Receipt.json(replay.body()).path("identical").asBoolean())
            .as(Caller.text(replay))
            .isTrue();
      }
    }
  }

  /** An applicant that hands in one bid after the other. */
  private static final class HandingIn implements Runnable {
    private static final int FIRST = 3;

    private final URI root;
    private final UUID round;
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final CountDownLatch begun = new CountDownLatch(FIRST);
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private volatile Exception fault;

    private HandingIn(URI root, UUID round) {
      this.root = root;
      this.round = round;
    }

    @Override
    public void run() {
      try {
        while (goesOn.get()) {
          HttpResponse<byte[]> receipt =
              new Caller(root, "chengdu").handIn(Act.of(round, "chengdu", "510100"));
          if (receipt.statusCode() != 201) {
            throw new IOException(Caller.text(receipt));
          }
          accepted.add(Receipt.json(receipt.body()).path("evaluation").path("id").asText());
          begun.countDown();
        }
      } catch (IOException e) {
        fault = e;
      }
    }

    /** Waits for the first and returns the ids of their evaluations. */
    private List<String> first() throws InterruptedException {
      assertThat(begun.await(60, TimeUnit.SECONDS)).as("nothing is accepted").isTrue();
      return List.copyOf(accepted).subList(0, FIRST);
    }
  }

  @Test
  @Tag("long")
  void a_restore_that_is_killed_leaves_no_database_and_is_done_again() throws Exception {
    Path data = UsedData.copyTo(temporary.resolve("data"));
    Path file = temporary.resolve("backup.zip");
    Path restored = temporary.resolve("restored");
    run(data, "backup", file.toString());
    Process process = started(restored, "restore", file.toString());
    Waiting.until(
        "the restore has begun to load",
        Service.LONGEST_START,
        () -> Files.exists(restored.resolve("seal.key")));

    process.destroyForcibly().waitFor();

    assertThat(said(restored, 69, "serve")).contains("A backup is being restored into");
    run(restored, "restore", file.toString());
    try (Service service = new Service(restored, Map.of()).started()) {
      assertThat(new Caller(service.root(), "officer").answers("/api/rounds")).isTrue();
    }
  }

  @Test
  @Tag("long")
  void on_a_full_disk_nothing_half_made_is_left() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    List<String> mount = List.of("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
    assertThat(PostgresProcesses.run(mount)).as("to be root, with the right to mount").isZero();
    try {
      Path data = UsedData.copyTo(temporary.resolve("data"));
      Path file = temporary.resolve("backup.zip");

      assertThat(said(data, 73, "backup", disk.resolve("backup.zip").toString()))
          .contains("cannot be written", "无法写入");
      assertThat(disk).isEmptyDirectory();

      said(data, 0, "backup", file.toString());
      assertThat(said(disk.resolve("data"), 69, "restore", file.toString()))
          .contains("MB free", "请腾出空间");
      assertThat(disk).isEmptyDirectory();
    } finally {
      PostgresProcesses.run(List.of("umount", disk.toString()));
    }
  }

  private static JsonNode tables(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return JSON.readTree(zip.getInputStream(zip.getEntry("manifest.json"))).path("tables");
    }
  }

  private static String run(Path data, String... arguments) throws Exception {
    return said(data, 0, arguments);
  }

  /** Runs a command as the launcher does, which has to end with a code; returns what it said. */
  private static String said(Path data, int code, String... arguments) throws Exception {
    Process process = started(data, arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(code);
    return said;
  }

  private static Process started(Path data, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
    command.addAll(UsedData.classes());
    command.addAll(List.of("-cp", Service.classPath(), "sixones.start.SixOnes"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().put("SIXONES_DATA", data.toString());
    return builder.start();
  }
}
