package sixones.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sixones.postgres.DatabaseAccess;

/**
 * One transaction of the owner of the database, which sees one moment. Row-level security holds for
 * the owner, too: what it may read and delete, policies for it alone say. What is not committed is
 * rolled back.
 */
final class OwnerTransaction implements AutoCloseable {
  private final Connection connection;

  private OwnerTransaction(Connection connection) {
    this.connection = connection;
  }

  /**
   * Begins one.
   *
   * @throws RetentionRefused if the database is older than erasures
   */
  static OwnerTransaction begin(DatabaseAccess owner) throws SQLException {
    return begin(owner, Connection.TRANSACTION_REPEATABLE_READ);
  }

  /** Begins one of which each statement sees what was committed before it. */
  static OwnerTransaction beginAtEachStatement(DatabaseAccess owner) throws SQLException {
    return begin(owner, Connection.TRANSACTION_READ_COMMITTED);
  }

  private static OwnerTransaction begin(DatabaseAccess owner, int isolation) throws SQLException {
    Connection connection = owner.connect();
    boolean begun = false;
    try {
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      OwnerTransaction transaction = new OwnerTransaction(connection);
      for (String setting :
          List.of(
              "timezone = 'UTC'",
              "datestyle = 'ISO, MDY'",
              "extra_float_digits = 1",
              "search_path = public, pg_temp",
              "statement_timeout = 0",
              "lock_timeout = '60s'",
              "idle_in_transaction_session_timeout = 0")) {
        transaction.execute("set local " + setting);
      }
      if (transaction.text("select to_regclass('public.round_archive')::text") == null) {
        throw RetentionRefused.notMigrated();
      }
      transaction.as("owner");
      begun = true;
      return transaction;
    } finally {
      if (!begun) {
        connection.close();
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /** Sets who asks, until the next call or the end. */
  void as(String role) throws SQLException {
    set("role", role);
  }

  void set(String what, String value) throws SQLException {
    update("select set_config('sixones.' || ?, ?, true)", what, value);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement; returns how many rows it changed, or 0 of a query. */
  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  /** Returns the first value of a query as text; null if it has no row, or is null. */
  String text(String sql, Object... values) throws SQLException {
    List<String> all = texts(sql, values);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Returns the first column of a query as text. */
  List<String> texts(String sql, Object... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(
          i + 1, values[i] instanceof Instant instant ? Timestamp.from(instant) : values[i]);
    }
    return statement;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    try {
      connection.rollback();
    } finally {
      connection.close();
    }
  }

  /**
   * A decided round.
   *
   * @param decidedAt the instant of the last move that decided it
   * @param erasedAt null unless it was erased
   */
  record DecidedRound(
      UUID id,
      int number,
      String nameEn,
      String nameZh,
      String ruleSet,
      String version,
      Instant decidedAt,
      Instant erasedAt) {}

  /**
   * Finds a decided round.
   *
   * @param name its number or its id
   * @throws RetentionRefused if there is none, or it is not decided
   */
  DecidedRound decided(String name) throws SQLException {
    try (PreparedStatement query =
        prepared(
            """
            select r.id, r.number, r.name_en, r.name_zh, r.rule_set, r.rule_set_version, r.state,
              (select max(m.moved_at) from round_move m where m.round = r.id and m.kind = 'decide'),
              r.erased_at
            from round r where r.number::text = ? or r.id::text = lower(?)
            """,
            name,
            name)) {
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw RetentionRefused.noRound(name);
        }
        Timestamp decided = row.getTimestamp(8);
        if (!row.getString(7).equals("decided") || decided == null) {
          throw RetentionRefused.notDecided(row.getInt(2), row.getString(7));
        }
        return new DecidedRound(
            row.getObject(1, UUID.class),
            row.getInt(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            decided.toInstant(),
            Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant).orElse(null));
      }
    }
  }

  /** Returns an instant as it is stored. */
  static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
