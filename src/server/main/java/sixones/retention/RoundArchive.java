package sixones.retention;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.backup.ArchivePart;
import sixones.backup.ArchiveReader;
import sixones.backup.ArchiveWriter;
import sixones.backup.BackupRefused;
import sixones.evidence.DamagedFile;
import sixones.evidence.FileStore;
import sixones.postgres.DatabaseAccess;

/**
 * Writes everything of a decided round into one file, also while the service runs, and records the
 * digest of the file: rows, bids, answers, letters, evidence files, and what explains them.
 */
public final class RoundArchive {
  private static final String READ_ME = "read-me.txt";

  /** Everybody who did something, and all officials: what was done names people by number. */
  private static final String PEOPLE =
      """
      select to_json(r)::text from (
        select p.number, coalesce(p.called, p.name) as name, p.role, p.applicant, d.full_name, d.office
        from person p left join particulars d on d.person = p.number
        where p.role <> 'applicant'
          or p.number in (select s.submitted_by from submission s where s.round = :round)
          or p.number in (select w.withdrawn_by from withdrawal w join submission s
            on s.id = w.submission where s.round = :round)
          or p.number in (select a.by from act a join bid_case c on c.id = a.bid_case
            where c.round = :round)
          or p.number in (select f.added_by from evidence_file f where f.id in
            (select h.file from handed_in_file h join submission s on s.id = h.submission
              where s.round = :round))
        order by p.number) r
      """;

  private static final String AUDIT =
      """
      select to_json(r)::text from (
        select * from audit_entry a where a.thing = :round::text
          or a.thing in (select s.id::text from submission s where s.round = :round)
          or a.thing in (select e.id::text from evaluation e where e.round = :round)
          or a.thing in (select c.id::text from bid_case c where c.round = :round)
        order by a.number) r
      """;

  private static final String BUNDLES =
      """
      select 'bundles/' || b.sha256, b.bytes from bundle b
      where b.sha256 in (select r.bundle from round r where r.id = :round)
        or b.sha256 in (select e.bundle from evaluation e where e.round = :round)
      order by b.sha256
      """;

  private static final String ENGINES =
      """
      select 'engines/' || g.sha256, g.bytes from engine g
      where g.sha256 in (select r.engine_digest from round r where r.id = :round)
        or g.sha256 in (select e.engine_digest from evaluation e where e.round = :round)
      order by g.sha256
      """;

  private final DatabaseAccess owner;
  private final FileStore files;
  private final Optional<byte[]> publicKey;
  private final Clock clock;

  /**
   * Creates one.
   *
   * @param owner access as the owner of the database
   * @param files the evidence files
   * @param publicKey what the signatures in the archive can be verified with, as X.509; empty if
   *     there is no key
   */
  public RoundArchive(
      DatabaseAccess owner, FileStore files, Optional<byte[]> publicKey, Clock clock) {
    this.owner = owner;
    this.files = files;
    this.publicKey = publicKey;
    this.clock = clock;
  }

  /**
   * An archive that was written or read.
   *
   * @param round the number of the round
   * @param madeAt when the round was read, as ISO 8601 in UTC
   * @param sha256 of the file in hexadecimal
   * @param parts how many parts it has
   * @param counts how many rows of each table it has
   * @param files how many evidence files it has
   * @param lost the digests of evidence files that are on record and not in it
   */
  public record Archived(
      int round,
      String madeAt,
      String sha256,
      int parts,
      SortedMap<String, Long> counts,
      int files,
      List<String> lost) {
    static Archived of(RoundManifest manifest, String sha256) {
      return new Archived(
          manifest.round().number(),
          manifest.madeAt(),
          sha256,
          manifest.parts().size(),
          manifest.counts(),
          manifest.evidence().size(),
          manifest.lost());
    }
  }

  /**
   * Writes the archive and records it.
   *
   * @param round the number or id of a decided round
   * @param application the release that makes it
   * @throws RetentionRefused if there is no such round, or it is not decided or was erased
   * @throws BackupRefused if the file is there or cannot be written; then nothing is left behind
   */
  public Archived writeTo(Path file, String round, String application) {
    try (OwnerTransaction transaction = OwnerTransaction.begin(owner);
        ArchiveWriter writer = ArchiveWriter.to(file)) {
      OwnerTransaction.DecidedRound decided = transaction.decided(round);
      if (decided.erasedAt() != null) {
        throw RetentionRefused.erasedBefore(
            decided.number(), LocalDate.ofInstant(decided.erasedAt(), SetTime.ZONE));
      }
      Instant now = OwnerTransaction.stored(clock.instant());
      RoundManifest manifest = write(transaction, decided, writer, now, application);
      String sha256 = writer.finish(manifest.written(), RoundArchive::parts);
      boolean recorded = false;
      try {
        Archived archived = Archived.of(manifest, sha256);
        note(transaction, decided.id(), archived, manifest.contents(), Files.size(file), now);
        transaction.commit();
        recorded = true;
        return archived;
      } finally {
        if (!recorded) {
          writer.takeBack();
        }
      }
    } catch (SQLException e) {
      throw RetentionRefused.failed(e);
    } catch (IOException e) {
      throw BackupRefused.notWritten(file, e);
    }
  }

