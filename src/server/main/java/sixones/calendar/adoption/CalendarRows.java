package sixones.calendar.adoption;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import sixones.calendar.WorkingDays;

/** The rows of calendars and of the answers to them; each is inserted and never updated. */
final class CalendarRows {
  private static final String COLUMNS =
      """
      select c.digest, c.covers_from, c.covers_to, c.proposed_at,
        (select p.name from person_name p where p.number = c.proposed_by) as proposer, a.accepted,
        a.answered_at,
        (select q.name from person_name q where q.number = a.answered_by) as answerer, a.reason, a.in_use_from,
        a.number = (select max(number) from calendar_answer where accepted) as is_last
      from calendar c
        left join calendar_answer a on a.calendar = c.digest
      """;

  private CalendarRows() {}

  static void propose(WorkingDays days, byte[] json, Instant at) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into calendar (digest, bytes, covers_from, covers_to, proposed_at)
            values (?1, ?2, ?3, ?4, ?5)
            """)
        .setParameter(1, days.digest())
        .setParameter(2, json)
        .setParameter(3, days.from())
        .setParameter(4, days.to())
        .setParameter(5, at)
        .executeUpdate();
  }

  static void accept(String digest, String reason, Instant at) {
    answer(digest, "true", reason, at, "?4");
  }

  static void decline(String digest, String reason, Instant at) {
    answer(digest, "false", reason, at, "null");
  }

  private static void answer(
      String digest, String accepted, String reason, Instant at, String inUse) {
    Panache.getEntityManager()
        .createNativeQuery(
            "insert into calendar_answer (calendar, accepted, reason, answered_at, in_use_from)"
                + " values (?1, cast(?2 as boolean), nullif(?3, ''), ?4, "
                + inUse
                + ")")
        .setParameter(1, digest)
        .setParameter(2, accepted)
        .setParameter(3, reason == null ? "" : reason)
        .setParameter(4, at)
        .executeUpdate();
  }

  /** Returns the newest; what waits first, then by when it was answered. */
  static List<ProposedCalendar> newest(int most) {
    return read(query(COLUMNS + " order by a.number desc nulls first, c.proposed_at desc")
            .setMaxResults(most))
        .toList();
  }

  static Optional<ProposedCalendar> find(String digest) {
    return read(query(COLUMNS + " where c.digest = ?1").setParameter(1, digest)).findFirst();
  }

  private static NativeQuery<Object[]> query(String sql) {
    return Panache.getSession().createNativeQuery(sql, Object[].class);
  }

  private static Stream<ProposedCalendar> read(NativeQuery<Object[]> query) {
    return query.getResultStream().map(CalendarRows::read);
  }

  private static ProposedCalendar read(Object[] row) {
    Boolean accepted = (Boolean) row[5];
    return new ProposedCalendar(
        (String) row[0],
        day(row[1]),
        day(row[2]),
        state(accepted, Boolean.TRUE.equals(row[10])),
        new ProposedCalendar.Step((Instant) row[3], (String) row[4], null),
        accepted == null
            ? null
            : new ProposedCalendar.Step((Instant) row[6], (String) row[7], (String) row[8]),
        (Instant) row[9]);
  }

  private static LocalDate day(Object day) {
    return day instanceof LocalDate local ? local : ((java.sql.Date) day).toLocalDate();
  }

  private static CalendarState state(Boolean accepted, boolean last) {
    if (accepted == null) {
      return CalendarState.PROPOSED;
    }
    if (!accepted) {
      return CalendarState.DECLINED;
    }
    return last ? CalendarState.IN_USE : CalendarState.REPLACED;
  }

  static Optional<byte[]> bytes(String digest) {
    return Panache.getSession()
        .createNativeQuery("select bytes from calendar where digest = ?1", Object.class)
        .setParameter(1, digest)
        .getResultStream()
        .map(byte[].class::cast)
        .findFirst();
  }

  /** Returns the digest of the calendar in use; empty before the first start. */
  static Optional<String> inUse() {
    return Panache.getSession()
        .createNativeQuery(
            "select calendar from calendar_answer where accepted order by number desc limit 1",
            String.class)
        .getResultStream()
        .findFirst();
  }

  /** Returns whether the person who asks proposed the calendar. */
  static boolean isOwn(String digest) {
    return Panache.getSession()
        .createNativeQuery(
            "select coalesce(proposed_by = asking_person(), false) from calendar where digest = ?1",
            Boolean.class)
        .setParameter(1, digest)
        .getSingleResult();
  }

  static long countProposed() {
    return Panache.getSession()
        .createNativeQuery(
            "select count(*) from calendar c where not exists"
                + " (select from calendar_answer a where a.calendar = c.digest)",
            Long.class)
        .getSingleResult();
  }
}
