package sixones.people.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.postgres.DatabaseAccess;

/** Restores access for an administrator who cannot sign in, from the server's command line. */
public final class LockedOut {
  private static final String AS_ADMIN = "select set_config('sixones.role', 'admin', true)";
  private static final String OPEN =
      """
      update person set password = ?, password_given = true, disabled = false, wrong_passwords = 0,
          epoch = epoch + 1
        where name = ? and role = 'admin'
      """;
  private static final String TAKE_AWAY =
      "delete from second_factor where person = ? and confirmed_at is not null";
  private static final String END =
      "update session set ended_at = ? where person = ? and ended_at is null";

  private LockedOut() {}

  /**
   * The new credentials.
   *
   * @param hadFactor whether a second factor was removed
   */
  public record LetIn(String password, boolean hadFactor) {}

  /**
   * Sets a new password that must be changed at the next sign-in, removes the second factor and
   * revokes all sessions of the administrator.
   *
   * @return empty if there is no administrator of that name
   */
  public static Optional<LetIn> letIn(String name, DatabaseAccess database, Clock clock)
      throws SQLException {
    String password = PasswordPolicy.made();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      execute(connection, AS_ADMIN);
      boolean hadFactor = false;
      int there = execute(connection, OPEN, BcryptUtil.bcryptHash(password), name);
      if (there == 1) {
        Instant now = clock.instant();
        execute(connection, END, Timestamp.from(now), name);
        Audit.noteByCommand(connection, now, Act.PASSWORD_GIVEN, name);
        hadFactor = execute(connection, TAKE_AWAY, name) == 1;
        if (hadFactor) {
          Audit.noteByCommand(connection, now, Act.SECOND_FACTOR_REMOVED, name);
        }
      }
      connection.commit();
      return there == 1 ? Optional.of(new LetIn(password, hadFactor)) : Optional.empty();
    }
  }

  private static int execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }
}
