package sixones.draft;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.MutationQuery;
import sixones.bid.Draft;
import sixones.official.OfficialEvaluations;
import sixones.round.Locks;
import sixones.text.Encoding;

/**
 * The rows of earlier savings. All methods require a transaction; those that write, the lock of the
 * draft's row.
 */
final class EarlierSavingRows {
  /** The number of earlier savings of one draft. */
  static final int MOST = 20;

  /** Typing keeps one saving per person and this long. */
  static final Duration APART = Duration.ofMinutes(10);

  /** A text that is shorter by so many bytes lost something worth keeping. */
  static final int MUCH = 90;

  /** The number given to a row: greater than that of any row of the draft before. */
  private static final String NEXT =
      "(select coalesce(max(e.number), 0) + 1 from earlier_saving e where e.draft = d.id)";

  private EarlierSavingRows() {}

  /** Returns why the present text has to be kept before another takes its place, if it has to. */
  static Optional<Occasion> due(WorkingDraftRow row, WorkingDrafts.Text next) {
    if (row.text().bytes().length - next.bytes().length >= MUCH) {
      return Optional.of(Occasion.SHORTENED);
    }
    WorkingDraft present = row.toDraft();
    boolean lately =
        Panache.getSession()
            .createNativeQuery(
                """
                select exists (select from earlier_saving where draft = ?1 and saved_by = ?2
                  and saved_at > ?3 and saved_at < ?4)
                """,
                Boolean.class)
            .setParameter(1, present.id())
            .setParameter(2, present.savedBy())
            .setParameter(3, present.savedAt().minus(APART))
            .setParameter(4, present.savedAt().plus(APART))
            .getSingleResult();
    return lately ? Optional.empty() : Optional.of(Occasion.TYPING);
  }

  /**
   * Keeps the present text of a draft.
   *
   * @param most the maximum number of bytes of all earlier savings of the applicant
   * @return the number it is kept under
   */
  static int keep(WorkingDraftRow row, Occasion why, long most) {
    WorkingDraft present = row.toDraft();
    return keep(row, row.text(), why, present.savedBy(), present.savedAt(), most);
  }

  /** Keeps a text that a draft held, or that was typed into it; each text is kept once. */
  static int keep(
      WorkingDraftRow row,
      WorkingDrafts.Text text,
      Occasion why,
      String by,
      Instant at,
      long most) {
    WorkingDraft draft = row.toDraft();
    String digest = OfficialEvaluations.digest(text.bytes());
    Panache.getEntityManager().flush();
    int number =
        Panache.getSession()
            .createNativeQuery(
                "select " + NEXT + " from working_draft d where d.id = ?1", Integer.class)
            .setParameter(1, draft.id())
            .getSingleResult();
    mutation("delete from earlier_saving where draft = ?1 and digest = ?2", draft.id())
        .setParameter(2, digest)
        .executeUpdate();
    mutation(
            """
            insert into earlier_saving (draft, number, applicant, why, form, bytes, digest, saved_at,
              saved_by, source_digest, source_encoding, source_converted)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, nullif(?10, ''), nullif(?11, ''),
              nullif(?12, ''))
            """,
            draft.id())
        .setParameter(2, number)
        .setParameter(3, draft.applicant())
        .setParameter(4, why.id())
        .setParameter(5, text.form().name())
        .setParameter(6, text.bytes())
        .setParameter(7, digest)
        .setParameter(8, at)
        .setParameter(9, by)
        .setParameter(10, text.source() == null ? "" : text.source().digest())
        .setParameter(11, text.source() == null ? "" : text.source().encoding().name())
        .setParameter(12, text.source() == null ? "" : text.source().converted())
        .executeUpdate();
    mutation(
            """
            delete from earlier_saving where draft = ?1 and number not in (
              select number from earlier_saving where draft = ?1 order by number desc limit ?2)
            """,
            draft.id())
        .setParameter(2, MOST)
        .executeUpdate();
    makeRoom(draft, number, most);
    return number;
  }

  /** Drops the oldest of the applicant's earlier savings while they are more than their limit. */
  private static void makeRoom(WorkingDraft draft, int number, long most) {
    Locks.alone("kept by " + draft.applicant());
    Panache.getSession()
        .createNativeMutationQuery(
            """
            delete from earlier_saving e using (
              select draft, number,
                sum(size) over (order by saved_at desc, draft, number desc) as together
              from earlier_saving where applicant = ?1) k
            where k.draft = e.draft and k.number = e.number and k.together > ?2
              and not (e.draft = ?3 and e.number = ?4)
            """)
        .setParameter(1, draft.applicant())
        .setParameter(2, most)
        .setParameter(3, draft.id())
        .setParameter(4, number)
        .executeUpdate();
  }

  /** Removes one row, if it is there. */
  static void remove(UUID draft, int number) {
    mutation("delete from earlier_saving where draft = ?1 and number = ?2", draft)
        .setParameter(2, number)
        .executeUpdate();
  }

  private static MutationQuery mutation(String sql, UUID draft) {
    return Panache.getSession().createNativeMutationQuery(sql).setParameter(1, draft);
  }

  /** Returns the earlier savings of a draft, the last kept first. */
  static List<EarlierSaving> list(UUID draft) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select number, why, digest, size, saved_at, saved_by
            from earlier_saving where draft = ?1 order by number desc
            """,
            Object[].class)
        .setParameter(1, draft)
        .getResultStream()
        .map(
            row ->
                new EarlierSaving(
                    draft,
                    (Integer) row[0],
                    Occasion.of((String) row[1]),
                    (String) row[2],
                    (Integer) row[3],
                    (Instant) row[4],
                    (String) row[5]))
        .toList();
  }

  /** Returns the text kept under a number, if there is one. */
  static Optional<WorkingDrafts.Text> text(UUID draft, int number) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select form, bytes, source_digest, source_encoding, source_converted
            from earlier_saving where draft = ?1 and number = ?2
            """,
            Object[].class)
        .setParameter(1, draft)
        .setParameter(2, number)
        .uniqueResultOptional()
        .map(EarlierSavingRows::text);
  }

  private static WorkingDrafts.Text text(Object[] row) {
    Source source =
        row[2] == null
            ? null
            : new Source((String) row[2], Encoding.valueOf((String) row[3]), (String) row[4]);
    return new WorkingDrafts.Text(Draft.Format.valueOf((String) row[0]), (byte[]) row[1], source);
  }
}
