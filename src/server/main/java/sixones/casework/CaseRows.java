package sixones.casework;

import io.quarkus.hibernate.orm.panache.Panache;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import sixones.people.Role;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;

/** The rows of cases, of how they proceed and of who is named. All methods run in a transaction. */
final class CaseRows {
  private static final String COLUMNS =
      "select id, round, applicant, submission, evaluation, opened_at from bid_case ";

  private static final String WITH_LAST =
      """
      select c.id, c.round, c.applicant, c.submission, c.evaluation, c.opened_at,
        (select a.id from act a where a.bid_case = c.id order by a.seq desc limit 1) as last
      from bid_case c where c.round = ?1
      """;

  private CaseRows() {}

  /** Returns a case that this reader may see. */
  static Optional<BidCase> find(UUID id) {
    return query(COLUMNS + "where id = ?1")
        .setParameter(1, id)
        .getResultStream()
        .map(CaseRows::read)
        .findFirst();
  }

  /** Returns the case of an applicant in a round. */
  static Optional<BidCase> find(UUID round, String applicant) {
    return query(COLUMNS + "where round = ?1 and applicant = ?2")
        .setParameter(1, round)
        .setParameter(2, applicant)
        .getResultStream()
        .map(CaseRows::read)
        .findFirst();
  }

  /** Returns the newest cases of an applicant, those of the newest rounds first. */
  static List<BidCase> newest(String applicant, int most) {
    return query(
            """
            select c.id, c.round, c.applicant, c.submission, c.evaluation, c.opened_at
            from bid_case c join round r on r.id = c.round
            where c.applicant = ?1 order by r.created_at desc, r.id desc
            """)
        .setParameter(1, applicant)
        .setMaxResults(most)
        .getResultStream()
        .map(CaseRows::read)
        .toList();
  }

  /**
   * A case, with the id of the last act in it.
   *
   * @param last null if nothing was done in it yet
   */
  record WithLast(BidCase bidCase, UUID last) {}

  /** Returns how many acts there are in the cases of a round; null before it opens. */
  static Long acts(UUID round) {
    return Panache.getSession()
        .createNativeQuery("select acts from proceeding where round = ?1", Long.class)
        .setParameter(1, round)
        .getSingleResultOrNull();
  }

  /**
   * Returns the cases of a round that this reader may see, by applicant, each with its last act.
   */
  static List<WithLast> withLast(UUID round) {
    return query(WITH_LAST + "order by c.applicant")
        .setParameter(1, round)
        .getResultStream()
        .map(CaseRows::readWithLast)
        .toList();
  }

  /**
   * Returns the cases of some applicants in a round that this reader may see, by applicant, each
   * with its last act.
   */
  static List<WithLast> withLast(UUID round, Collection<String> applicants) {
    return applicants.isEmpty()
        ? List.of()
        : query(WITH_LAST + "and c.applicant = any(?2) order by c.applicant")
            .setParameter(1, round)
            .setParameter(2, applicants.toArray(String[]::new))
            .getResultStream()
            .map(CaseRows::readWithLast)
            .toList();
  }

  private static WithLast readWithLast(Object[] row) {
    return new WithLast(read(row), (UUID) row[6]);
  }

  /** Returns the cases of a round that this reader may see, by applicant. */
  static List<BidCase> ofRound(UUID round) {
    return query(COLUMNS + "where round = ?1 order by applicant")
        .setParameter(1, round)
        .getResultStream()
        .map(CaseRows::read)
        .toList();
  }

  /** Returns the applicants of a round whose bids the walls hide from the officer who asks. */
  static Set<String> withheld(UUID round) {
    return Set.copyOf(
        Panache.getSession()
            .createNativeQuery(
                """
                select c.applicant from bid_case c where c.round = ?1 and (
                  c.round not in (select declared_rounds())
                  or (c.round, c.applicant)
                    in (select of_round, of_applicant from cases_kept_away_from()))
                """,
                String.class)
            .setParameter(1, round)
            .getResultList());
  }

