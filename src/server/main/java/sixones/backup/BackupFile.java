package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A backup that was read from its first byte to its last: it holds what its manifest names, with
 * the digests the manifest says, and nothing else. No name in it ever becomes a path.
 */
final class BackupFile implements AutoCloseable {
  static final String MANIFEST = "manifest.json";

  private static final int LARGEST_MANIFEST = 256 << 20;
  private static final int PIECE = 1 << 16;

  private final ZipFile zip;
  private final BackupManifest manifest;
  private final String digest;

  private BackupFile(ZipFile zip, BackupManifest manifest, String digest) {
    this.zip = zip;
    this.manifest = manifest;
    this.digest = digest;
  }

  /**
   * Opens a backup and reads all of it.
   *
   * @throws BackupRefused if it is no backup, of a newer release, cut off, damaged, or holds
   *     anything else
   */
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw BackupRefused.noFile(file);
    }
    ZipFile zip = null;
    BackupFile opened = null;
    try {
      zip = new ZipFile(file.toFile());
      BackupManifest manifest = manifest(zip, file.toString());
      check(zip, manifest, file.toString());
      opened = new BackupFile(zip, manifest, sha256(file));
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

  private static BackupManifest manifest(ZipFile zip, String file) throws IOException {
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
      return BackupManifest.read(json, file);
    } catch (IOException e) {
      throw BackupRefused.damaged(file, MANIFEST);
    }
  }

  private static void check(ZipFile zip, BackupManifest manifest, String file) {
    Map<String, BackupManifest.Part> parts = manifest.parts();
    Set<String> found = new HashSet<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (!found.add(name) || !name.equals(MANIFEST) && !parts.containsKey(name)) {
        throw BackupRefused.unknownPart(file, name);
      }
    }
    for (BackupManifest.Part part : parts.values()) {
      if (!found.contains(part.name()) || !holds(zip, part)) {
        throw BackupRefused.damaged(file, part.name());
      }
    }
    for (BackupManifest.Part key : manifest.keys()) {
      if (!DataKeys.isOfSize(key.bytes())) {
        throw BackupRefused.damaged(file, BackupManifest.key(key.name()));
      }
    }
  }

  /** Reads no more of a part than it may have. */
  private static boolean holds(ZipFile zip, BackupManifest.Part part) {
    MessageDigest digest = sha256();
    try (InputStream in = zip.getInputStream(zip.getEntry(part.name()))) {
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = in.read(piece); read >= 0 && size <= part.bytes(); read = in.read(piece)) {
        digest.update(piece, 0, read);
        size += read;
      }
      return size == part.bytes() && hex(digest).equals(part.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    }
    return hex(digest);
  }

  BackupManifest manifest() {
    return manifest;
  }

  /** Returns the SHA-256 of the whole file in hexadecimal. */
  String digest() {
    return digest;
  }

  InputStream table(String name) throws IOException {
    return part(BackupManifest.table(name));
  }

  InputStream evidence(String sha256) throws IOException {
    return part(BackupManifest.file(sha256));
  }

  byte[] key(String name) throws IOException {
    try (InputStream in = part(BackupManifest.key(name))) {
      return in.readAllBytes();
    }
  }

  private InputStream part(String name) throws IOException {
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

  /** Computes digest and size of what passes to another stream. */
  static final class Measured extends OutputStream {
    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private long bytes;

    Measured(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
      out.write(piece, from, length);
      digest.update(piece, from, length);
      bytes += length;
    }

    BackupManifest.Part as(String name) {
      return new BackupManifest.Part(name, bytes, hex(digest));
    }
  }
}
