package sixones.database;

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
 * How programs are run on this machine. Those of PostgreSQL refuse to run as root, so for root they
 * run in a user namespace, where nobody is root.
 */
final class Programs {
  private final boolean root;
  private final String path;

  Programs(boolean root, String path) {
    this.root = root;
    this.path = path;
  }

  static Programs ofThisMachine() throws IOException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    return new Programs(root, Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
  }

  /**
   * A program of PostgreSQL, ready to start.
   *
   * @throws DatabaseUnusable if root has no {@code unshare} to run it with
   */
  ProcessBuilder program(Path program, String... arguments) {
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C is for the service, which stops the database when it is done.
    find("setsid").ifPresent(command::add);
    command.addAll(asNobody());
    command.add(program.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  List<String> asNobody() {
    if (!root) {
      return List.of();
    }
    return List.of(find("unshare").orElseThrow(DatabaseUnusable::unshareMissing), "-U");
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
