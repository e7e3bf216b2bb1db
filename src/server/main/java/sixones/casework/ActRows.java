package sixones.casework;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;

/** The rows of acts; each is inserted and never changed. All methods run in a transaction. */
final class ActRows {
  private static final String OF_CASE =
      "select seq, id, kind, body, digest, by, on_behalf_of, authority, at, key, bid_case from act"
          + " ";
  private static final String OF_LEDGER =
      "select seq, id, kind, body, digest, by, cast(null as bigint), cast(null as uuid), at, key,"
          + " cast(null as uuid) from ";

  private ActRows() {}

  /** What was done earlier under an idempotency key. */
  record Before(UUID act, String requestDigest) {}

  /** Returns the acts of a case, by number. */
  static List<CaseAct> ofCase(UUID bidCase) {
    return read(query(OF_CASE + "where bid_case = ?1 order by seq").setParameter(1, bidCase));
  }

  /** Returns the acts of all cases of a round, by case, each by number. */
  static Map<UUID, List<CaseAct>> ofRound(UUID round) {
    return byCase(
        query(
                OF_CASE
                    + "where bid_case in (select id from bid_case where round = ?1)"
                    + " order by bid_case, seq")
            .setParameter(1, round));
  }

  /** Returns the acts of cases, by case, each by number. */
  static Map<UUID, List<CaseAct>> ofCases(Collection<UUID> cases) {
    return byCase(
        query(OF_CASE + "where bid_case = any(?1) order by bid_case, seq")
            .setParameter(1, cases.toArray(UUID[]::new)));
  }

  private static Map<UUID, List<CaseAct>> byCase(NativeQuery<Object[]> query) {
    Map<UUID, List<CaseAct>> acts = new LinkedHashMap<>();
    for (Object[] row : query.getResultList()) {
      acts.computeIfAbsent((UUID) row[10], id -> new ArrayList<>()).add(read(row));
    }
    return acts;
  }

  /** Returns what the officers declared for a round, by number. */
  static List<CaseAct> declarations(UUID round) {
    return read(
        query(OF_LEDGER + "declaration where round = ?1 order by seq").setParameter(1, round));
  }

  /** Returns what the officers declared for rounds, by round, each by number. */
  static Map<UUID, List<CaseAct>> declarations(Collection<UUID> rounds) {
    return byCase(
        query(
                OF_LEDGER.replace("cast(null as uuid) from", "round from")
                    + "declaration where round = any(?1) order by round, seq")
            .setParameter(1, rounds.toArray(UUID[]::new)));
  }

  /** Returns the acts of the ledger of authorities, by number. */
  static List<CaseAct> authorities() {
    return read(query(OF_LEDGER + "authority_act order by seq"));
  }

  /** Returns the case and the kind of an act. */
  static Optional<CaseRecords.Placed> placed(UUID act) {
    return query("select bid_case, kind from act where id = ?1")
        .setParameter(1, act)
        .getResultStream()
        .map(
            row -> new CaseRecords.Placed((UUID) row[0], ActKind.of((String) row[1]).orElseThrow()))
        .findFirst();
  }

  /** Returns the cases a person took, or somebody for her. */
  static Set<UUID> takenBy(long person) {
    return Set.copyOf(
        Panache.getSession()
            .createNativeQuery(
                "select bid_case from act where kind = 'take' and (by = ?1 or on_behalf_of = ?1)",
                UUID.class)
            .setParameter(1, person)
            .getResultList());
  }

  /** Returns what the person who asks did in a ledger under an idempotency key. */
  static Optional<Before> under(Ledger ledger, String key) {
    return query(
            "select id, request_digest from "
                + ledger.table()
                + " where by = asking_person() and key = ?1")
        .setParameter(1, key)
        .getResultStream()
        .map(row -> new Before((UUID) row[0], (String) row[1]))
        .findFirst();
  }

  /** Inserts an act of a case. */
  static void insert(UUID bidCase, CaseAct act, String requestDigest) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into act (bid_case, seq, id, kind, body, digest, by, on_behalf_of, authority, at,
              key, request_digest)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, 0),
              cast(nullif(?9, '') as uuid), ?10, nullif(?11, ''), nullif(?12, ''))
            """)
        .setParameter(1, bidCase)
        .setParameter(2, act.seq())
        .setParameter(3, act.id())
        .setParameter(4, act.kind().id())
        .setParameter(5, act.json())
        .setParameter(6, act.digest())
        .setParameter(7, act.by())
        .setParameter(8, act.onBehalfOf() == null ? 0L : act.onBehalfOf())
        .setParameter(9, act.authority() == null ? "" : act.authority().toString())
        .setParameter(10, act.at())
        .setParameter(11, act.key() == null ? "" : act.key())
        .setParameter(12, act.key() == null ? "" : requestDigest)
        .executeUpdate();
  }

  /**
   * Inserts an act of another ledger.
   *
   * @param round the round of a declaration; else null
   */
  static void insert(Ledger ledger, UUID round, CaseAct act, String requestDigest) {
    boolean isOfRound = round != null;
    Query insert =
        Panache.getEntityManager()
            .createNativeQuery(
                "insert into "
                    + ledger.table()
                    + " (seq, id, kind, body, digest, by, at, key, request_digest"
                    + (isOfRound ? ", round" : "")
                    + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, ''), nullif(?9, '')"
                    + (isOfRound ? ", cast(?10 as uuid)" : "")
                    + ")")
            .setParameter(1, act.seq())
            .setParameter(2, act.id())
            .setParameter(3, act.kind().id())
            .setParameter(4, act.json())
            .setParameter(5, act.digest())
            .setParameter(6, act.by())
            .setParameter(7, act.at())
            .setParameter(8, act.key() == null ? "" : act.key())
            .setParameter(9, act.key() == null ? "" : requestDigest);
    if (isOfRound) {
      insert.setParameter(10, round.toString());
    }
    insert.executeUpdate();
  }

  private static NativeQuery<Object[]> query(String sql) {
    return Panache.getSession().createNativeQuery(sql, Object[].class);
  }

  private static List<CaseAct> read(NativeQuery<Object[]> query) {
    return query.getResultStream().map(ActRows::read).toList();
  }

  private static CaseAct read(Object[] row) {
    ActKind kind = ActKind.of((String) row[2]).orElseThrow();
    String json = (String) row[3];
    return new CaseAct(
        ((Number) row[0]).longValue(),
        (UUID) row[1],
        ActReader.kept(kind, json),
        json,
        (String) row[4],
        ((Number) row[5]).longValue(),
        row[6] == null ? null : ((Number) row[6]).longValue(),
        (UUID) row[7],
        (Instant) row[8],
        (String) row[9]);
  }
}
