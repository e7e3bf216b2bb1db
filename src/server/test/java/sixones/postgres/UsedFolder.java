package sixones.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import sixones.Project;

/**
 * What a first start of the database leaves in its folder, of which tests begin with a copy: to
 * unpack the programs and to make a cluster takes some seconds of a processor. Made once for all
 * processes that run tests, by the first that asks, and again when what makes it is newer.
 */
public final class UsedFolder {
  private static final Path USED = Path.of("target", "used-database").toAbsolutePath();
  private static final Path MADE = USED.resolveSibling("used-database.made");
  private static final Path MAKES = Path.of("target", "classes", "sixones", "postgres");

  private UsedFolder() {}

  /** Puts into a folder, which is made if it is not there, what it has not yet. */
  public static Path copyTo(Path folder) throws IOException {
    make();
    Files.createDirectories(folder);
    for (String each : List.of("postgresql", "database", "database.properties")) {
      // The programs are elsewhere where the server's user may not pass.
      if (Files.exists(USED.resolve(each)) && Files.notExists(folder.resolve(each))) {
        run("cp", "-a", USED.resolve(each).toString(), folder.toString());
      }
    }
    return folder;
  }

  private static synchronized void make() throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            USED.resolveSibling("used-database.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      // Given free with the channel.
      channel.lock();
      if (isMade()) {
        return;
      }
      run("rm", "-rf", USED.toString());
      EmbeddedPostgres.start(USED).close();
      Files.writeString(MADE, "");
    }
  }

  private static boolean isMade() throws IOException {
    try (Stream<Path> classes = Files.list(MAKES)) {
      long made = MADE.toFile().lastModified();
      return Stream.concat(classes, Stream.of(Project.file("pom.xml")))
          .allMatch(each -> each.toFile().lastModified() < made);
    }
  }

  private static void run(String... command) throws IOException {
    try {
      String complaint = Programs.complaint(new ProcessBuilder(command), "");
      if (complaint != null) {
        throw new IOException(complaint);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
