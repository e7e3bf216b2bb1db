package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * PostgreSQL processes of a data folder that outlived their service or postmaster. They are
 * recognised by their executable or working folder, so a reused process id does no harm.
 */
final class OrphanedProcesses {
  private static final List<String> EVER_HARDER = List.of("INT", "QUIT", "KILL");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private OrphanedProcesses() {}

  /** Stops them, gracefully first; the caller must hold the folder. */
  static void stop(DataFolder folder) throws InterruptedException {
    for (String signal : EVER_HARDER) {
      Set<ProcessHandle> living = of(folder);
      for (ProcessHandle process : living) {
        boolean isLed = process.parent().filter(living::contains).isPresent();
        if (!isLed || signal.equals("KILL")) {
          Programs.signal(signal, process.pid());
        }
      }
      long deadline = System.nanoTime() + PATIENCE;
      while (!living.isEmpty() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(20);
        living = of(folder);
      }
      if (living.isEmpty()) {
        forgetPostmaster(folder);
        return;
      }
    }
  }

  /** No server process is left, so the process id in postmaster.pid, if alive, was reused. */
  private static void forgetPostmaster(DataFolder folder) {
    Path noted = folder.database().resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(noted);
      if (lines.isEmpty() || !program(lines.get(0).strip()).endsWith("postgres")) {
        Files.delete(noted);
      }
    } catch (IOException e) {
      // The file is missing, or PostgreSQL checks it itself and reports the fault.
    }
  }

  private static Set<ProcessHandle> of(DataFolder folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> isOf(folder, String.valueOf(process.pid())))
        .collect(Collectors.toSet());
  }

  private static boolean isOf(DataFolder folder, String pid) {
    Path program = program(pid);
    return program.startsWith(folder.programs())
        || (program.endsWith("bin/postgres") || program.endsWith("bin/initdb"))
            && file(pid, "cwd").startsWith(folder.path());
  }

  private static Path program(String pid) {
    return file(pid, "exe");
  }

  /**
   * Returns the target of a link in {@code /proc/<pid>}; empty if there is no such process or it
   * may not be read.
   */
  private static Path file(String pid, String what) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", pid, what));
    } catch (IOException e) {
      return Path.of("");
    }
  }
}
