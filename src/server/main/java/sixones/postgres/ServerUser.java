package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as if the service is root: an otherwise unused numeric id that owns
 * the cluster, may read the programs, and has no access to other files of root.
 */
final class ServerUser {
  static final int ID = 60616;

  /** The user for {@code initdb}, which requires a user with a name. */
  static final int NAMED = 65534;

  private static final int ROOT = 0;
  private static final Set<PosixFilePermission> TO_PASS =
      PosixFilePermissions.fromString("rwx--x---");
  private static final Set<PosixFilePermission> ITS_OWN =
      PosixFilePermissions.fromString("rwx------");

  private ServerUser() {}

  /** Returns the highest parent folder of a path that this user cannot enter. */
  static Optional<Path> closed(Path place) throws IOException {
    for (Path on = place.getRoot(); on != null; on = next(on, place)) {
      if (!mayEnter(on)) {
        return Optional.of(on);
      }
    }
    return Optional.empty();
  }

  private static Path next(Path on, Path place) {
    int length = on.getNameCount();
    return length == place.getNameCount()
        ? null
        : place.getRoot().resolve(place.subpath(0, length + 1));
  }

  private static boolean mayEnter(Path folder) throws IOException {
    Map<String, Object> is = Files.readAttributes(folder, "unix:mode,uid,gid");
    int allowed = is.get("uid").equals(ID) ? 0100 : is.get("gid").equals(ID) ? 0010 : 0001;
    return ((int) is.get("mode") & allowed) != 0;
  }

  /** Grants this user alone passage through a folder of root. */
  static void letPass(Path folder) throws IOException {
    Files.setAttribute(folder, "unix:gid", ID);
    Files.setPosixFilePermissions(folder, TO_PASS);
  }

  /**
   * Creates an empty folder owned by the user of {@code initdb}; its parent keeps out other
   * processes of that user.
   */
  static void makeFor(Path folder) throws IOException {
    letPass(folder.getParent());
    Files.createDirectory(folder);
    Files.setPosixFilePermissions(folder, ITS_OWN);
    give(folder, NAMED);
  }

  /**
   * Changes the owner of a cluster created while root ran PostgreSQL itself; leaves files of other
   * owners.
   */
  static void takeOver(Path database) throws IOException {
    if (Files.isDirectory(database) && owner(database) == ROOT) {
      own(database);
    }
  }

  /** Gives a folder recursively to this user, the folder itself last. */
  static void own(Path folder) throws IOException {
    for (Path each : deepestFirst(folder)) {
      give(each, ID);
    }
  }

  /** Makes a folder readable for everybody recursively, the folder itself last. */
  static void letRead(Path folder) throws IOException {
    if (Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
      return;
    }
    for (Path each : deepestFirst(folder)) {
      if (!Files.isSymbolicLink(each)) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(each);
        permissions.add(PosixFilePermission.OTHERS_READ);
        if (permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
          permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(each, permissions);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static int owner(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static void give(Path file, int uid) throws IOException {
    Files.setAttribute(file, "unix:gid", ID, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
  }
}
