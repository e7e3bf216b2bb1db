package sixones.submission;

import java.util.List;
import java.util.Optional;
import sixones.round.Round;
import sixones.ruleset.RuleSet;

/**
 * How the applicants of a round stand.
 *
 * @param rules the rules it was opened under; null before
 * @param applicants each applicant that handed in and did not withdraw, by its code
 */
public record CurrentBids(Round round, RuleSet rules, List<CurrentBid> applicants) {

  /** How one applicant stands, if it does. */
  public Optional<CurrentBid> of(String applicant) {
    return applicants.stream()
        .filter(standing -> standing.applicant().equals(applicant))
        .findFirst();
  }
}
