package sixones.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File ownership for PostgreSQL. If the service runs as root, the files belong to {@link
 * ServerUser}, which must be able to reach them; otherwise nothing is changed.
 */
record Ownership(boolean root, Path shared) {
  /** The folder for programs if the server user cannot enter the data folder's parents. */
  static final Path SHARED = Path.of("/var/cache/sixones");

  /**
   * Grants the server user access to the folder and to the files of the cluster, and to nothing
   * else in it.
   *
   * @throws DatabaseUnusable if access cannot be granted
   */
  void admit(DataFolder folder) throws IOException {
    if (!root) {
      return;
    }
    try {
      ServerUser.letPass(folder.path());
      ServerUser.takeOver(folder.database());
    } catch (IOException e) {
      throw DatabaseUnusable.closedToServer(folder.path(), folder.path(), e);
    }
  }

  /**
   * Unpacks PostgreSQL's programs, atomically, unless they are there: into the data folder or, if
   * the server user cannot enter a parent of it, into a shared folder.
   *
   * @throws DatabaseUnusable if there is no usable folder
   */
  Path unpack(Binaries binaries, DataFolder folder) throws IOException, InterruptedException {
    Optional<Path> closed = root ? ServerUser.closed(folder.path()) : Optional.empty();
    if (closed.isEmpty()) {
      Path place = binaries.unpack(folder);
      if (root) {
        ServerUser.letRead(folder.programs());
      }
      return place;
    }
    try {
      Path place = binaries.unpackForAll(shared);
      if (ServerUser.closed(place).isEmpty()) {
        return place;
      }
    } catch (IOException e) {
      throw DatabaseUnusable.closedToServer(closed.get(), shared, e);
    }
    throw DatabaseUnusable.closedToServer(closed.get(), shared, null);
  }

  /** Creates the folder for {@code initdb} where it may not create it itself. */
  void makeRoom(Path made) throws IOException {
    if (root) {
      ServerUser.makeFor(made);
    }
  }

  /** Gives the files to the server user. */
  void hand(Path made) throws IOException {
    if (root) {
      ServerUser.own(made);
    }
  }

  /**
   * Returns the name of a folder for a program that works in it: {@code /proc/self/cwd} if the
   * server user cannot enter a parent folder, because it can be used all the same.
   */
  String name(Path folder) throws IOException {
    return root && ServerUser.closed(folder.getParent()).isPresent()
        ? "/proc/self/cwd"
        : folder.toString();
  }
}
