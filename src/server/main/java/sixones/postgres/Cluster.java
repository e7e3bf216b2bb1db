package sixones.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The database cluster: the folder that {@code initdb} creates. */
final class Cluster {
  private Cluster() {}

  /**
   * Checks whether these programs can open the cluster; changes nothing.
   *
   * @throws DatabaseUnusable if another major version created it
   */
  static void check(DataFolder folder, Binaries binaries) throws IOException {
    Path version = folder.database().resolve("PG_VERSION");
    if (Files.exists(version)) {
      String found = Files.readString(version).strip();
      if (!found.equals(binaries.major())) {
        throw DatabaseUnusable.wrongVersion(folder.database(), found, binaries.major());
      }
    }
  }

  /** Creates the cluster atomically unless it exists. */
  static void make(DataFolder folder, Path binaries, Programs programs, Credentials superuser)
      throws IOException, InterruptedException {
    if (Files.exists(folder.database().resolve("PG_VERSION"))) {
      return;
    }
    Path made = folder.unfinished("database");
    programs.ownership().makeRoom(made);
    ProcessBuilder initdb =
        programs.maker(
            made,
            binaries.resolve("bin/initdb"),
            List.of(
                "--pgdata=" + programs.ownership().name(made),
                "--username=" + superuser.username(),
                "--pwfile=/dev/stdin",
                "--auth=scram-sha-256",
                // More rounds only slow down the guessing of a weak password. Ours are 192 random
                // bits, and each connection would pay for the rounds.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
    String complaint = Programs.complaint(initdb, superuser.password() + "\n");
    if (complaint != null) {
      throw DatabaseUnusable.didNotStart(folder.path(), complaint, null);
    }
    programs.ownership().hand(made);
    folder.finish(made, folder.database());
  }
}
