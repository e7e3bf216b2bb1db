package sixones.submission;

import java.util.List;
import java.util.Optional;
import sixones.round.Round;
import sixones.ruleset.RuleSet;

/**
 * How the cities of a round stand.
 *
 * @param rules the rules it was opened under; null before
 * @param cities each city that handed in and did not withdraw, by its code
 */
public record CurrentBids(Round round, RuleSet rules, List<CurrentBid> cities) {

  /** How one city stands, if it does. */
  public Optional<CurrentBid> of(String city) {
    return cities.stream().filter(standing -> standing.city().equals(city)).findFirst();
  }
}
