package sixones.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * What the first start of a demonstration leaves: its data folder, of which each test begins with a
 * copy, and the classes it read, which later starts map into memory. Made once for all processes
 * that run tests, by the first that asks.
 */
public final class UsedData {
  private static final Path TARGET = Service.APPLICATION.toAbsolutePath().getParent();
  private static final Path USED = TARGET.resolve("used-data");
  private static final Path CLASSES = USED.resolveSibling("faults.jsa");
  private static final Path MADE = USED.resolveSibling("used-data.made");

  private UsedData() {}

  /** Puts a copy in a folder, which is made if it is not there. */
  public static Path copyTo(Path folder) throws IOException {
    make();
    Files.createDirectories(folder);
    PostgresProcesses.run(List.of("cp", "-a", USED + "/.", folder.toString()));
    return folder;
  }

  /** What tells Java to take the classes from there. */
  public static List<String> classes() throws IOException {
    make();
    return quietly("-XX:SharedArchiveFile=" + CLASSES);
  }

  private static synchronized void make() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            USED.resolveSibling("used-data.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      // Given free with the channel.
      channel.lock();
      if (isMade()) {
        return;
      }
      PostgresProcesses.run(List.of("rm", "-rf", USED.toString(), CLASSES.toString()));
      Files.createDirectories(USED);
      try (Service first = new Service(USED, Map.of())) {
        first.started(quietly("-XX:ArchiveClassesAtExit=" + CLASSES));
      }
      Files.writeString(MADE, "");
    }
  }

  private static List<String> quietly(String option) {
    return List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off", option);
  }

  private static boolean isMade() {
    Path packed = Service.APPLICATION.resolve("quarkus-run.jar");
    return MADE.toFile().lastModified() > packed.toFile().lastModified();
  }
}
