package sixones.round;

import java.util.List;
import java.util.Optional;
import sixones.ruleset.RuleSet;

/**
 * How the cities of a round stand.
 *
 * @param rules the rules it was opened under; null before
 * @param cities each city that handed in and did not withdraw, by its code
 */
public record Standings(Round round, RuleSet rules, List<Standing> cities) {

  /** How one city stands, if it does. */
  public Optional<Standing> of(String city) {
    return cities.stream().filter(standing -> standing.city().equals(city)).findFirst();
  }
}
