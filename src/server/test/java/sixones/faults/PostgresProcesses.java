package sixones.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The PostgreSQL processes of one data folder, known by the program they run or where they work.
 */
record PostgresProcesses(Path folder, Set<Long> pids) {

  /** Those that live at this moment. */
  static PostgresProcesses of(Path folder) {
    Path place = real(folder);
    return new PostgresProcesses(
        folder,
        ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(
                pid ->
                    told(pid, "exe").startsWith(place.resolve("postgresql"))
                        || told(pid, "exe").endsWith("bin/postgres")
                            && told(pid, "cwd").startsWith(place))
            .collect(Collectors.toSet()));
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path told(long pid, String what) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + pid, what));
    } catch (IOException e) {
      return Path.of("");
    }
  }

  boolean isEmpty() {
    return pids.isEmpty();
  }

  /** The process that leads the others, alone; none if it is not running. */
  PostgresProcesses postmaster() {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("database/postmaster.pid"));
      long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
      return new PostgresProcesses(folder, pids.contains(pid) ? Set.of(pid) : Set.of());
    } catch (IOException e) {
      return new PostgresProcesses(folder, Set.of());
    }
  }

  /** Kill -9, all of them by one command. */
  void kill() {
    signal("KILL");
  }

  void signal(String name) {
    if (pids.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    pids.forEach(pid -> command.add(pid.toString()));
    run(command);
  }

  /** Runs a program to its end. */
  static int run(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
