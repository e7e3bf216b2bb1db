package sixones.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.evidence.FileStore;
import sixones.postgres.DatabaseAccess;

/**
 * Erases a decided round, whole, once its set time has passed and its archive is at hand: the file
 * is read from beginning to end, its digest is on record, and the round is still what the file
 * holds. Rows go in one transaction, which leaves the digest of each thing; the evidence files that
 * nothing else needs are deleted after it. Working drafts of applicants stay theirs.
 */
public final class RoundErasure {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is left of each thing. */
  private static final List<String> TRACES =
      List.of(
          "select t.id, 'submission', t.round, t.applicant, t.version, t.digest from submission t"
              + " where t.round = :round",
          "select t.id, 'evaluation', t.round, s.applicant, s.version, t.findings_digest from"
              + " evaluation t join submission s on s.id = t.submission where t.round = :round",
          "select c.id, 'case', c.round, c.applicant, null::int, null::text from bid_case c"
              + " where c.round = :round",
          "select t.id, 'act', c.round, c.applicant, null::int, t.digest from act t"
              + " join bid_case c on c.id = t.bid_case where c.round = :round",
          "select t.of_act, 'letter', c.round, c.applicant, null::int, 'sha256:' || t.digest"
              + " from letter t join bid_case c on c.id = t.bid_case where c.round = :round");

  private static final String OF_FILE =
      "select t.id, 'file', :round, t.applicant, null::int, t.digest from evidence_file t"
          + " where t.id = any(?)";

  private static final String TRACE =
      "insert into erased_thing (id, kind, round, applicant, version, digest) ";

  /** Files that no bid has any more, and that do not stand in a draft. */
  private static final String UNNEEDED =
      """
      select f.id from evidence_file f where f.id = any(?)
        and not exists (select from handed_in_file h where h.file = f.id)
        and (f.owner_kind = 'case' or exists (select from evidence_removal r where r.file = f.id))
      """;

  private final DatabaseAccess owner;
  private final FileStore files;
  private final SetTime time;
  private final Clock clock;

  /**
   * Creates one.
   *
   * @param owner access as the owner of the database
   * @param files the evidence files
   * @param time how long a round is kept at least, from its decision on
   */
  public RoundErasure(DatabaseAccess owner, FileStore files, SetTime time, Clock clock) {
    this.owner = owner;
    this.files = files;
    this.time = time;
    this.clock = clock;
  }

  /** Who erases, and why. */
  public record Basis(String user, String reason) {
    /** The most characters of a reason. */
    private static final int LONGEST = 1000;

