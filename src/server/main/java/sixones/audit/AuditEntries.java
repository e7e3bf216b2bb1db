package sixones.audit;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import sixones.store.Cursor;
import sixones.store.DatabaseIdentity;
import sixones.store.Slice;
import sixones.store.Transactions;

/** Audit entries as they are read; the walls of the database decide who sees which. */
public final class AuditEntries {
  private static final String TOLD =
      """
      select e.number, e.noted, e.act, e.person, p.name, e.role, e.address, e.kind, e.thing,
        e.city, e.before, e.after
      from AuditEntryRow e left join KnownName p on p.number = e.person
      where (e.noted < :at or e.noted = :at and e.number < :number)
      """;

  private final Transactions transactions;

  public AuditEntries(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Which entries to list; null for all.
   *
   * @param person a person's number
   * @param name a person's name, as it is now
   * @param thing the id of what it was done to
   * @param from the first instant
   * @param until the first instant after
   */
  public record Filter(
      Act act,
      Long person,
      String name,
      String kind,
      String thing,
      String city,
      Instant from,
      Instant until) {
    /** Every entry. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, null, null);
  }

  /** Entries, the newest first. */
  public Slice<AuditEntry> list(DatabaseIdentity reader, Filter filter, Cursor after, int most) {
    Conditions where = new Conditions();
    where.add("e.act = :act", "act", filter.act() == null ? null : filter.act().id());
    where.add("e.person = :person", "person", filter.person());
    where.add("p.name = :name", "name", filter.name());
    where.add("e.kind = :kind", "kind", filter.kind());
    where.add("e.thing = :thing", "thing", filter.thing());
    where.add("e.city = :city", "city", filter.city());
    where.add("e.noted >= :from", "from", filter.from());
    where.add("e.noted < :until", "until", filter.until());
    return transactions.as(
        reader,
        () -> {
          TypedQuery<AuditEntry> query =
              Panache.getEntityManager()
                  .createQuery(
                      TOLD + where.text + " order by e.noted desc, e.number desc", AuditEntry.class)
                  .setParameter("at", after.at())
                  .setParameter("number", after.id().getLeastSignificantBits())
                  .setMaxResults(most + 1);
          where.values.forEach(query::setParameter);
          return Slice.of(query.getResultList(), most, AuditEntries::place);
        });
  }

  private static Cursor place(AuditEntry entry) {
    return new Cursor(entry.at(), new UUID(0, entry.number()));
  }

  /** What is asked for beside the place in the list. */
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
