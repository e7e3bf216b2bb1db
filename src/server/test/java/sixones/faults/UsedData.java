package sixones.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A data folder after its first start; each test begins with a copy, which is quicker. */
final class UsedData {
  private static Path used;

  private UsedData() {}

  /** Puts a copy in a folder, which is made if it is not there. */
  static synchronized Path copyTo(Path folder) throws IOException {
    if (used == null) {
      Path made = Files.createTempDirectory("sixones-faults-").resolve("data");
      try (Service first = new Service(made, Map.of())) {
        first.started();
      }
      used = made;
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> PostgresProcesses.run(List.of("rm", "-rf", used.getParent().toString()))));
    }
    Files.createDirectories(folder);
    PostgresProcesses.run(List.of("cp", "-a", used + "/.", folder.toString()));
    return folder;
  }
}
