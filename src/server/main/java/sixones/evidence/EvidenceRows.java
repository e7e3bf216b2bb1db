package sixones.evidence;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** The rows of evidence files; they are added to and never changed. Requires a transaction. */
final class EvidenceRows {
  private static final String COLUMNS =
      """
      f.id, f.applicant, f.owner_kind, f.owner, %s, f.entry_id, f.digest, f.size, f.media_type,
        f.name, f.added_at,
        coalesce((select p.name from person_name p where p.number = f.added_by),
          cast(f.added_by as text))
      """;

  private static final String STANDING =
      "not exists (select from evidence_removal r where r.file = f.id)";

  /** What is needed still: it stands in a draft, or was handed in. */
  private static final String NEEDED =
      "(" + STANDING + " or exists (select from handed_in_file h where h.file = f.id))";

  private EvidenceRows() {}

  /** What was added earlier under an idempotency key. */
  record Before(UUID id, String requestDigest) {}

  static Optional<Before> under(String applicant, String key) {
    return query(
            "select id, request_digest from evidence_file"
                + " where applicant = ?1 and idempotency_key = ?2",
            Object[].class)
        .setParameter(1, applicant)
        .setParameter(2, key)
        .getResultStream()
        .map(row -> new Before((UUID) row[0], (String) row[1]))
        .findFirst();
  }

  /** Holds that a draft stays until the transaction ends; returns whether it is there. */
  static boolean holdsDraft(UUID draft) {
    return query("select id from working_draft where id = ?1 for key share", UUID.class)
            .setParameter(1, draft)
            .getSingleResultOrNull()
        != null;
  }

  /** Inserts a row; returns false if another request with the key did. */
  static boolean insert(EvidenceFile file, String key, String requestDigest) {
    return query(
                """
                insert into evidence_file (id, applicant, owner_kind, owner, entry, entry_id, digest,
                  size, media_type, name, added_at, idempotency_key, request_digest)
                values (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                on conflict do nothing
                """)
            .setParameter(1, file.id())
            .setParameter(2, file.applicant())
            .setParameter(3, file.owner().kind().id())
            .setParameter(4, file.owner().id())
            .setParameter(5, file.entry())
            .setParameter(6, file.entryId() == null ? "" : file.entryId())
            .setParameter(7, file.digest())
            .setParameter(8, file.size())
            .setParameter(9, file.type().mediaType())
            .setParameter(10, file.name())
            .setParameter(11, file.at())
            .setParameter(12, key)
            .setParameter(13, requestDigest)
            .executeUpdate()
        == 1;
  }

  /** Returns whether a file was not removed from what it was added to. */
  static boolean stands(UUID file) {
    return query("select count(*) from evidence_removal where file = ?1", Long.class)
            .setParameter(1, file)
            .getSingleResult()
        == 0;
  }

  static void remove(EvidenceFile file, Instant at) {
    query(
            """
            insert into evidence_removal (file, applicant, removed_at) values (?1, ?2, ?3)
            on conflict do nothing
            """)
        .setParameter(1, file.id())
        .setParameter(2, file.applicant())
        .setParameter(3, at)
        .executeUpdate();
  }

  static Optional<EvidenceFile> find(UUID id) {
    return files(select("f.entry", "where f.id = ?1"))
        .setParameter(1, id)
        .getResultStream()
        .map(EvidenceRows::file)
        .findFirst();
  }

  /** Returns the files that stand in an owner, in the order they came. */
  static List<EvidenceFile> of(FileOwner owner) {
    return files(
            select(
                "f.entry",
                "where f.owner_kind = ?1 and f.owner = ?2 and "
                    + STANDING
                    + " order by f.added_at, f.id"))
        .setParameter(1, owner.kind().id())
        .setParameter(2, owner.id())
        .getResultStream()
        .map(EvidenceRows::file)
        .toList();
  }

  /** Returns the files of an applicant with a digest that are needed still, the newest first. */
  static List<EvidenceFile> needed(String applicant, String digest) {
    return files(
            select(
                "f.entry",
                "where f.applicant = ?1 and f.digest = ?2 and "
                    + NEEDED
                    + " order by f.added_at desc, f.id"))
        .setParameter(1, applicant)
        .setParameter(2, digest)
        .getResultStream()
        .map(EvidenceRows::file)
        .toList();
  }

