package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.draft.Source;
import sixones.people.Person;
import sixones.store.Cursor;

/** A row of a submission; inserted once, never updated. */
@Entity
@Table(name = "submission")
public class SubmissionRow extends PanacheEntityBase {
  private static final String TOLD =
      """
      select s.id, s.round, r.number, s.applicant, s.version,
        new sixones.submission.Submission$Content(
          s.form, s.size, s.digest, s.declaredUntruthful, s.source),
        s.submittedAt, coalesce((select p.name from KnownName p where p.number = s.submittedBy),
          cast(s.submittedBy as string)), w.withdrawnAt,
        coalesce((select q.name from KnownName q where q.number = w.withdrawnBy),
          cast(w.withdrawnBy as string)),
        new sixones.submission.Submission$Result(e.id, e.findingsDigest, e.verdict,
          new sixones.evaluation.Remaining(e.toJudge, e.toSupply, e.toReview))
      from SubmissionRow s
        join RoundRow r on r.id = s.round
        join EvaluationRow e on e.submission = s.id
          and e.stage = sixones.evaluation.Stage.BID
          and e.purpose = sixones.evaluation.Purpose.OFFICIAL
        left join Withdrawal w on w.submission = s.id
      """;

  @Id UUID id;
  UUID round;
  String applicant;
  int version;

  @Enumerated(EnumType.STRING)
  Draft.Format form;

  byte[] bytes;
  Source source;

  @Column(insertable = false, updatable = false)
  int size;

  String digest;

  @Column(name = "declared_untruthful")
  boolean declaredUntruthful;

  @Column(name = "idempotency_key")
  String idempotencyKey;

  @Column(name = "request_digest")
  String requestDigest;

  @Column(name = "submitted_at")
  Instant submittedAt;

  /** The person's number, filled in by a default of the database. */
  @Column(name = "submitted_by", insertable = false, updatable = false)
  Long submittedBy;

  SubmissionRow() {}

  SubmissionRow(UUID id, Person person, Submissions.Handed handed) {
    this.id = id;
    this.round = handed.round();
    this.applicant = person.applicant();
    this.form = handed.form();
    this.bytes = handed.bytes();
    this.declaredUntruthful = handed.declaredUntruthful();
    this.source = handed.source();
    this.idempotencyKey = handed.key();
  }

  void accept(int version, String digest, String requestDigest, Instant at) {
    this.version = version;
    this.digest = digest;
    this.requestDigest = requestDigest;
    this.submittedAt = at;
  }

  /** Inserts the row; returns false if the unique key exists. */
  boolean insert() {
    return Panache.getEntityManager()
            .createNativeQuery(
                """
                insert into submission (id, round, applicant, version, form, bytes, digest,
                  idempotency_key, request_digest, submitted_at,
                  declared_untruthful, source_digest, source_encoding, source_converted)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                  nullif(?12, ''), nullif(?13, ''), nullif(?14, ''))
                on conflict do nothing
                """)
            .setParameter(1, id)
            .setParameter(2, round)
            .setParameter(3, applicant)
            .setParameter(4, version)
            .setParameter(5, form.name())
            .setParameter(6, bytes)
            .setParameter(7, digest)
            .setParameter(8, idempotencyKey)
            .setParameter(9, requestDigest)
            .setParameter(10, submittedAt)
            .setParameter(11, declaredUntruthful)
            .setParameter(12, source == null ? "" : source.digest())
            .setParameter(13, source == null ? "" : source.encoding().name())
            .setParameter(14, source == null ? "" : source.converted())
            .executeUpdate()
        == 1;
  }

  /**
   * Tells whether digests of receipts are kept of a submission: not if it was there before them.
   */
  static boolean hasReceipts(UUID submission) {
    return Panache.getSession()
        .createNativeQuery(
            "select exists (select from receipt where submission = ?1)", Boolean.class)
        .setParameter(1, submission)
        .getSingleResult();
  }

