package sixones.round;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of round moves, inserted with the change they record and never updated. */
final class RoundMoveRow {
  private RoundMoveRow() {}

  /**
   * Inserts a move; a default of the database fills in the person. A round in preparation may move
   * on and get another deadline at once: only an extension is a change of the deadline.
   */
  static void insert(Round before, Round after, RoundMoveKind kind, String reason, Instant at) {
    Panache.getEntityManager()
        .createNativeQuery(
            """
            insert into round_move (round, revision, kind, from_state, to_state, deadline_before,
              deadline_after, moved_at, reason)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """)
        .setParameter(1, after.id())
        .setParameter(2, after.revision())
        .setParameter(3, kind.id())
        .setParameter(4, from(before, kind).id())
        .setParameter(5, kind.to().id())
        .setParameter(6, kind == RoundMoveKind.EXTEND ? before.deadline() : after.deadline())
        .setParameter(7, after.deadline())
        .setParameter(8, at)
        .setParameter(9, reason)
        .executeUpdate();
  }

  /** Returns the state a round was in; one that was never kept comes from the first of all. */
  private static RoundState from(Round before, RoundMoveKind kind) {
    return kind.from().contains(before.state()) ? before.state() : kind.from().get(0);
  }

  /** Returns the moves of a round, the first move first. */
  static List<RoundMove> of(UUID round) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select m.revision, m.kind, m.deadline_before, m.deadline_after, m.moved_at,
              (select p.name from person_name p where p.number = m.moved_by),
              m.reason
            from round_move m
            where m.round = ?1 order by m.revision
            """,
            Object[].class)
        .setParameter(1, round)
        .getResultStream()
        .map(
            row ->
                new RoundMove(
                    round,
                    (Integer) row[0],
                    RoundMoveKind.of((String) row[1]),
                    (Instant) row[2],
                    (Instant) row[3],
                    (Instant) row[4],
                    (String) row[5],
                    (String) row[6]))
        .toList();
  }
}
