package sixones;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the whole project, from whichever module a test runs in. */
public final class Project {
  private static final Path ROOT = root(Path.of("").toAbsolutePath());

  private Project() {}

  private static Path root(Path folder) {
    return Files.isDirectory(folder.resolve("rules"))
            && Files.isDirectory(folder.resolve("fixtures"))
        ? folder
        : root(folder.getParent());
  }

  /** A file by its path from the top of the project. */
  public static Path file(String path) {
    return ROOT.resolve(path);
  }
}
