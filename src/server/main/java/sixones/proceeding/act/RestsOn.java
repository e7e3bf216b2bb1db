package sixones.proceeding.act;

import java.util.List;
import java.util.UUID;

/**
 * What a determination rests on.
 *
 * @param citations ids of citations of the rule set
 * @param lookedAt the places of the bid that the person looked at, as JSON Pointers
 * @param notice the notice that listed the place and lapsed; null if none is named
 */
public record RestsOn(
    List<String> citations, List<SeenEvidence> evidence, List<String> lookedAt, UUID notice) {
  public RestsOn {
    citations = List.copyOf(citations);
    evidence = List.copyOf(evidence);
    lookedAt = List.copyOf(lookedAt);
  }
}
