package sixones.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What was done in one case of a round, done in each of the others. */
final class ActsInBulk {
  private static final String COPY =
      """
      insert into act (bid_case, seq, id, kind, body, digest, by, authority, at)
      select bid_case, seq, id, kind, body, 'sha256:' || encode(sha256(convert_to(body, 'UTF8')),
        'hex'), by, authority, at
      from (
        select c.id as bid_case, a.seq, cast(md5(c.id::text || a.id) as uuid) as id, a.kind,
          case when a.kind = 'confirm'
            then replace(a.body, a.body::jsonb ->> 'of',
              cast(md5(c.id::text || (a.body::jsonb ->> 'of')) as uuid)::text)
            else a.body end as body,
          a.by, a.authority, a.at
        from act a join bid_case o on o.id = a.bid_case
          join bid_case c on c.round = o.round and c.id <> o.id
        where o.id = ?) copied
      order by bid_case, seq
      """;

  private ActsInBulk() {}

  /**
   * Copies the acts of a case.
   *
   * @param administrator a connection that no wall stops
   * @return how many were written
   */
  static int copy(Connection administrator, UUID bidCase) throws SQLException {
    try (PreparedStatement acts = administrator.prepareStatement(COPY)) {
      acts.setObject(1, bidCase);
      return acts.executeUpdate();
    }
  }
}
