package sixones.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in the data folder by the digest of their content: {@code files/ab/cdef…}. A file is
 * written under a name of our making, flushed, and moved into place, so that what stands there is
 * whole. No name that was sent becomes a path.
 */
public final class FileStore {
  private static final String INCOMING = "incoming";
  private static final String PREFIX = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern PLACE = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}");
  private static final int PART = 64 * 1024;

  private static final int MOST_REMEMBERED = 10_000;

  private final Path folder;
  private final Map<String, Stamp> intact = new ConcurrentHashMap<>();

  /**
   * Creates the store.
   *
   * @param folder created with the first file
   */
  public FileStore(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /** A file that came and is not in place yet, with what was computed of it while it was copied. */
  record Incoming(Path file, String digest, long size) {}

  /** Returns whether a text is a digest as files are named by. */
  static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** Returns the path of a new file, which only the service can read, for bytes that arrive. */
  public Path arriving() throws IOException {
    Path incoming = folder.resolve(INCOMING);
    if (!Files.isDirectory(incoming)) {
      Files.createDirectories(
          incoming,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return Files.createFile(
        incoming.resolve(UUID.randomUUID() + ".part"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Deletes a file that arrived; one that is gone already is fine. */
  public void discard(Path arrived) {
    try {
      Files.deleteIfExists(arrived);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a file beside the others, flushed to disk. Copies no more than one byte too many. */
  Incoming copy(Path sent, long most) throws IOException {
    try (InputStream in = Files.newInputStream(sent)) {
      return copy(in, most);
    }
  }

  private Incoming copy(InputStream in, long most) throws IOException {
    Path file = arriving();
    MessageDigest digest = sha256();
    long size = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      byte[] part = new byte[PART];
      for (int read = in.read(part); read >= 0 && size <= most; read = in.read(part)) {
        digest.update(part, 0, read);
        out.write(part, 0, read);
        size += read;
      }
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      discard(file);
      throw e;
    }
    return new Incoming(file, PREFIX + HexFormat.of().formatHex(digest.digest()), size);
  }

  /**
   * Puts a file of a backup in its place, unless it stands there as it should.
   *
   * @param size what it has to have
   * @return whether it was not there before
   * @throws IOException also if its bytes are not those of the digest
   */
  public boolean restore(InputStream in, String digest, long size) throws IOException {
    FileCondition before = look(digest, size, true).condition();
    if (before == FileCondition.INTACT) {
      return false;
    }
    Incoming incoming = copy(in, size);
    if (!incoming.digest().equals(digest)) {
      discard(incoming.file());
      throw new IOException(place(digest) + " has other bytes");
    }
    place(incoming);
    return before == FileCondition.MISSING;
  }

  /** Moves a file into place; one that stands there under the same digest is replaced by it. */
  void place(Incoming incoming) throws IOException {
    Path place = path(incoming.digest());
    Files.createDirectories(place.getParent());
    Files.move(
        incoming.file(),
        place,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    flush(place.getParent());
    flush(folder);
  }

  private static void flush(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private Path path(String digest) {
    return folder.resolve(place(digest));
  }

  /** Returns the path below the folder. */
  private static String place(String digest) {
    if (!isDigest(digest)) {
      throw new IllegalArgumentException("not a digest");
    }
    String hex = digest.substring(PREFIX.length());
    return hex.substring(0, 2) + "/" + hex.substring(2);
  }

  /**
   * Returns a file whose bytes are those of its digest, which is computed anew.
   *
   * @throws DamagedFile if it is missing or was changed
   */
  public Path intact(String digest) {
    Path file = path(digest);
    MessageDigest computed = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[PART];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        computed.update(part, 0, read);
      }
    } catch (IOException e) {
      throw new DamagedFile(digest, shown(digest), e instanceof NoSuchFileException);
    }
    if (!digest.equals(PREFIX + HexFormat.of().formatHex(computed.digest()))) {
      throw new DamagedFile(digest, shown(digest), false);
    }
    return file;
  }

  /**
   * What a look at a file found.
   *
   * @param read whether its bytes were read for it
   */
  record Look(FileCondition condition, boolean read) {}

  /** A file whose digest was computed, as long as nobody touched it. */
  private record Stamp(long size, FileTime written, Object key) {}

  /**
   * Looks whether a file is as it was kept. What was found intact is not read again until somebody
   * touches the file.
   *
   * @param size what it has to have
   * @param mayRead whether its bytes may be read; otherwise its size tells
   */
  Look look(String digest, long size, boolean mayRead) {
    Stamp stamp;
    try {
      BasicFileAttributes there = Files.readAttributes(path(digest), BasicFileAttributes.class);
      stamp = new Stamp(there.size(), there.lastModifiedTime(), there.fileKey());
    } catch (NoSuchFileException e) {
      return new Look(FileCondition.MISSING, false);
    } catch (IOException e) {
      return new Look(FileCondition.CHANGED, false);
    }
    if (stamp.size() != size) {
      return new Look(FileCondition.CHANGED, false);
    }
    if (!mayRead || stamp.equals(intact.get(digest))) {
      return new Look(FileCondition.INTACT, false);
    }
    try {
      intact(digest);
    } catch (DamagedFile e) {
      intact.remove(digest);
      return new Look(e.isMissing() ? FileCondition.MISSING : FileCondition.CHANGED, true);
    }
    if (intact.size() >= MOST_REMEMBERED) {
      intact.clear();
    }
    intact.put(digest, stamp);
    return new Look(FileCondition.INTACT, true);
  }

  /** Returns whether a file stands in its place with its size. */
  public boolean isInPlace(String digest, long size) {
    return look(digest, size, false).condition() == FileCondition.INTACT;
  }

  private String shown(String digest) {
    return folder.getFileName() + "/" + place(digest);
  }

  /**
   * Deletes a file that nobody needs; one that is gone already is fine.
   *
   * @return whether it was there
   */
  public boolean delete(String digest) {
    try {
      return Files.deleteIfExists(path(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the sizes of all files in place, by digest. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return sizes;
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String place = folder.relativize(file).toString();
        if (PLACE.matcher(place).matches()) {
          sizes.put(PREFIX + place.replace("/", ""), Files.size(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sizes;
  }

  /** Deletes what arrived before an instant and was never placed, as a kill leaves it behind. */
  void discardBefore(Instant instant) {
    Path incoming = folder.resolve(INCOMING);
    if (!Files.isDirectory(incoming)) {
      return;
    }
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : (Iterable<Path>) left::iterator) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