  /** Keeps the digests of receipts; one that is kept stays. */
  static void keepReceipts(UUID submission, List<String> digests) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into receipt (submission, digest) select ?1, unnest(?2) on conflict do nothing
            """)
        .setParameter(1, submission)
        .setParameter(2, digests.toArray(String[]::new))
        .executeUpdate();
  }

  public Draft.Format form() {
    return form;
  }

  UUID id() {
    return id;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** What was accepted earlier under an idempotency key. */
  record Before(UUID id, String requestDigest) {}

  static Before under(String applicant, String key) {
    return find("applicant = ?1 and idempotencyKey = ?2", applicant, key)
        .project(Before.class)
        .firstResult();
  }

  static int lastVersion(UUID round, String applicant) {
    return Panache.getEntityManager()
        .createQuery(
            "select coalesce(max(version), 0) from SubmissionRow where round = ?1 and applicant ="
                + " ?2",
            Integer.class)
        .setParameter(1, round)
        .setParameter(2, applicant)
        .getSingleResult();
  }

  /** Returns the digest of the last version unless it was withdrawn; null if there is none. */
  static String lastDigest(UUID round, String applicant) {
    return Panache.getEntityManager()
        .createQuery(
            """
            select s.digest from SubmissionRow s
            where s.round = ?1 and s.applicant = ?2
              and s.version = (select max(t.version) from SubmissionRow t
                where t.round = ?1 and t.applicant = ?2)
              and not exists (select 1 from Withdrawal w where w.submission = s.id)
            """,
            String.class)
        .setParameter(1, round)
        .setParameter(2, applicant)
        .getSingleResultOrNull();
  }

  static Submission findSubmission(UUID id) {
    return Panache.getEntityManager()
        .createQuery(TOLD + " where s.id = ?1", Submission.class)
        .setParameter(1, id)
        .getSingleResultOrNull();
  }

  static Submission findSubmission(SubmissionNumber number) {
    return Panache.getEntityManager()
        .createQuery(
            TOLD + " where r.number = ?1 and s.applicant = ?2 and s.version = ?3", Submission.class)
        .setParameter(1, number.round())
        .setParameter(2, number.applicant())
        .setParameter(3, number.version())
        .getSingleResultOrNull();
  }

  /** Returns whether the bid declares itself untruthful and the applicant confirmed that. */
  public boolean declaredUntruthful() {
    return declaredUntruthful;
  }

  /**
   * Returns for each applicant the last version of a round, if it was withdrawn. Withdrawals are
   * looked up for what is last and does not stand: to join them to all bids, the database would
   * read those of all rounds.
   */
  public static List<WithdrawnBid> withdrawnBids(UUID round) {
    List<UUID> fallen =
        Panache.getEntityManager()
            .createQuery(
                """
                select s.id from SubmissionRow s
                where s.round = ?1
                  and not exists (select 1 from StandingBidRow b where b.submission = s.id)
                  and not exists (
                    select 1 from SubmissionRow t
                    where t.round = s.round and t.applicant = s.applicant
                      and t.version > s.version)
                """,
                UUID.class)
            .setParameter(1, round)
            .getResultList();
    return withdrawnAmong(fallen);
  }

  /** Returns which of the submissions were withdrawn, by applicant. */
  static List<WithdrawnBid> withdrawnAmong(Collection<UUID> submissions) {
    if (submissions.isEmpty()) {
      return List.of();
    }
    return Panache.getEntityManager()
        .createQuery(
            """
            select s.applicant, s.version, s.id, w.withdrawnAt,
              coalesce((select q.name from KnownName q where q.number = w.withdrawnBy),
                cast(w.withdrawnBy as string))
            from SubmissionRow s join Withdrawal w on w.submission = s.id
            where s.id in ?1 order by s.applicant
            """,
            WithdrawnBid.class)
        .setParameter(1, submissions)
        .getResultList();
  }

  /**
   * Returns submissions, newest first. Which they are is looked up first: joined to who handed them
   * in, the database would join all of them before it takes the newest.
   */
  static List<Submission> list(
      Submissions.Filter filter, Set<UUID> rounds, Cursor after, int most) {
    List<UUID> ids = ids(filter, rounds, after, most);
    return ids.isEmpty()
        ? List.of()
        : Panache.getEntityManager()
            .createQuery(
                TOLD + " where s.id in :ids order by s.submittedAt desc, s.id desc",
                Submission.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  private static List<UUID> ids(
      Submissions.Filter filter, Set<UUID> rounds, Cursor after, int most) {
    if (rounds != null && rounds.isEmpty()) {
      return List.of();
    }
    String where = " where s.submittedAt <= :at and (s.submittedAt < :at or s.id < :id)";
    if (filter.round() != null) {
      where += " and s.round = :round";
    }
    if (rounds != null) {
      where += " and s.round in :rounds";
    }
    if (filter.applicant() != null) {
      where += " and s.applicant = :applicant";
    }
    TypedQuery<UUID> query =
        Panache.getEntityManager()
            .createQuery(
                "select s.id from SubmissionRow s"
                    + where
                    + " order by s.submittedAt desc, s.id desc",
                UUID.class)
            .setParameter("at", after.at())
            .setParameter("id", after.id())
            .setMaxResults(most);
    if (filter.round() != null) {
      query.setParameter("round", filter.round());
    }
    if (rounds != null) {
      query.setParameter("rounds", rounds);
    }
    if (filter.applicant() != null) {
      query.setParameter("applicant", filter.applicant());
    }
    return query.getResultList();
  }
}
