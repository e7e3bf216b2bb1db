package sixones.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** A backup that was read from its first byte to its last. */
final class BackupFile implements AutoCloseable {
  private final ArchiveReader archive;
  private final BackupManifest manifest;

  private BackupFile(ArchiveReader archive, BackupManifest manifest) {
    this.archive = archive;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and reads all of it.
   *
   * @throws BackupRefused if it is no backup, of a newer release, cut off, damaged, or holds
   *     anything else
   */
  static BackupFile open(Path file) {
    BackupManifest[] read = new BackupManifest[1];
    ArchiveReader archive =
        ArchiveReader.open(
            file,
            (json, name) -> {
              read[0] = BackupManifest.read(json, name);
              return parts(read[0], name);
            });
    return new BackupFile(archive, read[0]);
  }

  private static Map<String, ArchivePart> parts(BackupManifest manifest, String file) {
    for (ArchivePart key : manifest.keys()) {
      if (!DataKeys.isOfSize(key.bytes())) {
        throw BackupRefused.damaged(file, BackupManifest.key(key.name()));
      }
    }
    return manifest.parts();
  }

  BackupManifest manifest() {
    return manifest;
  }

  /** Returns the SHA-256 of the whole file in hexadecimal. */
  String digest() {
    return archive.digest();
  }

  InputStream table(String name) throws IOException {
    return archive.part(BackupManifest.table(name));
  }

  InputStream evidence(String sha256) throws IOException {
    return archive.part(BackupManifest.file(sha256));
  }

  byte[] key(String name) throws IOException {
    try (InputStream in = archive.part(BackupManifest.key(name))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    archive.close();
  }
}
