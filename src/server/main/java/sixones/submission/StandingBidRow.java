package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import sixones.evaluation.Verdict;

/**
 * A row of a bid that stands, with what was found of it, as the reader of the transaction may see
 * it. Triggers of the database write it; nothing else does.
 */
@Entity
@Immutable
@Table(name = "standing_bid")
public class StandingBidRow {
  /** JPQL that selects the components of a {@link CurrentBid}. */
  private static final String COLUMNS =
      """
      select b.applicant, b.version, b.submission, b.submittedAt, b.evaluation, b.verdict,
        b.verdicts, new sixones.evaluation.Remaining(b.toJudge, b.toSupply, b.toReview)
      from StandingBidRow b where b.round = :round
      """;

  @Id UUID submission;
  UUID round;
  String applicant;
  int version;
  UUID evaluation;

  @Column(name = "submitted_at")
  Instant submittedAt;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  String verdicts;

  @Column(name = "to_judge")
  int toJudge;

  @Column(name = "to_supply")
  int toSupply;

  @Column(name = "to_review")
  int toReview;

  /** Returns for each applicant the last version not withdrawn, by applicant. */
  public static List<CurrentBid> ofRound(UUID round) {
    return Panache.getEntityManager()
        .createQuery(COLUMNS + " order by b.applicant", CurrentBid.class)
        .setParameter("round", round)
        .getResultList();
  }

  /** Returns an applicant's bid that stands in a round; null if there is none. */
  public static CurrentBid of(UUID round, String applicant) {
    return Panache.getEntityManager()
        .createQuery(COLUMNS + " and b.applicant = :applicant", CurrentBid.class)
        .setParameter("round", round)
        .setParameter("applicant", applicant)
        .getSingleResultOrNull();
  }

  /** Returns the bids that stand of some applicants in some rounds, by round and applicant. */
  public static Map<UUID, Map<String, CurrentBid>> of(
      Collection<UUID> rounds, Collection<String> applicants) {
    Map<UUID, Map<String, CurrentBid>> bids = new HashMap<>();
    for (UUID round : rounds) {
      bids.put(
          round,
          Panache.getEntityManager()
              .createQuery(COLUMNS + " and b.applicant in :applicants", CurrentBid.class)
              .setParameter("round", round)
              .setParameter("applicants", applicants)
              .getResultStream()
              .collect(Collectors.toMap(CurrentBid::applicant, Function.identity())));
    }
    return bids;
  }

  /**
   * Returns the evaluations of some bids that stand in a round, by applicant.
   *
   * @param without the applicant to leave out
   */
  public static List<UUID> evaluations(UUID round, String without, int most) {
    return Panache.getEntityManager()
        .createQuery(
            "select b.evaluation from StandingBidRow b where b.round = ?1 and b.applicant <> ?2"
                + " order by b.applicant",
            UUID.class)
        .setParameter(1, round)
        .setParameter(2, without)
        .setMaxResults(most)
        .getResultList();
  }

  private record Applicants(UUID round, Long count) {}

  /** Returns for each round the number of applicants with a current bid; none without one. */
  public static Map<UUID, Long> count(List<UUID> rounds) {
    return Panache.getSession()
        .createNativeQuery(
            "select of_round, bids from count_standing_bids(:rounds) where bids > 0",
            Applicants.class)
        .setParameter("rounds", rounds.toArray(UUID[]::new))
        .getResultStream()
        .collect(Collectors.toMap(Applicants::round, Applicants::count));
  }
}
