package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.postgres.DebianPostgres;

/** The database is away for a while: whoever asks is told so, and then all goes on. */
class OutagesIT {
  static final Duration LENGTH = Duration.ofSeconds(Form.asked().of(3, 30));

  /** Within this time after its database is there again, the service works again. */
  static final Duration BACK = Duration.ofSeconds(20);

  /** More than there are connections. */
  private static final int MANY = Form.asked().of(24, 64);

  @TempDir static Path temporary;

  private static Service service;
  private static Database database;

  @BeforeAll
  static void a_service_is_there() throws Exception {
    Path data = UsedData.copyTo(temporary.resolve("data"));
    service = new Service(data, Map.of()).started();
    database = Database.of(data);
  }

  @AfterAll
  static void and_ends() {
    service.close();
  }

  @Test
  @Tag("long")
  void a_database_that_stands_still_does_no_harm() throws Exception {
    new Outage(service, database)
        .endure(
            "database stands still",
            () -> PostgresProcesses.of(service.data()).signal("STOP"),
            LENGTH,
            () -> PostgresProcesses.of(service.data()).signal("CONT"),
            BACK);
  }

  static Stream<String> locks() {
    return Stream.of("lock table submission in exclusive mode", "lock table person")
        .limit(Form.asked().of(1, 2));
  }

  @ParameterizedTest
  @MethodSource("locks")
  void a_table_that_somebody_locks_does_no_harm(String lock) throws Exception {
    try (Connection holder = database.administrator()) {
      holder.setAutoCommit(false);
      new Outage(service, database)
          .endure(
              lock, () -> holder.createStatement().execute(lock), LENGTH, holder::rollback, BACK);
    }
  }

  @Test
  void more_who_wait_than_connections_are_each_told_to_try_again() throws Exception {
    UUID round = new Caller(service.root(), "officer").openRound();
    Caller applicant = new Caller(service.root(), "chengdu");
    List<Act> acts =
        Stream.generate(() -> Act.of(round, applicant.person(), "510100")).limit(MANY).toList();
    try (Connection holder = database.administrator()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table submission in exclusive mode");

      List<CompletableFuture<HttpResponse<byte[]>>> answers =
          acts.stream().map(applicant::handInBeside).toList();

      for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
        assertThat(Problems.isToBeTriedAgain(answer.get(35, TimeUnit.SECONDS)))
            .as(Caller.text(answer.get()))
            .isTrue();
      }
    }
    for (Act act : acts) {
      assertThat(applicant.handIn(act).statusCode()).isEqualTo(201);
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
