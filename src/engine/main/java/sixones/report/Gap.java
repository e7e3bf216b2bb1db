package sixones.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/**
 * Findings that the same blank keeps open. A report describes them once.
 *
 * @param finding the finding that describes the blank best
 * @param same the other incomplete findings at the same places
 */
public record Gap(Finding finding, List<Finding> same) {

  /** Groups the open findings of one requirement; every finding belongs to exactly one gap. */
  public static List<Gap> of(List<Finding> open) {
    List<Gap> gaps = new ArrayList<>();
    Set<Finding> told = new LinkedHashSet<>();
    for (Finding finding : leadersFirst(open)) {
      if (!told.add(finding)) {
        continue;
      }
      List<Finding> same =
          open.stream().filter(f -> !told.contains(f) && hangTogether(f, finding)).toList();
      told.addAll(same);
      gaps.add(new Gap(finding, same));
    }
    return gaps;
  }

  /** Moves rules on whole lists to the front, because they describe an empty list best. */
  private static List<Finding> leadersFirst(List<Finding> findings) {
    List<Finding> ordered = new ArrayList<>(findings);
    ordered.sort((a, b) -> Boolean.compare(looksAtOneAnswer(a), looksAtOneAnswer(b)));
    return ordered;
  }

  private static boolean looksAtOneAnswer(Finding finding) {
    return !finding.rule().kind().equals("Bid");
  }

  private static boolean hangTogether(Finding one, Finding other) {
    return one.outcome() == Outcome.INCOMPLETE
        && other.outcome() == Outcome.INCOMPLETE
        && pointers(one).equals(pointers(other));
  }

  private static List<String> pointers(Finding finding) {
    return finding.places().stream().map(Finding.At::pointer).toList();
  }
}
