package sixones.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import sixones.people.Person;
import sixones.store.Transactions;

/** What was erased, as each person may know it. The owner's command alone erases. */
public final class Erasures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private static final String THINGS =
      """
      select t.kind, coalesce(t.digest, ''), e.erased_at, r.number
      from erased_thing t join erasure e on e.round = t.round join round r on r.id = t.round
      """;

  private final Transactions transactions;

  public Erasures(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Returns the erasures of rounds, by round; those that were not erased are left out. */
  public Map<UUID, Erasure> of(Person person, Collection<UUID> rounds) {
    return transactions.as(person.reader(), () -> of(rounds));
  }

  /** Returns the refusal of something that was erased, by its id; empty if none was. */
  public Optional<Refused> gone(Person person, Collection<UUID> ids) {
    return transactions.as(
        person.reader(),
        () ->
            Panache.getSession()
                .createNativeQuery(THINGS + "where t.id in (?1) limit 1", Object[].class)
                .setParameter(1, ids)
                .getResultStream()
                .map(Erasures::refusal)
                .findFirst());
  }

  /**
   * Returns the refusal of something that was erased, by what a person has of it.
   *
   * @param text the short number of a submission, an id, or a digest or the 12 digits or more that
   *     it begins with, in lower case
   */
  public Optional<Refused> gone(Person person, String text) {
    String digest = "sha256:" + text.replaceFirst("^sha256:", "");
    return transactions.as(
        person.reader(),
        () ->
            Panache.getSession()
                .createNativeQuery(
                    THINGS
                        + """
                        where r.number || '-' || t.applicant || '-' || t.version = ?1
                          or cast(t.id as text) = ?1
                          or length(?2) >= 19 and t.digest like ?2 || '%'
                        order by t.kind desc limit 1
                        """,
                    Object[].class)
                .setParameter(1, text)
                .setParameter(2, digest.matches("sha256:[0-9a-f]{12,64}") ? digest : "")
                .getResultStream()
                .map(Erasures::refusal)
                .findFirst());
  }

  private static Refused refusal(Object[] row) {
    Map<String, Object> values = new TreeMap<>();
    values.put("what", row[0]);
    values.put("digest", row[1]);
    values.put("known", row[1].equals("") ? "no" : "yes");
    values.put("at", (Instant) row[2]);
    values.put("round", String.valueOf(row[3]));
    return new Refused(Refused.Why.GONE, "erased", values);
  }

  /** Returns the erasures of rounds, by round. Requires a transaction. */
  static Map<UUID, Erasure> of(Collection<UUID> rounds) {
    Map<UUID, Erasure> erasures = new HashMap<>();
    if (!rounds.isEmpty()) {
      Panache.getSession()
          .createNativeQuery(
              """
              select e.round, r.number, e.erased_at, e.archive, e.counts
              from erasure e join round r on r.id = e.round where e.round in (?1)
              """,
              Object[].class)
          .setParameter(1, rounds)
          .getResultStream()
          .map(
              row ->
                  new Erasure(
                      (UUID) row[0],
                      (Integer) row[1],
                      (Instant) row[2],
                      (String) row[3],
                      counts((String) row[4])))
          .forEach(erasure -> erasures.put(erasure.round(), erasure));
    }
    return erasures;
  }

  /**
   * Refuses what is asked of a round that was erased. Requires a transaction.
   *
   * @throws Refused if it was
   */
  static void refuse(UUID round) {
    Erasure erasure = of(List.of(round)).get(round);
    if (erasure != null) {
      throw erasure.refusal();
    }
  }

  private static Map<String, Integer> counts(String json) {
    try {
      return new TreeMap<>(JSON.readValue(json, COUNTS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps counts here", e);
    }
  }
}
