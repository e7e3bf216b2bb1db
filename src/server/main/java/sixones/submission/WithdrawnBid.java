package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The last submission of an applicant in a round that was withdrawn.
 *
 * @param by the name of who withdrew it; a number if the reader may not see the name
 */
public record WithdrawnBid(String applicant, int version, Instant at, String by) {
  /** Returns those of a round, one for each applicant that withdrew any, by code. */
  public static List<WithdrawnBid> of(UUID round) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select distinct on (s.applicant) s.applicant, s.version, w.withdrawn_at,
              coalesce(p.name, cast(w.withdrawn_by as text))
            from submission s join withdrawal w on w.submission = s.id
              left join person_name p on p.number = w.withdrawn_by
            where s.round = :round
            order by s.applicant, s.version desc
            """,
            WithdrawnBid.class)
        .setParameter("round", round)
        .getResultList();
  }
}
