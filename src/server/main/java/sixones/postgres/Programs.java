package sixones.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How programs are run on this machine. Those of PostgreSQL refuse to run as root, and could read
 * all of root's if they did, so for root they run as {@link ServerUser}.
 */
final class Programs {
  private static final Pattern NOT_FOR_POSTGRESQL = Pattern.compile("(PG|QUARKUS_|SIXONES_).*");

  private final boolean root;
  private final String path;
  private final Ownership ownership;

  Programs(boolean root, String path, Path shared) {
    this.root = root;
    this.path = path;
    this.ownership = new Ownership(root, shared);
  }

  static Programs ofThisMachine() throws IOException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    return new Programs(root, path, Ownership.SHARED);
  }

  /**
   * Looks whether programs of PostgreSQL can be run at all.
   *
   * @throws DatabaseUnusable if root has no {@code setpriv} to run them with
   */
  void check() {
    as(ServerUser.ID);
  }

  /** What has to belong to whom for them to work. */
  Ownership ownership() {
    return ownership;
  }

  /** The server, ready to start, on the folder of the databases. */
  ProcessBuilder server(Path folder, Path program, List<String> arguments) {
    return program(folder, as(ServerUser.ID), program, arguments);
  }

  /** The program that makes the folder of the databases, ready to start. */
  ProcessBuilder maker(Path folder, Path program, List<String> arguments) {
    List<String> as = new ArrayList<>(as(ServerUser.NAMED));
    if (root) {
      // What root hands over is root's to read; what the shell does is not.
      as.addAll(List.of("sh", "-c", "cat | \"$0\" \"$@\""));
    }
    return program(folder, as, program, arguments);
  }

  private ProcessBuilder program(
      Path folder, List<String> as, Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C is for the service, which stops the database when it is done.
    find("setsid").ifPresent(command::add);
    command.addAll(as);
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(NOT_FOR_POSTGRESQL.asMatchPredicate());
    builder.environment().put("LC_ALL", "C");
    if (root) {
      builder.directory(folder.toFile());
    }
    return builder;
  }

  private List<String> as(int user) {
    if (!root) {
      return List.of();
    }
    return List.of(
        find("setpriv").orElseThrow(DatabaseUnusable::setprivMissing),
        "--reuid=" + user,
        "--regid=" + ServerUser.ID,
        "--clear-groups",
        "--no-new-privs");
  }

  private Optional<String> find(String name) {
    return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** Sends a signal by its name; a process that is gone already is no error. */
  static void signal(String name, long pid) throws InterruptedException {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Runs a program to its end and gives what it said; null if it ended well. */
  static String complaint(ProcessBuilder program, String input)
      throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    try {
      try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      } catch (IOException e) {
        // It ended without reading; what it said tells why.
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? null : said.strip();
    } finally {
      process.destroy();
    }
  }
}
