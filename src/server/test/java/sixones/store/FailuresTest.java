package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.faults.Waiting;

/** A failed transaction is told by what it means: to be tried again, perhaps done, or our fault. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class FailuresTest {
  private static final DatabaseIdentity OFFICER = new DatabaseIdentity("officer", "");

  @Inject Transactions transactions;
  @Inject AgroalDataSource pool;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.flyway.username")
  String owner;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @ConfigProperty(name = "quarkus.datasource.username")
  String application;

  @ConfigProperty(name = "quarkus.datasource.password")
  String applicationPassword;

  @Test
  void a_commit_that_the_server_answers_with_an_error_is_not_perhaps_done() throws Exception {
    own(
        "create table if not exists late (what int unique deferrable initially deferred)",
        "grant insert on late to public");

    Throwable fault =
        catchThrowable(
            () -> transactions.as(OFFICER, () -> sql("insert into late values (1), (1)")));

    assertThat(fault).isNotNull().isNotInstanceOf(DatabaseUnavailable.class);
    own("drop table late");
  }

  @Test
  @Tag("long")
  void a_transaction_that_was_given_up_is_not_perhaps_done() {
    Throwable fault =
        catchThrowable(
            () ->
                transactions.as(
                    OFFICER,
                    () -> {
                      while (QuarkusTransaction.isActive()
                          && !QuarkusTransaction.isRollbackOnly()) {
                        sql("select pg_sleep(0.1)");
                      }
                      return "";
                    }));

    assertThat(fault).isInstanceOf(DatabaseUnavailable.class);
    assertThat(((DatabaseUnavailable) fault).perhapsDone()).isFalse();
  }

  @Test
  void a_transaction_that_was_given_up_before_its_commit_is_told_so() {
    Throwable fault =
        catchThrowable(
            () ->
                transactions.as(
                    OFFICER,
                    () -> {
                      sql("select 1");
                      Waiting.until(
                          "the transaction is given up",
                          Duration.ofSeconds(30),
                          () -> QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE);
                      return "";
                    }));

    assertThat(fault).isInstanceOf(DatabaseUnavailable.class);
    assertThat(((DatabaseUnavailable) fault).perhapsDone()).isFalse();
  }

  @Test
  void connections_that_died_while_idle_fail_nobody() throws Exception {
    transactions.as(OFFICER, () -> sql("select 1"));
    as(
        application,
        applicationPassword,
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where usename = current_user and pid <> pg_backend_pid()");

    assertThat(transactions.as(OFFICER, () -> sql("select 1"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"role sixones_app", "database sixones"})
  void what_is_told_as_done_is_on_disk_whatever_is_set(String whose) throws Exception {
    administer("alter " + whose + " set synchronous_commit = off");
    try {
      assertThat(
              transactions.as(OFFICER, () -> sql("select current_setting('synchronous_commit')")))
          .isEqualTo(List.of("on"));
    } finally {
      administer("alter " + whose + " reset synchronous_commit");
    }
  }

  /**
   * As the administrator. The pool closes connections with settings of before in its own time; one
   * that is in use is closed when it is given back, since the next may be in use already.
   */
  private void administer(String act) throws Exception {
    try (Connection administrator = TestDatabase.administrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(act);
      String before =
          "select not exists (select from pg_stat_activity where usename = '%s'"
                  .formatted(application)
              + " and backend_start < '%s')".formatted(one(statement, "select clock_timestamp()"));
      Waiting.until(
          "connections with settings of before are closed",
          Duration.ofSeconds(30),
          () -> {
            pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
            return one(statement, before).equals("t");
          });
    }
  }

  private static String one(Statement statement, String sql) throws SQLException {
    try (ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  private static Object sql(String sql) {
    var query = Panache.getEntityManager().createNativeQuery(sql);
    return sql.startsWith("select") ? query.getResultList() : query.executeUpdate();
  }

  private void own(String... acts) throws Exception {
    as(owner, password, acts);
  }

  private void as(String role, String password, String... acts) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, role, password);
        Statement statement = connection.createStatement()) {
      for (String act : acts) {
        statement.execute(act);
      }
    }
  }
}
