package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A ZIP file that was read from its first byte to its last: it holds what its manifest names, with
 * the digests the manifest says, and nothing else. No name in it ever becomes a path.
 */
public final class ArchiveReader implements AutoCloseable {
  /** The name of the manifest, which is written last. */
  public static final String MANIFEST = "manifest.json";

  private static final int LARGEST_MANIFEST = 256 << 20;
  private static final int PIECE = 1 << 16;

  private final ZipFile zip;
  private final String digest;

  private ArchiveReader(ZipFile zip, String digest) {
    this.zip = zip;
    this.digest = digest;
  }

  /** Reads the manifest of an archive. */
  public interface Manifest {
    /**
     * Returns the parts a manifest names.
     *
     * @param json its bytes
     * @param file the archive, as refusals name it
     * @throws BackupRefused if it is of another format
     */
    Map<String, ArchivePart> parts(byte[] json, String file);
  }

  /**
   * Opens an archive and reads all of it.
   *
   * @throws BackupRefused if there is none, or it is of another format, cut off, damaged, or holds
   *     anything else
   */
  public static ArchiveReader open(Path file, Manifest manifest) {
    if (!Files.isRegularFile(file)) {
      throw BackupRefused.noFile(file);
    }
    ZipFile zip = null;
    ArchiveReader opened = null;
    try {
      zip = new ZipFile(file.toFile());
      String name = file.toString();
      check(zip, manifest.parts(manifest(zip, name), name), name);
      opened = new ArchiveReader(zip, sha256(file));
      return opened;
    } catch (IOException | IllegalArgumentException e) {
      // Names in it that are no text are told so.
      throw BackupRefused.notABackup(file.toString());
    } finally {
      if (opened == null && zip != null) {
        close(zip);
      }
    }
  }

  private static byte[] manifest(ZipFile zip, String file) {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw BackupRefused.notABackup(file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] json = in.readNBytes(LARGEST_MANIFEST);
      CRC32 sum = new CRC32();
      sum.update(json);
      // The manifest has the digests of everything else; of it, the ZIP has a checksum.
      if (in.read() >= 0 || sum.getValue() != entry.getCrc()) {
        throw BackupRefused.damaged(file, MANIFEST);
      }
      return json;
    } catch (IOException e) {
      throw BackupRefused.damaged(file, MANIFEST);
    }
  }

  private static void check(ZipFile zip, Map<String, ArchivePart> parts, String file) {
    Set<String> found = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (!found.add(name) || !name.equals(MANIFEST) && !parts.containsKey(name)) {
        throw BackupRefused.unknownPart(file, name);
      }
    }
    for (ArchivePart part : parts.values()) {
      if (!found.contains(part.name()) || !holds(zip, part)) {
        throw BackupRefused.damaged(file, part.name());
      }
    }
  }

  /** Reads no more of a part than it may have. */
  private static boolean holds(ZipFile zip, ArchivePart part) {
    MessageDigest digest = ArchivePart.sha256Digest();
    try (InputStream in = zip.getInputStream(zip.getEntry(part.name()))) {
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = in.read(piece); read >= 0 && size <= part.bytes(); read = in.read(piece)) {
        digest.update(piece, 0, read);
        size += read;
      }
      return size == part.bytes() && ArchivePart.hex(digest).equals(part.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = ArchivePart.sha256Digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return ArchivePart.hex(digest);
  }

  /** Returns the SHA-256 of the whole file in hexadecimal. */
  public String digest() {
    return digest;
  }

  /** Returns the bytes of a part that the manifest names. */
  public InputStream part(String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }

  @Override
  public void close() {
    close(zip);
  }
}
