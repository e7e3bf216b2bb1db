package sixones.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL programs packed in this application.
 *
 * @param version such as {@code 17.11.0}, from the name of their jar
 */
record Binaries(URL archive, String version) {
  private static final Map<String, String> NAMES =
      Map.of(
          "amd64", "postgres-linux-x86_64.txz",
          "x86_64", "postgres-linux-x86_64.txz",
          "aarch64", "postgres-linux-arm_64.txz");
  private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.-]*)\\.jar!");

  /**
   * Returns the programs for this operating system and processor.
   *
   * @throws DatabaseUnusable if there are none
   */
  static Binaries ofThisMachine() {
    return of(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
  }

  static Binaries of(String machine) {
    String name = machine.startsWith("Linux ") ? NAMES.get(machine.substring(6)) : null;
    URL archive = name == null ? null : Binaries.class.getClassLoader().getResource(name);
    Matcher version = VERSION.matcher(String.valueOf(archive));
    if (!version.find()) {
      throw DatabaseUnusable.noBinaries(machine);
    }
    return new Binaries(archive, version.group(1));
  }

  /** Returns the major version, such as {@code 17}; it determines which databases can be opened. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  /**
   * Unpacks the programs into the data folder, atomically, unless they are there; returns their
   * folder.
   */
  Path unpack(DataFolder folder) throws IOException, InterruptedException {
    Path place = folder.programs().resolve(version);
    if (Files.isDirectory(place)) {
      return place;
    }
    DataFolder.remove(folder.programs());
    Path made = folder.unfinished("postgresql");
    try (InputStream in = archive.openStream()) {
      Archive.unpack(in, made);
    }
    writeOut(made);
    folder.finish(made, place);
    return place;
  }

  /**
   * Unpacks the programs into a folder shared by the machine, atomically, unless they are there;
   * returns their folder.
   */
  Path unpackForAll(Path shared) throws IOException, InterruptedException {
    Path place = shared.resolve("postgresql-" + version);
    if (Files.isDirectory(place)) {
      return place;
    }
    Files.createDirectories(shared);
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (FileChannel file =
            FileChannel.open(
                shared.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(DataFolder.OWNER_ONLY));
        FileLock alone = file.lock();
        InputStream in = archive.openStream()) {
      if (Files.notExists(place) && alone.isValid()) {
        Path made = shared.resolve("unfinished");
        DataFolder.remove(made);
        Archive.unpack(in, made);
        ServerUser.letRead(made);
        writeOut(made);
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return place;
  }

  /**
   * Flushes the unpacked files to disk with {@code sync}; without that program, the operating
   * system flushes them later.
   */
  private static void writeOut(Path made) throws InterruptedException {
    try {
      Programs.complaint(new ProcessBuilder("sync", "-f", made.toString()), "");
    } catch (IOException e) {
      // Only a power failure within the next half minute could lose files.
    }
  }
}
