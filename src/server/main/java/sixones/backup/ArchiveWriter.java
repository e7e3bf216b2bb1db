package sixones.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a ZIP file beside its place, readable by its owner alone. It gets its name when it is
 * whole, on disk, and was read again.
 */
public final class ArchiveWriter implements AutoCloseable {
  private static final int ROOM = 1 << 16;

  private final Path file;
  private final Path unfinished;
  private final FileChannel channel;
  private final ZipOutputStream zip;

  /** Writes the bytes of one part. */
  public interface Content {
    /** Writes them. */
    void to(OutputStream out) throws IOException, SQLException;
  }

  private ArchiveWriter(Path file, Path unfinished, FileChannel channel) {
    this.file = file;
    this.unfinished = unfinished;
    this.channel = channel;
    this.zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), ROOM));
  }

  /**
   * Begins an archive.
   *
   * @throws BackupRefused if there is such a file already, or its folder cannot be written to
   */
  public static ArchiveWriter to(Path file) {
    Path place = file.toAbsolutePath();
    if (Files.exists(place)) {
      throw BackupRefused.fileExists(file);
    }
    try {
      Path unfinished =
          Files.createTempFile(
              place.getParent(),
              "." + place.getFileName(),
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return new ArchiveWriter(
          file, unfinished, FileChannel.open(unfinished, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw BackupRefused.notWritten(file, e);
    }
  }

  /** Writes a part that is worth compressing. */
  public ArchivePart compressed(String name, Content content) throws IOException, SQLException {
    return write(name, Deflater.BEST_SPEED, content);
  }

  /** Writes a part as it is. */
  public ArchivePart plain(String name, Content content) throws IOException, SQLException {
    return write(name, Deflater.NO_COMPRESSION, content);
  }

  private ArchivePart write(String name, int level, Content content)
      throws IOException, SQLException {
    zip.setLevel(level);
    ZipEntry entry = new ZipEntry(name);
    zip.putNextEntry(entry);
    ArchivePart.Measured measured = new ArchivePart.Measured(zip);
    content.to(measured);
    zip.closeEntry();
    return measured.as(name);
  }

  /**
   * Ends the archive, reads all of it again and gives it its name.
   *
   * @param manifest its bytes
   * @param reading reads the manifest, as the archive is read again
   * @return the SHA-256 of the file in hexadecimal
   */
  public String finish(byte[] manifest, ArchiveReader.Manifest reading)
      throws IOException, SQLException {
    compressed(ArchiveReader.MANIFEST, out -> out.write(manifest));
    zip.finish();
    zip.flush();
    channel.force(true);
    String digest;
    try (ArchiveReader read = ArchiveReader.open(unfinished, reading)) {
      digest = read.digest();
    }
    try {
      // Unlike a move, a link never takes the place of a file.
      Files.createLink(file.toAbsolutePath(), unfinished);
    } catch (FileAlreadyExistsException e) {
      throw BackupRefused.fileExists(file);
    } catch (UnsupportedOperationException e) {
      Files.move(unfinished, file.toAbsolutePath());
    }
    try (FileChannel names = FileChannel.open(file.toAbsolutePath().getParent())) {
      names.force(true);
    }
    return digest;
  }

  /** Deletes the archive again that was finished. */
  public void takeBack() throws IOException {
    Files.deleteIfExists(file.toAbsolutePath());
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
