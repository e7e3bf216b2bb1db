package sixones.retention;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.postgres.DatabaseAccess;

/**
 * Erases the name of a person, once the set time has passed since the last audit entry of or about
 * them. Everything that names a person holds their number; the name itself stands in the row of the
 * person, in that of their particulars, in what they sign in with, and in their applicant's drafts
 * as the one who saved. Afterwards they are called by their number. What people wrote by hand, a
 * reason or a letter, stays.
 */
public final class PersonErasure {
  private final DatabaseAccess owner;
  private final SetTime time;
  private final Clock clock;

  /**
   * Creates one.
   *
   * @param owner access as the owner of the database
   * @param time how long a name is kept at least, from the last audit entry on
   */
  public PersonErasure(DatabaseAccess owner, SetTime time, Clock clock) {
    this.owner = owner;
    this.time = time;
    this.clock = clock;
  }

  /**
   * Whose name is to go, for whoever has to confirm it.
   *
   * @param name the login, or what an identity provider calls the person
   * @param applicant the code of the applicant they belong to; empty for officials
   */
  public record Planned(
      long number, String name, String role, String applicant, SetTime.Term term) {}

  /**
   * Whose name went.
   *
   * @param counts how many rows of each table were blanked or deleted
   */
  public record Erased(long number, SortedMap<String, Long> counts) {}

  /** A row of a person; called, applicant and erasedAt may be null. */
  private record Row(
      long number, String name, String called, String role, String applicant, boolean isOpen) {
    String shown() {
      return called == null ? name : called;
    }
  }

  /**
   * Erases the name of a person.
   *
   * @param name the login, what an identity provider calls the person, or # and the number
   * @param confirmed asks whether it is meant
   * @throws RetentionRefused if there is no such person, or the name may not be erased, or not yet;
   *     nothing was changed
   */
  public Erased erase(String name, RoundErasure.Basis basis, Predicate<Planned> confirmed) {
    try {
      Planned planned;
      try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
        planned = planned(transaction, find(transaction, name));
      }
      if (!confirmed.test(planned)) {
        throw RetentionRefused.notConfirmed();
      }
      try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
        Row person = find(transaction, "#" + planned.number());
        Planned again = planned(transaction, person);
        Erased erased = new Erased(person.number(), blank(transaction, person));
        note(transaction, again, person, basis, erased.counts());
        transaction.commit();
        return erased;
      }
    } catch (SQLException e) {
      throw RetentionRefused.failed(e);
    }
  }

  private static Row find(OwnerTransaction transaction, String name) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (PreparedStatement query =
        transaction
            .connection()
            .prepareStatement(
                """
                select number, name, called, role, applicant, password is not null and not disabled,
                  erased_at is not null
                from person where '#' || number = ? or name = ? or called = ? order by number
                """)) {
      for (int i = 1; i <= 3; i++) {
        query.setString(i, name);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (rows.getBoolean(7)) {
            throw RetentionRefused.personErasedBefore(rows.getLong(1));
          }
          found.add(
              new Row(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getBoolean(6)));
        }
      }
    }
    if (found.isEmpty()) {
      throw RetentionRefused.noPerson(name);
    }
    if (found.size() > 1) {
      throw RetentionRefused.severalPeople(
          name, found.stream().map(row -> "#" + row.number()).collect(Collectors.joining(", ")));
    }
    return found.get(0);
  }

  private Planned planned(OwnerTransaction transaction, Row person) throws SQLException {
    if (person.isOpen()) {
      throw RetentionRefused.openAccount(person.shown());
    }
    String last =
        transaction.text(
            """
            select to_char(coalesce(
              (select max(e.at) from audit_entry e
                where e.person = ? or e.kind = 'person' and e.thing = ?),
              (select created_at from person where number = ?)) at time zone 'UTC',
              'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            """,
            person.number(),
            Long.toString(person.number()),
            person.number());
    return new Planned(
        person.number(),
        person.shown(),
        person.role(),
        person.applicant() == null ? "" : person.applicant(),
        time.passed(Instant.parse(last), clock.instant()));
  }

  private SortedMap<String, Long> blank(OwnerTransaction transaction, Row person)
      throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    transaction.as("sign-in");
    for (String table :
        List.of("recovery_code", "second_factor", "token", "known_address", "session")) {
      counts.put(
          table,
          (long) transaction.update("delete from " + table + " where person = ?", person.name()));
    }
    String number = "#" + person.number();
    if (person.applicant() != null) {
      transaction.as("applicant");
      transaction.set("applicant", person.applicant());
      for (String table : List.of("working_draft", "earlier_saving")) {
        counts.put(
            table,
            (long)
                transaction.update(
                    "update " + table + " set saved_by = ? where saved_by in (?, ?)",
                    number,
                    person.name(),
                    person.shown()));
      }
    }
    transaction.as("admin");
    counts.put(
        "particulars",
        (long)
            transaction.update(
                "update particulars set full_name = null, office = null, telephone = null"
                    + " where person = ?",
                person.number()));
    counts.put(
        "person",
        (long)
            transaction.update(
                """
                update person set name = ?, called = null, password = null, disabled = true,
                  epoch = epoch + 1, erased_at = ? where number = ?
                """,
                number,
                OwnerTransaction.stored(clock.instant()),
                person.number()));
    return counts;
  }

  private void note(
      OwnerTransaction transaction,
      Planned planned,
      Row person,
      RoundErasure.Basis basis,
      Map<String, Long> counts)
      throws SQLException {
    Instant now = OwnerTransaction.stored(clock.instant());
    transaction.as("owner");
    RoundErasure.note(transaction, null, person.number(), null, basis, planned.term(), counts, now);
    transaction.as("admin");
    Audit.noteByCommand(
        transaction.connection(),
        now,
        Act.ERASED,
        Thing.person(person.number(), person.applicant()),
        Map.of());
  }
}
