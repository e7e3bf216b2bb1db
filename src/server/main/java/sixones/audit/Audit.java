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
 * The one place that writes audit entries. Who acts is who the transaction is for; an entry stands
 * or falls with what else is written in it.
 */
public final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clock clock;
  private final Supplier<String> address;

  /**
   * @param address the address the present request is from; null where there is none
   */
  public Audit(Clock clock, Supplier<String> address) {
    this.clock = clock;
    this.address = address;
  }

  /** Notes an act that changes nothing, within the transaction of whoever acts. */
  public void note(Act act, Thing on) {
    note(act, on, Map.of(), Map.of());
  }

  /**
   * Notes an act, within the transaction of whoever acts.
   *
   * @param before what was, by the names of what changed; never content of a bid
   * @param after what is
   */
  public void note(Act act, Thing on, Map<String, ?> before, Map<String, ?> after) {
    noteFrom(address.get(), act, on, before, after);
  }

  /** The same where the request is not yet with any resource, and its address is to be told. */
  public void noteFrom(
      String address, Act act, Thing on, Map<String, ?> before, Map<String, ?> after) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into audit_entry (at, act, person, role, address, kind, thing, city, before, after)
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
        .setParameter(6, said(on.city()))
        .setParameter(7, json(before))
        .setParameter(8, json(after))
        .executeUpdate();
  }

  /**
   * Notes what a command did to a person while no service need run, within a transaction that works
   * as an administrator.
   *
   * @param name the person's name
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
