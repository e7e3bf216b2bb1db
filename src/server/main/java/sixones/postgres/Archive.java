package sixones.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.XZInputStream;

/** Unpacks a compressed archive of folders, files and links into one folder. */
final class Archive {
  private static final PosixFilePermission[] FROM_THE_LOWEST_BIT = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  private Archive() {}

  /**
   * Unpacks an xz-compressed tar archive.
   *
   * @throws IOException also if an entry or link would point outside the folder
   */
  static void unpack(InputStream archive, Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Files.createDirectories(root);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, root);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path place = within(root, root.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Files.createDirectories(place.getParent());
    if (entry.isSymbolicLink()) {
      Path to = Path.of(entry.getLinkName());
      within(root, place.resolveSibling(to), entry);
      Files.createSymbolicLink(place, to);
    } else if (isPlain(entry)) {
      Files.copy(tar, place);
      Files.setPosixFilePermissions(place, permissions(entry.getMode()));
    } else {
      throw new IOException(entry.getName() + " is neither a folder, a file nor a symbolic link");
    }
  }

  /** {@code TarArchiveEntry.isFile} also accepts a pipe. */
  private static boolean isPlain(TarArchiveEntry entry) {
    return entry.getLinkFlag() == TarConstants.LF_NORMAL
        || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
  }

  private static Path within(Path root, Path place, TarArchiveEntry entry) throws IOException {
    Path normal = place.normalize();
    if (!normal.startsWith(root)) {
      throw new IOException(entry.getName() + " is outside of the folder to unpack into");
    }
    return normal;
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < FROM_THE_LOWEST_BIT.length; bit++) {
      if ((mode & 1 << bit) != 0) {
        permissions.add(FROM_THE_LOWEST_BIT[bit]);
      }
    }
    return permissions;
  }
}
