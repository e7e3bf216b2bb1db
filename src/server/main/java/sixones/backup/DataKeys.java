package sixones.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of a data folder: of the signatures of what is kept, of the second factors, and of the
 * session cookie. The passwords of an embedded database are not among them: each database has its
 * own.
 */
final class DataKeys {
  static final List<String> NAMES = List.of("seal.key", "second-factor.key", "sign-in.key");

  private static final int LONGEST = 1 << 16;

  private final Path folder;

  DataKeys(Path folder) {
    this.folder = folder;
  }

  /** Returns the bytes of the keys that are there, by name. */
  SortedMap<String, byte[]> all() throws IOException {
    SortedMap<String, byte[]> keys = new TreeMap<>();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        keys.put(name, Files.readAllBytes(file));
      }
    }
    return keys;
  }

  /**
   * Checks whether a key can be put into the folder.
   *
   * @throws BackupRefused if another one is there
   */
  void refuseOther(String name, byte[] key) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), key)) {
      throw BackupRefused.otherKey(file);
    }
  }

  /**
   * Puts a key into the folder, readable by its owner alone.
   *
   * @return whether it was not there before
   */
  boolean put(String name, byte[] key) throws IOException {
    if (Files.exists(folder.resolve(name))) {
      return false;
    }
    Files.createDirectories(folder);
    Path whole =
        Files.createTempFile(
            folder,
            name,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(whole, key, StandardOpenOption.SYNC);
      Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
    return true;
  }

  /** Takes a key out again. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** Returns whether a part may be a key by its size. */
  static boolean isOfSize(long bytes) {
    return bytes <= LONGEST;
  }
}
