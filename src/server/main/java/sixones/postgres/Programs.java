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
 * Runs programs of this machine. PostgreSQL refuses to run as root, so its programs run as {@link
 * ServerUser} if the service is root.
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
   * Checks whether PostgreSQL's programs can be run.
   *
   * @throws DatabaseUnusable if the service is root and {@code setpriv} is missing
   */
  void check() {
    as(ServerUser.ID);
  }

  /** Returns the file ownership these programs need. */
  Ownership ownership() {
    return ownership;
  }

  /** Returns the command that runs the server on the cluster folder. */
  ProcessBuilder server(Path folder, Path program, List<String> arguments) {
    return program(folder, as(ServerUser.ID), program, arguments);
  }

  /** Returns the command that creates the cluster folder. */
  ProcessBuilder maker(Path folder, Path program, List<String> arguments) {
    List<String> as = new ArrayList<>(as(ServerUser.NAMED));
    if (root) {
      // Programs reopen their standard input, which belongs to root; the pipe from cat belongs to
      // their own user.
      as.addAll(List.of("sh", "-c", "cat | \"$0\" \"$@\""));
    }
    return program(folder, as, program, arguments);
  }

  private ProcessBuilder program(
      Path folder, List<String> as, Path program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // A session of its own, so that Ctrl-C reaches only the service, which stops the database
    // itself.
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

  /** Sends a signal; ignores a process that has ended. */
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

  /** Runs a program to its end; returns its output, or null if it succeeded. */
  static String complaint(ProcessBuilder program, String input)
      throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    try {
      try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      } catch (IOException e) {
        // It ended without reading its input; its output says why.
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? null : said.strip();
    } finally {
      process.destroy();
    }
  }
}
