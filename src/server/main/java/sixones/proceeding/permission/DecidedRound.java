package sixones.proceeding.permission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;

/**
 * Whether a round can be called decided: every case has a decision.
 *
 * @param counts how many cases are in each state
 * @param missing the cases without a decision, in their order
 */
public record DecidedRound(Map<CaseState, Integer> counts, List<UUID> missing) {
  public DecidedRound {
    counts = new EnumMap<>(counts);
    missing = List.copyOf(missing);
  }

  /** Looks at the cases of a round. */
  public static DecidedRound of(List<CaseView> cases) {
    Map<CaseState, Integer> counts = new EnumMap<>(CaseState.class);
    List<UUID> missing = new ArrayList<>();
    for (CaseView each : cases) {
      counts.merge(each.state(), 1, Integer::sum);
      if (!each.state().isEnd()) {
        missing.add(each.bidCase().id());
      }
    }
    return new DecidedRound(counts, missing);
  }

  public boolean isDecided() {
    return missing.isEmpty();
  }
}
