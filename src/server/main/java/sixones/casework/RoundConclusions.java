package sixones.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.evaluation.Verdict;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.conclusion.Conclusion;

/**
 * What follows in the cases of a round, as an official may see it.
 *
 * @param bids by applicant, without what is withheld
 * @param withheld why a case is withheld, by applicant; these are left out of everything
 */
public record RoundConclusions(Map<String, OfBid> bids, Map<String, String> withheld) {
  /** Of a round without cases: nothing is concluded, and nothing withheld. */
  public static final RoundConclusions NONE = new RoundConclusions(Map.of(), Map.of());

  public RoundConclusions {
    bids = Map.copyOf(bids);
    withheld = Map.copyOf(withheld);
  }

  /**
   * A conclusion without the findings it follows from.
   *
   * @param requirements none if nothing can be told of them
   * @param damaged whether the stored answer cannot be read or was changed: the conclusion is OPEN
   *     then, on the bid and on each requirement
   */
  public record Followed(
      Verdict conclusion, List<Conclusion.OnRequirement> requirements, boolean damaged) {
    /** What follows from an answer that cannot be read. */
    static final Followed DAMAGED = new Followed(Verdict.OPEN, List.of(), true);

    public Followed {
      requirements = List.copyOf(requirements);
    }

    static Followed of(Conclusion conclusion) {
      return new Followed(conclusion.conclusion(), conclusion.requirements(), false);
    }
  }

  /**
   * What follows for a bid.
   *
   * @param bidCase the id of its case
   * @param evaluation the id of the evaluation that counts in it
   * @param conclusion null if no determination in force could move it: it is then the machine's
   *     verdict
   * @param inForce the determinations counted
   */
  public record OfBid(
      UUID bidCase, UUID evaluation, Followed conclusion, List<KnownDetermination> inForce) {
    public OfBid {
      inForce = List.copyOf(inForce);
    }
  }
}
