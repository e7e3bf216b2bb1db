package sixones.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of a database and its files, locked by one service at a time. Files are created under
 * {@code unfinished} and then moved into place atomically.
 */
final class DataFolder implements AutoCloseable {
  static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  // Closing any channel on the lock file would release the lock of the whole JVM, so no second one
  // is opened.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Locks a folder, which is created if missing.
   *
   * @throws DatabaseUnusable if another running service holds it
   */
  static DataFolder hold(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.toAbsolutePath().normalize());
    }
    Path path = folder.toRealPath();
    if (!HELD.add(path)) {
      throw DatabaseUnusable.folderInUse(path, String.valueOf(ProcessHandle.current().pid()));
    }
    FileChannel lock = null;
    try {
      lock = lock(path);
      close(path);
      return new DataFolder(path, lock);
    } catch (IOException | RuntimeException e) {
      HELD.remove(path);
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }

  private static void close(Path path) throws IOException {
    if (!Files.getPosixFilePermissions(path).equals(PRIVATE)) {
      try {
        Files.setPosixFilePermissions(path, PRIVATE);
      } catch (IOException e) {
        // A mounted folder owned by somebody else; each secret file in it has its own permissions.
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    FileLock taken = channel.tryLock();
    if (taken == null) {
      channel.close();
      String pid = Files.readString(file).strip();
      throw DatabaseUnusable.folderInUse(path, pid.isEmpty() ? "unknown" : pid);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  Path path() {
    return path;
  }

  Path database() {
    return path.resolve("database");
  }

  Path programs() {
    return path.resolve("postgresql");
  }

  Path passwords() {
    return path.resolve("database.properties");
  }

  Path log() {
    return path.resolve("postgresql.log");
  }

  /** Returns a path under {@code unfinished} to create something at. */
  Path unfinished(String name) throws IOException {
    return Files.createDirectories(path.resolve("unfinished")).resolve(name);
  }

  /** Moves what was created into its place, atomically and flushed to disk. */
  void finish(Path made, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(place.getParent())) {
      folder.force(true);
    }
  }

  /** Deletes what was left unfinished. */
  void sweep() throws IOException {
    remove(path.resolve("unfinished"));
  }

  /** Deletes a folder recursively. */
  static void remove(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The operating system releases the lock at the latest when the process ends.
    }
    HELD.remove(path);
  }
}
