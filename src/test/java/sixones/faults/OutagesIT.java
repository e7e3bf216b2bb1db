package sixones.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.database.DebianPostgres;

/** The database is away for a while: whoever asks is told so, and then all goes on. */
class OutagesIT {
  private static final Duration LENGTH = Duration.ofSeconds(Form.asked().of(8, 30));

  /** Within this time after its database is there again, the service works again. */
  private static final Duration BACK = Duration.ofSeconds(20);

  @TempDir Path temporary;

  @Test
  void a_database_that_stands_still_and_one_that_is_locked_do_no_harm() throws Exception {
    Path data = UsedData.copyTo(temporary.resolve("data"));
    try (Service service = new Service(data, Map.of()).started()) {
      Database database = Database.of(data);
      Outage outage = new Outage(service, database);
      outage.endure(
          "database stands still",
          () -> PostgresProcesses.of(data).signal("STOP"),
          LENGTH,
          () -> PostgresProcesses.of(data).signal("CONT"),
          BACK);
      try (Connection holder = database.administrator()) {
        holder.setAutoCommit(false);
        outage.endure(
            "submissions are locked",
            () -> holder.createStatement().execute("lock table submission in exclusive mode"),
            LENGTH,
            holder::rollback,
            BACK);
        outage.endure(
            "people are locked",
            () -> holder.createStatement().execute("lock table person"),
            LENGTH,
            holder::rollback,
            BACK);
      }
    }
  }

  @Test
  void a_database_that_is_stopped_and_started_does_no_harm() throws Exception {
    try (DebianPostgres server = DebianPostgres.start();
        Service service =
            new Service(temporary.resolve("data"), settings(server, server.port())).started()) {
      new Outage(service, Database.at(server.jdbcUrl()))
          .endure("database is stopped", server::stop, LENGTH, server::startAgain, BACK);
    }
  }

  /** What the service needs to work on a server that is reached at a port. */
  static Map<String, String> settings(DebianPostgres server, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        server.jdbcUrl().replace(":" + server.port() + "/", ":" + port + "/"));
    settings.put("QUARKUS_DATASOURCE_USERNAME", server.application());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", server.password());
    settings.put("QUARKUS_FLYWAY_USERNAME", server.owner());
    settings.put("QUARKUS_FLYWAY_PASSWORD", server.password());
    return settings;
  }
}
