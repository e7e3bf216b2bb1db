package sixones.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Token buckets and pauses that all instances on one database share. Each call is one statement of
 * its own, by the clock of the database; a jump of that clock locks nobody out longer than an empty
 * bucket or the longest pause does. Keys are stored as digests.
 */
@ApplicationScoped
public class CommonLimits {
  private static final long BETWEEN_SWEEPS = Duration.ofMinutes(1).toNanos();
  private static final long MICROS_OF_MINUTE = 60_000_000;

  /**
   * Takes a token and returns null, or returns the microseconds to wait for one. What seems to be
   * full again later than in two minutes is from before a jump of the clock, and is full.
   */
  private static final String TAKE =
      """
      with asked (key, step) as (values (?::uuid, ? * interval '1 microsecond')),
      taken as (
        insert into limit_use as u (key, full_at)
          select key, statement_timestamp() + step from asked
        on conflict (key) do update set full_at = case
            when u.full_at > statement_timestamp() + interval '2 minutes' then excluded.full_at
            else greatest(u.full_at + (select step from asked), excluded.full_at) end
          where u.full_at + (select step from asked) <= statement_timestamp() + interval '1 minute'
            or u.full_at > statement_timestamp() + interval '2 minutes'
        returning 1)
      select case when not exists (select from taken) then coalesce((
        select extract(epoch from
          full_at + step - statement_timestamp() - interval '1 minute') * 1000000
        from asked join limit_use using (key)), 1)::bigint end
      """;

  private static final String WAIT =
      """
      with asked (key, step) as (values (?::uuid, ? * interval '1 microsecond'))
      select (extract(epoch from
        full_at + step - statement_timestamp() - interval '1 minute') * 1000000)::bigint
      from asked join limit_use using (key)
      where full_at <= statement_timestamp() + interval '2 minutes'
        and full_at + step > statement_timestamp() + interval '1 minute'
      """;

  private static final String GIVE_BACK =
      "update limit_use set full_at = full_at - ? * interval '1 microsecond' where key = ?";

  /**
   * Counts a wrong password and returns null, or returns the microseconds to wait for the next. The
   * pause is a second after the free ones, then twice the one before, up to a quarter of an hour.
   */
  private static final String COUNT =
      """
      with asked (name, free, exempt) as (values (?::uuid, ?, ?)),
      now_of (name, ends_at) as (
        select name,
          least(last_at, statement_timestamp()) + interval '1 second' * case
            when count < free then 0 else least(900, 1 << least(count - free, 10)) end
        from asked join wrong_password using (name)),
      counted as (
        insert into wrong_password as w (name, count, last_at)
          select name, 1, statement_timestamp() from asked
        on conflict (name) do update set last_at = excluded.last_at, count = case
            when w.last_at < excluded.last_at - interval '1 day' then 1 else w.count + 1 end
          where (select exempt from asked)
            or w.last_at < excluded.last_at - interval '1 day'
            or least(w.last_at, excluded.last_at) + interval '1 second' * case
              when w.count < (select free from asked) then 0
              else least(900, 1 << least(w.count - (select free from asked), 10)) end
              <= excluded.last_at
        returning 1)
      select case when not exists (select from counted) then coalesce((
        select greatest(1, extract(epoch from ends_at - statement_timestamp()) * 1000000)
        from now_of), 1000000)::bigint end
      """;

  private static final String WAS_RIGHT =
      "update wrong_password set count = count - 1 where name = ? and count > 0";

  private static final String SWEEP =
      """
      with spent as (delete from limit_use where full_at < statement_timestamp()),
      last_kept as (select last_at from wrong_password order by last_at desc offset ? limit 1)
      delete from wrong_password
      where last_at < statement_timestamp() - interval '1 day'
        or last_at <= (select last_at from last_kept)
      """;

  /** The names with wrong passwords that are kept, the most recent ones. */
  private static final int MOST_NAMES = 100_000;

  private final DataSource source;
  private final AtomicLong swept = new AtomicLong(System.nanoTime());

  @Inject
  public CommonLimits(DataSource source) {
    this.source = source;
  }

  /** What is bound to a statement, and how its result is read. */
  private interface Call<K> {
    K run(PreparedStatement statement) throws SQLException;
  }

  /**
   * Takes a token from a bucket that holds those of one minute.
   *
   * @param kind what is counted; one name of another kind has another bucket
   * @param aMinute the tokens per minute, above 0
   * @return the time until there is a token, if there is none
   * @throws DatabaseUnavailable if the database does not answer
   */
  public Optional<Duration> take(String kind, String name, int aMinute) {
    sweepNowAndThen();
    return call(TAKE, bucket -> wait(bucket, key(kind, name), step(aMinute)));
  }

  /** Like {@link #take}, but takes no token. */
  public Optional<Duration> waitFor(String kind, String name, int aMinute) {
    return call(WAIT, bucket -> wait(bucket, key(kind, name), step(aMinute)));
  }

  /**
   * Returns a token that was taken.
   *
   * @return whether there is such a bucket
   */
  public boolean giveBack(String kind, String name, int aMinute) {
    return call(
        GIVE_BACK,
        bucket -> {
          bucket.setLong(1, step(aMinute));
          bucket.setObject(2, key(kind, name));
          return bucket.executeUpdate() > 0;
        });
  }

  /**
   * Counts a wrong password of a name, unless the name has to pause.
   *
   * @param free the wrong passwords without a pause, above 0
   * @param exempt whether the pause does not apply; then it is counted all the same
   * @return the rest of the pause; then nothing is counted
   * @throws DatabaseUnavailable if the database does not answer
   */
  public Optional<Duration> countWrong(String name, int free, boolean exempt) {
    return call(COUNT, count -> wait(count, key("", name), free, exempt));
  }

  /**
   * Takes back a wrong password that turned out to be right.
   *
   * @return whether one was counted
   */
  public boolean wasRight(String name) {
    return call(
        WAS_RIGHT,
        count -> {
          count.setObject(1, key("", name));
          return count.executeUpdate() > 0;
        });
  }

  private void sweepNowAndThen() {
    long last = swept.get();
    long now = System.nanoTime();
    if (now - last > BETWEEN_SWEEPS && swept.compareAndSet(last, now)) {
      sweep(MOST_NAMES);
    }
  }

  /** Deletes what says no more than no row, and the names beyond the most recent ones. */
  int sweep(int mostNames) {
    return call(
        SWEEP,
        sweep -> {
          sweep.setInt(1, mostNames);
          return sweep.executeUpdate();
        });
  }

  private static Optional<Duration> wait(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      long micros = row.getLong(1);
      return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofNanos(micros * 1000));
    }
  }

  private <K> K call(String sql, Call<K> call) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return call.run(statement);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(false, e);
    }
  }

  private static long step(int aMinute) {
    return MICROS_OF_MINUTE / aMinute;
  }

  private static UUID key(String kind, String name) {
    byte[] text = (kind + '\n' + name).getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer half = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
      return new UUID(half.getLong(), half.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
