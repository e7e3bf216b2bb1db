package sixones.proceeding.conclusion;

import java.util.ArrayList;
import java.util.List;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * What may be determined about what the machine found, and how many persons it takes. An error is
 * never determined: the rule set is mended.
 */
public final class Determinable {
  private Determinable() {}

  /** Returns how many persons it takes; 0 if it cannot be determined. */
  public static int persons(Severity severity, Outcome machine, Outcome to) {
    if (machine == Outcome.ERROR) {
      return 0;
    }
    if (machine == to) {
      return 1;
    }
    if (severity == Severity.ADVISORY || severity == Severity.CONTEXT) {
      return 0;
    }
    return switch (machine) {
      case REVIEW ->
          to == Outcome.PASS ? 1 : to == Outcome.FAIL ? (severity == Severity.REQUIRED ? 2 : 1) : 0;
      case INCOMPLETE -> to == Outcome.PASS || to == Outcome.FAIL ? 2 : 0;
      case FAIL -> to == Outcome.PASS ? 2 : 0;
      case PASS -> to == Outcome.FAIL ? 2 : 0;
      case ERROR, INAPPLICABLE -> 0;
    };
  }

  /** Returns what may be determined. */
  public static List<Outcome> possible(Severity severity, Outcome machine) {
    List<Outcome> possible = new ArrayList<>();
    for (Outcome to : Outcome.values()) {
      if (persons(severity, machine, to) > 0) {
        possible.add(to);
      }
    }
    return possible;
  }
}
