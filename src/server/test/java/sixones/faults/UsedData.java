package sixones.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import sixones.postgres.UsedFolder;

/**
 * What the first start of a demonstration leaves: its data folder, of which each test begins with a
 * copy. Made once for all processes that run tests, by the first that asks.
 */
public final class UsedData {
  private static final Path TARGET = Service.APPLICATION.toAbsolutePath().getParent();
  private static final Path USED = TARGET.resolve("used-data");
  private static final Path MADE = USED.resolveSibling("used-data.made");

  private UsedData() {}

  /** Puts a copy in a folder, which is made if it is not there. */
  public static Path copyTo(Path folder) throws IOException {
    make();
    Files.createDirectories(folder);
    PostgresProcesses.run(List.of("cp", "-a", USED + "/.", folder.toString()));
    return folder;
  }

  /** Returns the options of Java by which it maps the classes the application was packed with. */
  public static List<String> classes() {
    Path archive = Service.APPLICATION.resolve(Runtime.version() + ".jsa").toAbsolutePath();
    if (!Files.exists(archive)) {
      throw new AssertionError("the application was packed without its classes: " + archive);
    }
    return List.of("-Xlog:cds=off", "-XX:SharedArchiveFile=" + archive);
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
      PostgresProcesses.run(List.of("rm", "-rf", USED.toString()));
      try (Service first = new Service(UsedFolder.copyTo(USED), Map.of())) {
        first.started();
      }
      Files.writeString(MADE, "");
    }
  }

  private static boolean isMade() {
    Path packed = Service.APPLICATION.resolve("quarkus-run.jar");
    return MADE.toFile().lastModified() > packed.toFile().lastModified();
  }
}
