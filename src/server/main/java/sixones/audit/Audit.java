package sixones.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes all audit entries. The actor is the identity of the current transaction. An entry is
 * committed or rolled back together with the change it records.
 */
public final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clock clock;
  private final Supplier<String> address;

  /**
   * Creates the writer.
   *
   * @param clock gives the instant of each entry
   * @param address gives the client address of the current request; null if there is no request
   */
  public Audit(Clock clock, Supplier<String> address) {
    this.clock = clock;
    this.address = address;
  }

  /** Records an act that changes no data, in the caller's transaction. */
  public void note(Act act, Thing on) {
    note(act, on, Map.of(), Map.of());
  }

  /**
   * Records an act in the caller's transaction.
   *
   * @param on what the act was done to
   * @param before the old values by member name; never content of a bid
   * @param after the new values by member name
   */
  public void note(Act act, Thing on, Map<String, ?> before, Map<String, ?> after) {
    noteFrom(address.get(), act, on, before, after);
  }

  /**
   * Records an act from an explicit client address. Used before the request is dispatched to a
   * resource, when there is no request scope to read the address from.
   *
   * @param address the client address; null for the service itself
   */
  public void noteFrom(
      String address, Act act, Thing on, Map<String, ?> before, Map<String, ?> after) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into audit_entry (at, act, person, role, address, kind, thing, applicant, before, after)
              select ?1, ?2, asks, asking_role(), nullif(?3, ''), ?4,
                coalesce(nullif(?5, ''), cast(asks as text)), nullif(?6, ''),
                cast(nullif(?7, '') as jsonb), cast(nullif(?8, '') as jsonb)
              from asking_person() asks
            """)
        .setParameter(1, clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .setParameter(2, act.id())
        .setParameter(3, said(address))
        .setParameter(4, on.kind())
        .setParameter(5, said(on.id()))
        .setParameter(6, said(on.applicant()))
        .setParameter(7, json(before))
        .setParameter(8, json(after))
        .executeUpdate();
  }

  /**
   * Records an act that a command performed on a person, without a running service. The
   * connection's transaction must run as an administrator.
   *
   * @param at the instant of the act; stored in milliseconds
   * @param name the name of the person acted on
   */
  public static void noteByCommand(Connection connection, Instant at, Act act, String name)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into audit_entry (at, act, role, kind, thing, after)
              select ?, ?, 'admin', 'person', cast(number as text), '{"by": "command"}'
              from person where name = ?
            """)) {
      statement.setTimestamp(1, Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS)));
      statement.setString(2, act.id());
      statement.setString(3, name);
      statement.executeUpdate();
    }
  }

  /**
   * Records an act that a command of the owner did, without a running service. The connection's
   * transaction must run as an administrator.
   *
   * @param at the instant of the act; stored in milliseconds
   * @param on what the act was done to
   * @param after values of the act by name
   */
  public static void noteByCommand(
      Connection connection, Instant at, Act act, Thing on, Map<String, ?> after)
      throws SQLException {
    Map<String, Object> told = new TreeMap<>(after);
    told.put("by", "command");
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into audit_entry (at, act, role, kind, thing, applicant, after)
              values (?, ?, 'admin', ?, ?, ?, ?::jsonb)
            """)) {
      statement.setTimestamp(1, Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS)));
      statement.setString(2, act.id());
      statement.setString(3, on.kind());
      statement.setString(4, on.id());
      statement.setString(5, on.applicant());
      statement.setString(6, json(told));
      statement.executeUpdate();
    }
  }

  private static String said(String text) {
    return text == null ? "" : text;
  }

  private static String json(Map<String, ?> values) {
    try {
      return values.isEmpty() ? "" : JSON.writeValueAsString(new TreeMap<>(values));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("texts, numbers and booleans can be written", e);
    }
  }
}
