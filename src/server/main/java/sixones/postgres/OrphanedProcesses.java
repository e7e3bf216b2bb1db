package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Processes of a folder's PostgreSQL that live on though nobody looks after them: their service or
 * their postmaster was killed. They are known by the program they run, which is the folder's own or
 * PostgreSQL's with the folder to work in, so that a reused process id deceives nobody.
 */
final class OrphanedProcesses {
  private static final List<String> EVER_HARDER = List.of("INT", "QUIT", "KILL");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private OrphanedProcesses() {}

  /** Stops them, as gently as they let it happen; only to be called by who holds the folder. */
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

  /** None is left, so if the process it noted lives and is no PostgreSQL, the id was reused. */
  private static void forgetPostmaster(DataFolder folder) {
    Path noted = folder.database().resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(noted);
      if (lines.isEmpty() || !program(lines.get(0).strip()).endsWith("postgres")) {
        Files.delete(noted);
      }
    } catch (IOException e) {
      // There is none, or PostgreSQL looks into it itself and says so.
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

  /** What the kernel says of a process; empty if there is no such one, or it is none of ours. */
  private static Path file(String pid, String what) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", pid, what));
    } catch (IOException e) {
      return Path.of("");
    }
  }
}
