package sixones.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/**
 * What one gap keeps open: however many rules look at the same blank, a reader is told of it once.
 *
 * @param finding the one that says most of it
 * @param same the others that hang on it
 */
public record Gap(Finding finding, List<Finding> same) {

  /** The gaps of open findings of one requirement; every finding is in exactly one. */
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

  /** First the rules that look at a list itself: what they say of an empty one says most. */
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
