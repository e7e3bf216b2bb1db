package sixones.casework.letter;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** The rows of letters that were issued. All methods run in a transaction. */
public final class LetterRows {
  private static final String COLUMNS =
      "select digest, bid_case, of_act, issued_by, kind, issued_at from letter ";

  private LetterRows() {}

  public static void insert(IssuedLetter letter, byte[] bytes) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into letter (digest, bid_case, of_act, issued_by, kind, bytes, issued_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """)
        .setParameter(1, letter.digest())
        .setParameter(2, letter.bidCase())
        .setParameter(3, letter.of())
        .setParameter(4, letter.issuedBy())
        .setParameter(5, letter.kind())
        .setParameter(6, bytes)
        .setParameter(7, letter.issuedAt())
        .executeUpdate();
  }

  /** Returns the letters of a case, the first first. */
  public static List<IssuedLetter> ofCase(UUID bidCase) {
    return ofCases(Set.of(bidCase)).getOrDefault(bidCase, List.of());
  }

  /** Returns the letters of cases, by case, the first first; those without any are left out. */
  public static Map<UUID, List<IssuedLetter>> ofCases(Collection<UUID> cases) {
    return query(COLUMNS + "where bid_case = any(?1) order by issued_at, digest")
        .setParameter(1, cases.toArray(UUID[]::new))
        .getResultStream()
        .map(LetterRows::read)
        .collect(Collectors.groupingBy(IssuedLetter::bidCase));
  }

  /** Returns the letter that an act was issued with. */
  public static Optional<IssuedLetter> of(UUID act) {
    return query(COLUMNS + "where of_act = ?1")
        .setParameter(1, act)
        .getResultStream()
        .map(LetterRows::read)
        .findFirst();
  }

  public static byte[] bytes(String digest) {
    return (byte[])
        Panache.getSession()
            .createNativeQuery("select bytes from letter where digest = ?1", Object.class)
            .setParameter(1, digest)
            .getSingleResult();
  }

  private static NativeQuery<Object[]> query(String sql) {
    return Panache.getSession().createNativeQuery(sql, Object[].class);
  }

  private static IssuedLetter read(Object[] row) {
    return new IssuedLetter(
        (String) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (UUID) row[3],
        (String) row[4],
        (Instant) row[5]);
  }
}