  /** Returns the rounds with cases this reader may see, the newest first. */
  static List<UUID> rounds(int most) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select r.id from round r
            where exists (select from bid_case c where c.round = r.id)
            order by r.created_at desc, r.id desc
            """,
            UUID.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Gives each bid of a round that stands its case. */
  static void open(UUID round, Instant at) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into bid_case (id, round, applicant, submission, evaluation, opened_at)
              select gen_random_uuid(), s.round, s.applicant, s.id, e.id, ?2
              from submission s
                join evaluation e on e.submission = s.id
                  and e.stage = 'BID' and e.purpose = 'OFFICIAL'
              where s.round = ?1 and s.version = (
                select max(t.version) from submission t
                where t.round = s.round and t.applicant = s.applicant
                  and not exists (select from withdrawal w where w.submission = t.id))
            """)
        .setParameter(1, round)
        .setParameter(2, at)
        .executeUpdate();
  }

  /** Freezes how the cases of a round proceed. */
  static void freeze(UUID round, String settings, String digest, Instant at) {
    Panache.getEntityManager()
        .createNativeQuery(
            "insert into proceeding (round, settings, digest, frozen_at) values (?1, ?2, ?3, ?4)")
        .setParameter(1, round)
        .setParameter(2, settings)
        .setParameter(3, digest)
        .setParameter(4, at)
        .executeUpdate();
  }

  /** Returns how the cases of a round proceed, as it was frozen. */
  static CaseSettings settings(UUID round) {
    return settings(frozen(round));
  }

  static CaseSettings settings(Optional<CaseRecords.Frozen> frozen) {
    return frozen.map(CaseRecords.Frozen::settings).orElse(CaseSettings.NEUTRAL);
  }

  /** Returns how the cases of a round proceed, with the digest; empty before it opens. */
  static Optional<CaseRecords.Frozen> frozen(UUID round) {
    return Optional.ofNullable(frozen(Set.of(round)).get(round));
  }

  /**
   * Returns how the cases of rounds proceed, by round; those that are not open yet are left out.
   */
  static Map<UUID, CaseRecords.Frozen> frozen(Collection<UUID> rounds) {
    Map<UUID, CaseRecords.Frozen> frozen = new HashMap<>();
    query("select settings, digest, frozen_at, round from proceeding where round = any(?1)")
        .setParameter(1, rounds.toArray(UUID[]::new))
        .getResultStream()
        .forEach(row -> frozen.put((UUID) row[3], frozen(row)));
    return frozen;
  }

  private static CaseRecords.Frozen frozen(Object[] row) {
    return new CaseRecords.Frozen(
        CaseSettings.read(((String) row[0]).getBytes(StandardCharsets.UTF_8)),
        (String) row[1],
        (Instant) row[2]);
  }

  /** Returns the number of the person who asks. */
  static long asking() {
    return Panache.getSession()
        .createNativeQuery("select asking_person()", Long.class)
        .getSingleResult();
  }

  /** A person as far as this reader may know her. */
  record Known(String name, Role role) {}

  /** Returns the people with these numbers; those this reader may not know are left out. */
  static Map<Long, Known> people(Collection<Long> numbers) {
    Map<Long, Known> people = new HashMap<>();
    if (!numbers.isEmpty()) {
      query("select number, name, role from person_name where number in (?1)")
          .setParameter(1, numbers)
          .getResultStream()
          .forEach(row -> people.put(((Number) row[0]).longValue(), known(row)));
    }
    return people;
  }

  /**
   * Returns the name of the officer who did an act, for its letter; null unless the applicant sees
   * who handles its case, or if that officer keeps away from it.
   */
  static String handler(CaseView view, CaseAct act) {
    if (!view.settings().showsNames() || view.recusals().isRecused(act.by())) {
      return null;
    }
    Known known = people(List.of(act.by())).get(act.by());
    return known == null || known.role() != Role.OFFICER ? null : known.name();
  }

  /** Returns the officers, by number. */
  static Map<Long, String> officers() {
    Map<Long, String> officers = new java.util.TreeMap<>();
    query("select number, name from person_name where role = 'officer' order by number")
        .getResultStream()
        .forEach(row -> officers.put(((Number) row[0]).longValue(), (String) row[1]));
    return officers;
  }

  private static Known known(Object[] row) {
    return new Known((String) row[1], Role.of((String) row[2]).orElse(null));
  }

  private static NativeQuery<Object[]> query(String sql) {
    return Panache.getSession().createNativeQuery(sql, Object[].class);
  }

  private static BidCase read(Object[] row) {
    return new BidCase(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (UUID) row[3],
        (UUID) row[4],
        (Instant) row[5]);
  }
}