    /**
     * Creates one.
     *
     * @throws RetentionRefused if the reason is blank or longer than 1,000 characters
     */
    public Basis {
      if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
        throw RetentionRefused.unfitReason();
      }
      user = user == null || user.isBlank() ? "?" : user.substring(0, Math.min(user.length(), 100));
    }
  }

  /**
   * What is to go, for whoever has to confirm it.
   *
   * @param round its number
   * @param name its name, in English if it has one
   * @param drafts how many working drafts name the round; they stay
   */
  public record Planned(
      int round, String name, SetTime.Term term, SortedMap<String, Long> counts, long drafts) {}

  /**
   * What went.
   *
   * @param counts how many rows of each table
   * @param files how many evidence files were deleted from the disk
   */
  public record Erased(int round, SortedMap<String, Long> counts, int files) {}

  /**
   * Erases a round. Called again for one that was erased it deletes evidence files that a kill left
   * on the disk, before it refuses.
   *
   * @param name the number or id of the round
   * @param archive the file of its archive
   * @param confirmed asks whether it is meant
   * @throws RetentionRefused if it may not be erased, or not yet; nothing was changed
   * @throws sixones.backup.BackupRefused if the archive is not whole
   */
  public Erased erase(String name, Path archive, Basis basis, Predicate<Planned> confirmed) {
    try {
      finish(name);
      RoundArchive.Archived archived = RoundArchive.read(archive);
      Planned planned;
      try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
        planned = planned(transaction, name, archive, archived);
      }
      if (!confirmed.test(planned)) {
        throw RetentionRefused.notConfirmed();
      }
      SortedMap<String, Long> counts;
      UUID round;
      try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
        // Checked again: it is this transaction that erases.
        planned(transaction, name, archive, archived);
        OwnerTransaction.DecidedRound decided = transaction.decided(name);
        round = decided.id();
        counts = erase(transaction, round);
        note(transaction, planned, round, archived, basis, counts);
        transaction.commit();
      }
      return new Erased(planned.round(), counts, deleteFiles(round));
    } catch (SQLException | IOException e) {
      throw RetentionRefused.failed(e);
    }
  }

  /** Deletes what an earlier call did not come to, and refuses. */
  private void finish(String name) throws SQLException {
    OwnerTransaction.DecidedRound decided;
    try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
      decided = transaction.decided(name);
    }
    if (decided.erasedAt() != null) {
      deleteFiles(decided.id());
      throw RetentionRefused.erasedBefore(
          decided.number(), LocalDate.ofInstant(decided.erasedAt(), SetTime.ZONE));
    }
  }

  private Planned planned(
      OwnerTransaction transaction, String name, Path file, RoundArchive.Archived archived)
      throws SQLException, IOException {
    OwnerTransaction.DecidedRound round = transaction.decided(name);
    SetTime.Term term = time.passed(round.decidedAt(), clock.instant());
    String contents =
        transaction.text(
            "select contents from round_archive where sha256 = ? and round = ?",
            archived.sha256(),
            round.id());
    if (contents == null) {
      throw RetentionRefused.unknownArchive(round.number(), file, archived.sha256());
    }
    if (!new RoundContents(transaction.connection(), round.id()).digest().equals(contents)) {
      throw RetentionRefused.changedSince(round.number());
    }
    String drafts =
        transaction.text("select count(*) from working_draft where round = ?", round.id());
    return new Planned(
        round.number(),
        round.nameEn() == null ? round.nameZh() : round.nameEn(),
        term,
        RoundArchive.counts(transaction, round.id()),
        Long.parseLong(drafts));
  }

  private SortedMap<String, Long> erase(OwnerTransaction transaction, UUID round)
      throws SQLException {
    transaction.set("erasing", round.toString());
    for (String trace : TRACES) {
      transaction.update(TRACE + of(trace, round));
    }
    UUID[] candidates = ids(transaction, "select t.id from " + RoundTable.EVIDENCE_FILE.of(round));
    SortedMap<String, Long> counts = new TreeMap<>();
    for (RoundTable table : RoundTable.values()) {
      if (table.fate() == RoundTable.Fate.GOES) {
        // Cases go before files: whose files they were is known already.
        counts.put(table.table(), (long) transaction.update("delete from " + table.of(round)));
      }
    }
    Object unneeded =
        array(transaction, ids(transaction, UNNEEDED, array(transaction, candidates)));
    transaction.update(TRACE + of(OF_FILE, round), unneeded);
    counts.put(
        "evidence_removal",
        (long) transaction.update("delete from evidence_removal where file = any(?)", unneeded));
    counts.put(
        "evidence_file",
        (long) transaction.update("delete from evidence_file where id = any(?)", unneeded));
    return counts;
  }

  private static String of(String sql, UUID round) {
    return sql.replace(":round", "'" + round + "'::uuid");
  }

  private static UUID[] ids(OwnerTransaction transaction, String sql, Object... values)
      throws SQLException {
    return transaction.texts(sql, values).stream().map(UUID::fromString).toArray(UUID[]::new);
  }

  private static Object array(OwnerTransaction transaction, UUID[] ids) throws SQLException {
    return transaction.connection().createArrayOf("uuid", ids);
  }

  private void note(
      OwnerTransaction transaction,
      Planned planned,
      UUID round,
      RoundArchive.Archived archived,
      Basis basis,
      SortedMap<String, Long> counts)
      throws SQLException {
    Instant now = OwnerTransaction.stored(clock.instant());
    transaction.update(
        "update round set erased_at = ?, revision = revision + 1 where id = ?", now, round);
    note(transaction, round, null, archived.sha256(), basis, planned.term(), counts, now);
    transaction.as("admin");
    Audit.noteByCommand(
        transaction.connection(),
        now,
        Act.ERASED,
        Thing.round(round),
        RoundArchive.told(archived.sha256(), counts));
  }

  /**
   * Records an erasure.
   *
   * @param round null of a person
   * @param person null of a round
   * @param archive null of a person
   */
  static void note(
      OwnerTransaction transaction,
      UUID round,
      Long person,
      String archive,
      Basis basis,
      SetTime.Term term,
      Map<String, Long> counts,
      Instant now)
      throws SQLException {
    transaction.update(
        """
        insert into erasure (id, round, person, archive, erased_at, by_user, reason, period, since,
          allowed, counts) values (?, ?::uuid, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID(),
        round,
        person,
        archive,
        now,
        basis.user(),
        basis.reason(),
        term.period().toString(),
        term.since(),
        term.allowed(),
        json(counts));
  }

  private static String json(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and numbers can be written", e);
    }
  }

  /** Deletes the evidence files of an erased round that no row names any more. */
  private int deleteFiles(UUID round) throws SQLException {
    Set<String> digests;
    try (OwnerTransaction transaction = OwnerTransaction.begin(owner)) {
      digests =
          new TreeSet<>(
              transaction.texts(
                  "select digest from erased_thing where round = ? and kind = 'file'", round));
    }
    int deleted = 0;
    for (String digest : digests) {
      deleted += delete(digest) ? 1 : 0;
    }
    return deleted;
  }

  /** Whoever adds such a file meanwhile waits, or has its row seen. */
  private boolean delete(String digest) throws SQLException {
    try (OwnerTransaction transaction = OwnerTransaction.beginAtEachStatement(owner)) {
      transaction.update("select pg_advisory_xact_lock(hashtextextended(?, 0))", "file " + digest);
      boolean named =
          transaction.text("select '1' from evidence_file where digest = ? limit 1", digest)
              != null;
      return !named && files.delete(digest);
    }
  }
}
