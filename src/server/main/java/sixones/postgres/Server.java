package sixones.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running postmaster on a cluster folder and port. */
final class Server {
  private static final long LARGE_LOG = 10 << 20;
  private static final long LONGEST_RECOVERY = TimeUnit.MINUTES.toNanos(10);

  private final DataFolder folder;
  private final Programs programs;
  private final Path binaries;
  private final int port;
  private volatile Process process;

  Server(DataFolder folder, Programs programs, Path binaries, int port) {
    this.folder = folder;
    this.programs = programs;
    this.binaries = binaries;
    this.port = port;
  }

  /** Returns a port that is free at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /**
   * Starts the server and returns once it accepts connections.
   *
   * @throws DatabaseUnusable if it ends instead; carries its output
   */
  void start() throws IOException, InterruptedException {
    Path log = folder.log();
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Files.move(
          log, folder.path().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    long logged = Files.exists(log) ? Files.size(log) : 0;
    process =
        programs
            .server(folder.database(), binaries.resolve("bin/postgres"), settings())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process.getOutputStream().close();
    long deadline = System.nanoTime() + LONGEST_RECOVERY;
    while (!isReady()) {
      if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        stop();
        throw DatabaseUnusable.didNotStart(folder.path(), said(log, logged), null);
      }
    }
  }

  private List<String> settings() throws IOException {
    return List.of(
        "-D",
        programs.ownership().name(folder.database()),
        "-c",
        "port=" + port,
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "max_connections=60",
        "-c",
        "timezone=UTC",
        "-c",
        "log_timezone=UTC",
        // Error messages quote rejected values, so they go to the client and not to the log.
        "-c",
        "log_min_messages=log",
        "-c",
        "log_checkpoints=off");
  }

  /** Like {@code pg_ctl}, reads the state from the last line of postmaster.pid. */
  private boolean isReady() {
    try {
      List<String> lines = Files.readAllLines(folder.database().resolve("postmaster.pid"));
      return lines.size() >= 8
          && lines.get(0).strip().equals(String.valueOf(process.pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private static String said(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(from);
      byte[] bytes = new byte[(int) Math.min(file.length() - from, 1 << 16)];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Waits until the postmaster has ended. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Stops the server: open transactions are rolled back, committed data is on disk. */
  void stop() throws InterruptedException {
    if (process == null || !process.isAlive()) {
      return;
    }
    // A server that is just starting can miss the signal, so it is sent again.
    for (int sent = 0; sent < 12; sent++) {
      Programs.signal("INT", process.pid());
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return;
      }
    }
    Programs.signal("QUIT", process.pid());
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
