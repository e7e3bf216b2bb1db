package sixones.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What has to belong to whom for PostgreSQL to work: where the service is root, its files to {@link
 * ServerUser}, who also has to get to them; else nothing is changed.
 */
record Ownership(boolean root, Path shared) {
  /** Where programs are kept that are to be read though the data folder stands in a closed one. */
  static final Path SHARED = Path.of("/var/cache/sixones");

  /**
   * Lets who runs the server into a folder, to its files, and to nothing else there.
   *
   * @throws DatabaseUnusable if the folder cannot be opened so far
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
   * The folder of PostgreSQL's programs, which is made whole if it is not there: beside the files
   * of the databases or, where a folder above is closed to who runs them, in a place of the
   * machine.
   *
   * @throws DatabaseUnusable if there is no such place
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

  /** What initdb makes the files in, if it is not to make the folder itself. */
  void makeRoom(Path made) throws IOException {
    if (root) {
      ServerUser.makeFor(made);
    }
  }

  /** Gives the files to who runs the server. */
  void hand(Path made) throws IOException {
    if (root) {
      ServerUser.own(made);
    }
  }

  /**
   * What a program that works in a folder calls it. A folder one stands in can be used though one
   * above it is closed; this is its name then.
   */
  String name(Path folder) throws IOException {
    return root && ServerUser.closed(folder.getParent()).isPresent()
        ? "/proc/self/cwd"
        : folder.toString();
  }
}
