package sixones.proceeding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.proceeding.act.CaseAct;

/**
 * Who keeps away from a case, and who may look at it.
 *
 * @param recused from when each person keeps away, by her number
 * @param asked requests that somebody keep away, not yet decided
 * @param declared the persons who declared themselves for the round
 */
public record KnownRecusals(Map<Long, Instant> recused, List<CaseAct> asked, Set<Long> declared) {
  public KnownRecusals {
    recused = Map.copyOf(recused);
    asked = List.copyOf(asked);
    declared = Set.copyOf(declared);
  }

  public boolean isRecused(long person) {
    return recused.containsKey(person);
  }
}