  /**
   * Reads an archive from its first byte to its last.
   *
   * @throws BackupRefused if it is none, or not whole
   */
  public static Archived read(Path file) {
    RoundManifest[] read = new RoundManifest[1];
    try (ArchiveReader archive =
        ArchiveReader.open(
            file,
            (json, name) -> {
              read[0] = RoundManifest.read(json);
              return read[0].parts();
            })) {
      return Archived.of(read[0], archive.digest());
    }
  }

  private static Map<String, ArchivePart> parts(byte[] json, String file) {
    return RoundManifest.read(json).parts();
  }

  private RoundManifest write(
      OwnerTransaction transaction,
      OwnerTransaction.DecidedRound round,
      ArchiveWriter writer,
      Instant now,
      String application)
      throws SQLException, IOException {
    RoundContents contents = new RoundContents(transaction.connection(), round.id());
    List<ArchivePart> records = contents.to(writer::compressed);
    List<ArchivePart> evidence = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (String digest :
        transaction.texts(
            "select distinct t.digest from "
                + RoundTable.EVIDENCE_FILE.of(round.id())
                + " order by t.digest")) {
      copy(digest, writer, evidence, lost);
    }
    List<ArchivePart> context = context(contents, round.id(), writer);
    return new RoundManifest(
        RoundManifest.FORMAT,
        now.toString(),
        application,
        new RoundManifest.OfRound(
            round.id().toString(),
            round.number(),
            round.nameEn(),
            round.nameZh(),
            round.ruleSet(),
            round.version(),
            round.decidedAt().toString()),
        counts(transaction, round.id()),
        RoundManifest.digest(records),
        records,
        context,
        evidence,
        lost);
  }

  private void copy(
      String digest, ArchiveWriter writer, List<ArchivePart> evidence, List<String> lost)
      throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(files.intact(digest))) {
      String hex = digest.substring(digest.indexOf(':') + 1);
      evidence.add(writer.plain("evidence/" + hex, in::transferTo));
    } catch (DamagedFile e) {
      lost.add(digest);
    }
  }

  private List<ArchivePart> context(RoundContents contents, UUID round, ArchiveWriter writer)
      throws SQLException, IOException {
    List<ArchivePart> context = new ArrayList<>();
    context.add(contents.rows(writer::compressed, "people.jsonl", of(PEOPLE, round)));
    context.add(contents.rows(writer::compressed, "audit.jsonl", of(AUDIT, round)));
    contents.values(writer::plain, context, of(BUNDLES, round));
    contents.values(writer::plain, context, of(ENGINES, round));
    if (publicKey.isPresent()) {
      context.add(writer.plain("public-key.der", out -> out.write(publicKey.get())));
    }
    byte[] text = readMe();
    context.add(writer.compressed(READ_ME, out -> out.write(text)));
    return context;
  }

  private static String of(String sql, UUID round) {
    return sql.replace(":round", "'" + round + "'::uuid");
  }

  private static byte[] readMe() throws IOException {
    try (InputStream in = RoundArchive.class.getResourceAsStream(READ_ME)) {
      return in.readAllBytes();
    }
  }

  static SortedMap<String, Long> counts(OwnerTransaction transaction, UUID round)
      throws SQLException {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (RoundTable table : RoundTable.values()) {
      counts.put(table.table(), table.count(transaction.connection(), round));
    }
    return counts;
  }

  /** Returns what an audit entry tells. */
  static Map<String, Object> told(String archive, Map<String, Long> counts) {
    return Map.of(
        "archive", archive,
        "submissions", counts.get("submission"),
        "evaluations", counts.get("evaluation"),
        "cases", counts.get("bid_case"),
        "files", counts.get("evidence_file"));
  }

  private static void note(
      OwnerTransaction transaction,
      UUID round,
      Archived archived,
      String contents,
      long bytes,
      Instant now)
      throws SQLException {
    transaction.update(
        """
        insert into round_archive (sha256, round, contents, bytes, parts, lost, made_at)
          values (?, ?, ?, ?, ?, ?, ?)
        """,
        archived.sha256(),
        round,
        contents,
        bytes,
        archived.parts(),
        archived.lost().size(),
        now);
    transaction.as("admin");
    Audit.noteByCommand(
        transaction.connection(),
        now,
        Act.ARCHIVED,
        Thing.round(round),
        told(archived.sha256(), archived.counts()));
  }
}
