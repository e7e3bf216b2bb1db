package sixones.submission;

import java.util.List;
import java.util.Optional;
import sixones.round.Round;
import sixones.ruleset.RuleSet;

/**
 * The current bids of a round.
 *
 * @param rules the rule set version pinned by the round; null before it is opened
 * @param applicants one entry for each applicant with a current bid, by code
 */
public record CurrentBids(Round round, RuleSet rules, List<CurrentBid> applicants) {

  /** Returns the current bid of an applicant, if there is one. */
  public Optional<CurrentBid> of(String applicant) {
    return applicants.stream()
        .filter(standing -> standing.applicant().equals(applicant))
        .findFirst();
  }
}
