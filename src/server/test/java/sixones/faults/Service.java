package sixones.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The packaged application as a process of its own, on a data folder and a port that outlast it.
 * Started, killed and stopped at will.
 */
public final class Service implements AutoCloseable {
  static final Duration LONGEST_START = Duration.ofSeconds(180);
  private static final int MOST_STARTS = 3;
  static final Path APPLICATION = Path.of(System.getProperty("application", "target/quarkus-app"));

  private final Path data;
  private final Path log;
  private final int port;
  private final Map<String, String> settings = new HashMap<>();
  private List<String> options;
  private Process process;
  private int starts;

  Service(Path data, Map<String, String> settings) {
    this.data = data;
    this.log = data.resolveSibling(data.getFileName() + "-service.log");
    this.port = freePort();
    this.settings.putAll(
        Map.of(
            "SIXONES_DATA",
            data.toString(),
            "SIXONES_DEMO",
            "true",
            "QUARKUS_HTTP_PORT",
            String.valueOf(port),
            "QUARKUS_HTTP_HOST",
            "127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT",
            "0",
            // Clients in trouble ask far more often than anybody may.
            "SIXONES_LIMITS_PERSON",
            "0",
            "SIXONES_LIMITS_ADDRESS",
            "0",
            // They hand in without end, and some do so on a disk that is small.
            "SIXONES_QUOTA_BYTES",
            "100G",
            "SIXONES_FREE_SPACE",
            "0"));
    this.settings.putAll(settings);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path data() {
    return data;
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Begins a start, and does not wait for its end. */
  synchronized void start() {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().putAll(settings);
    try {
      starts++;
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Dfile.encoding=UTF-8"));
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "sixones.start.SixOnes", "serve"));
    return command;
  }

  /** That of the launcher. */
  public static String classPath() {
    List<String> jars = new ArrayList<>();
    for (String folder : List.of("quarkus", "app", "lib/boot", "lib/main")) {
      try (Stream<Path> files = Files.list(APPLICATION.resolve(folder))) {
        files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().forEach(jars::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  /** Starts it, again if it gives up on a slow machine, and waits until it is ready to work. */
  Service started() throws IOException {
    return started(UsedData.classes());
  }

  /** The same with these options of Java, at later starts, too. */
  Service started(List<String> options) {
    this.options = options;
    starts = 0;
    start();
    Caller caller = new Caller(root(), null);
    Waiting.until(
        "the service is ready, see " + log,
        LONGEST_START,
        () -> {
          if (!isAlive()) {
            if (starts > MOST_STARTS) {
              throw new AssertionError("the service ended: " + said());
            }
            start();
          }
          return caller.answers("/health/ready");
        });
    return this;
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  synchronized long pid() {
    return process.pid();
  }

  /** Kill -9: nothing is closed, told or undone. */
  synchronized void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** A clean end, database included. */
  synchronized void stop() {
    if (process != null) {
      process.destroy();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The last lines it printed. */
  String said() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it, and whatever it left behind. */
  @Override
  public void close() {
    stop();
    PostgresProcesses.of(data).kill();
  }
}
