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

/** One running postmaster on a folder, at one port of this machine. */
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

  /** A port nobody listens at just now. */
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
   * Starts it, and returns once it takes connections.
   *
   * @throws DatabaseUnusable if it ends instead, with what it said
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
        // Errors quote what was to be stored; they are told to who asked, and not logged.
        "-c",
        "log_min_messages=log",
        "-c",
        "log_checkpoints=off");
  }

  /** As pg_ctl finds out: by the last line of the file that the postmaster keeps. */
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

  /** Waits until the postmaster has ended, for whatever reason. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** Ends it: open transactions are rolled back, what was committed is on disk. */
  void stop() throws InterruptedException {
    if (process == null || !process.isAlive()) {
      return;
    }
    Programs.signal("INT", process.pid());
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      Programs.signal("QUIT", process.pid());
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }
}
