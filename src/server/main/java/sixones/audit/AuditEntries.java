package sixones.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.store.Cursor;
import sixones.store.DatabaseIdentity;
import sixones.store.Slice;
import sixones.store.Transactions;

/**
 * Queries audit entries. Row-level security in the database decides which entries a reader sees.
 */
public final class AuditEntries {
  private static final String TOLD =
      """
      select e.number, e.noted, e.act, e.person,
        (select p.name from KnownName p where p.number = e.person), e.role, e.address, e.kind, e.thing,
        e.applicant, e.before, e.after
      from AuditEntryRow e
      where e.number in :numbers order by e.noted desc, e.number desc
      """;

  /** Which they are is looked up first: names are joined to those alone. */
  private static final String FOUND =
      """
      select e.number from AuditEntryRow e
      where e.noted <= :at and (e.noted < :at or e.number < :number)
      """;

  private final Transactions transactions;

  public AuditEntries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Restricts a query of audit entries; a null component matches every entry.
   *
   * @param person the number of the person who acted
   * @param name the current name of the person who acted
   * @param kind the kind of {@link Thing} the act was done to
   * @param thing the id of the thing the act was done to
   * @param applicant the code of the applicant the thing belongs to
   * @param from the earliest instant, inclusive
   * @param until the latest instant, exclusive
   */
  public record Filter(
      Act act,
      Long person,
      String name,
      String kind,
      String thing,
      String applicant,
      Instant from,
      Instant until) {
    /** Matches every entry. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null);
  }

  /**
   * Returns one slice of the matching entries, newest first.
   *
   * @param reader the identity the query runs as
   * @param after the cursor to continue from
   * @param most the maximum number of entries returned
   */
  public Slice<AuditEntry> list(DatabaseIdentity reader, Filter filter, Cursor after, int most) {
    Conditions where = new Conditions();
    where.add("e.act = :act", "act", filter.act() == null ? null : filter.act().id());
    where.add("e.person = :person", "person", filter.person());
    where.add(
        "e.person in (select n.number from KnownName n where n.name = :name)",
        "name",
        filter.name());
    where.add("e.kind = :kind", "kind", filter.kind());
    where.add("e.thing = :thing", "thing", filter.thing());
    where.add("e.applicant = :applicant", "applicant", filter.applicant());
    where.add("e.noted >= :from", "from", filter.from());
    where.add("e.noted < :until", "until", filter.until());
    return transactions.as(
        reader,
        () -> {
          TypedQuery<Long> found =
              Panache.getEntityManager()
                  .createQuery(
                      FOUND + where.text + " order by e.noted desc, e.number desc", Long.class)
                  .setParameter("at", after.at())
                  .setParameter("number", after.id().getLeastSignificantBits())
                  .setMaxResults(most + 1);
          where.values.forEach(found::setParameter);
          List<Long> numbers = found.getResultList();
          List<AuditEntry> entries =
              numbers.isEmpty()
                  ? List.of()
                  : Panache.getEntityManager()
                      .createQuery(TOLD, AuditEntry.class)
                      .setParameter("numbers", numbers)
                      .getResultList();
          return Slice.of(entries, most, AuditEntries::place);
        });
  }

  private static Cursor place(AuditEntry entry) {
    return new Cursor(entry.at(), new UUID(0, entry.number()));
  }

  /** Collects the conditions of the {@code where} clause and the values of its parameters. */
  private static final class Conditions {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    void add(String condition, String name, Object value) {
      if (value != null) {
        text.append(" and ").append(condition);
        values.put(name, value);
      }
    }
  }
}
