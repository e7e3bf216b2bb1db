package sixones.store;

import java.sql.Connection;
import java.sql.SQLException;
import sixones.postgres.Credentials;
import sixones.postgres.DatabaseAccess;

/** The look at the walls with which the service starts, for tests of other rooms. */
public final class WallsInTests {
  private WallsInTests() {}

  /** Fails as the service would. */
  public static void check(String jdbcUrl, Credentials application, String owner)
      throws SQLException {
    try (Connection connection =
        DatabaseAccess.to(jdbcUrl, application.username(), application.password()).connect()) {
      WallsAtStart.check(connection, application.username(), owner);
    }
  }
}
