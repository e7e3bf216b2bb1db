package sixones.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import sixones.library.BundleSigner;
import sixones.postgres.DatabaseAccess;

/**
 * The official evaluations of a data folder, evaluated again by the bundles and engines it holds.
 *
 * @param evaluated how many were
 * @param differing how many did not give the answer on record, or have no attestation that holds
 */
public record ReplayedInTests(int evaluated, int differing) {
  /**
   * Evaluates again.
   *
   * @param folder a data folder that no service is running on
   * @param most how many of each rule set version in each engine
   */
  public static ReplayedInTests of(Path folder, int most) throws SQLException {
    try (DatabaseAccess database = DatabaseAccess.ofAdministrator(folder);
        Connection connection = database.connect()) {
      RestoredSample sample =
          RestoredSample.of(connection, new BundleSigner(folder.resolve("seal.key")), most);
      return new ReplayedInTests(sample.evaluated(), sample.differing().size());
    }
  }
}
