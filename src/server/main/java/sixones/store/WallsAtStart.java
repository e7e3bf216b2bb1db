package sixones.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.postgres.DatabaseUnusable;

/**
 * Refuses to start the service on a database whose access-control objects were changed or whose
 * commits are not durable.
 */
@ApplicationScoped
class WallsAtStart {
  private static final int AFTER_RIGHTS = 2;
  private static final String NOT_KEPT =
      """
      select name from pg_settings
      where name in ('fsync', 'full_page_writes') and setting = 'off' order by name
      """;

  @Inject DataSource source;

  @ConfigProperty(name = "quarkus.datasource.username")
  String role;

  @ConfigProperty(name = "quarkus.flyway.username")
  Optional<String> owner;

  void check(@Observes @Priority(AFTER_RIGHTS) StartupEvent start) throws SQLException {
    try (Connection connection = source.getConnection()) {
      check(connection, role, owner.orElse(role));
    }
  }

  /**
   * Checks a database as the service's role.
   *
   * @throws DatabaseUnusable if commits are not durable, or its access-control objects differ from
   *     those of the migrations
   */
  static void check(Connection connection, String role, String owner) throws SQLException {
    List<String> off = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(NOT_KEPT);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        off.add(rows.getString(1));
      }
    }
    if (!off.isEmpty()) {
      throw DatabaseUnusable.notDurable(off);
    }
    Walls.Difference difference = Walls.of(connection, role, owner).from(Walls.expected());
    if (!difference.isNone()) {
      throw DatabaseUnusable.wallsChanged(
          difference.missing(), difference.changed(), difference.unknown());
    }
  }
}