  /** Returns the files that were handed in with a bid or reply, each with its place there. */
  static List<EvidenceFile> handedIn(UUID with) {
    return files(
            select(
                "h.entry",
                "join handed_in_file h on h.file = f.id where h.submission = ?1"
                    + " order by f.added_at, f.id"))
        .setParameter(1, with)
        .getResultStream()
        .map(EvidenceRows::file)
        .toList();
  }

  static void handIn(UUID submission, EvidenceFile file, String entry) {
    query("insert into handed_in_file (submission, file, applicant, entry) values (?1, ?2, ?3, ?4)")
        .setParameter(1, submission)
        .setParameter(2, file.id())
        .setParameter(3, file.applicant())
        .setParameter(4, entry)
        .executeUpdate();
  }

  /** Returns the submissions, the newest first, that a file of a digest was handed in with. */
  static List<UUID> submissions(String digest) {
    return query(
            """
            select s.id from submission s
            where exists (select from handed_in_file h join evidence_file f on f.id = h.file
              where h.submission = s.id and f.digest = ?1)
            order by s.submitted_at desc, s.id
            """,
            UUID.class)
        .setParameter(1, digest)
        .getResultList();
  }

  static long bytesOf(FileOwner owner) {
    return query(
            "select cast(coalesce(sum(size), 0) as bigint) from (select distinct digest, size"
                + " from evidence_file f where owner_kind = ?1 and owner = ?2 and "
                + STANDING
                + ") d",
            Long.class)
        .setParameter(1, owner.kind().id())
        .setParameter(2, owner.id())
        .getSingleResult();
  }

  /** Returns the bytes of an applicant; those of rounds that are decided do not count. */
  static long bytesOf(String applicant) {
    return query(
            "select cast(coalesce(sum(size), 0) as bigint) from (select distinct digest, size"
                + " from evidence_file f where applicant = ?1 and ("
                + STANDING
                + " or exists (select from handed_in_file h join submission s on s.id ="
                + " h.submission join round r on r.id = s.round where h.file = f.id and r.state <>"
                + " 'decided'))) d",
            Long.class)
        .setParameter(1, applicant)
        .getSingleResult();
  }

  /** Returns whether an applicant keeps a file of this digest that counts already. */
  static boolean isNeeded(String digest) {
    return query("select count(*) from evidence_file f where digest = ?1 and " + NEEDED, Long.class)
            .setParameter(1, digest)
            .getSingleResult()
        > 0;
  }

  /** Returns the digests of an applicant's files that nothing of it needs any more. */
  static List<String> unneeded(String applicant) {
    return query(
            "select distinct digest from evidence_file where applicant = ?1 except"
                + " select digest from evidence_file f where applicant = ?1 and "
                + NEEDED,
            String.class)
        .setParameter(1, applicant)
        .getResultList();
  }

  /** Returns the size of each file on record, by digest; 0 for one that nobody needs any more. */
  static Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    query(
            "select digest, cast(max(case when "
                + NEEDED
                + " then size else 0 end) as bigint) from evidence_file f group by digest",
            Object[].class)
        .getResultStream()
        .forEach(row -> sizes.put((String) row[0], (Long) row[1]));
    return sizes;
  }

  private static String select(String entry, String rest) {
    return "select " + COLUMNS.formatted(entry) + " from evidence_file f " + rest;
  }

  private static NativeQuery<Object[]> files(String sql) {
    return query(sql, Object[].class);
  }

  private static EvidenceFile file(Object[] row) {
    return new EvidenceFile(
        (UUID) row[0],
        (String) row[1],
        new FileOwner(
            row[2].equals(FileOwner.Kind.DRAFT.id()) ? FileOwner.Kind.DRAFT : FileOwner.Kind.CASE,
            (UUID) row[3]),
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (Long) row[7],
        EvidenceType.of((String) row[8]).orElseThrow(),
        (String) row[9],
        (Instant) row[10],
        (String) row[11]);
  }

  private static <K> NativeQuery<K> query(String sql, Class<K> type) {
    return Panache.getSession().createNativeQuery(sql, type);
  }

  private static NativeQuery<?> query(String sql) {
    return Panache.getSession().createNativeQuery(sql);
  }
}
