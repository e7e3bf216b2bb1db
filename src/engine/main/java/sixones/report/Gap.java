package sixones.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings that the same blank keeps open. A report describes them once.
 *
 * @param finding the finding that describes the blank best
 * @param same the other incomplete findings at the same places
 */
public record Gap(ReportFinding finding, List<ReportFinding> same) {

  /** Groups the open findings of one requirement; every finding belongs to exactly one gap. */
  static List<Gap> of(List<ReportFinding> open) {
    List<Gap> gaps = new ArrayList<>();
    Set<ReportFinding> grouped = new LinkedHashSet<>();
    for (ReportFinding finding : leadersFirst(open)) {
      if (!grouped.add(finding)) {
        continue;
      }
      List<ReportFinding> same =
          open.stream().filter(f -> !grouped.contains(f) && f.isLeftOpenWith(finding)).toList();
      grouped.addAll(same);
      gaps.add(new Gap(finding, same));
    }
    return List.copyOf(gaps);
  }

  /** Moves rules on whole lists to the front, because they describe an empty list best. */
  private static List<ReportFinding> leadersFirst(List<ReportFinding> findings) {
    List<ReportFinding> ordered = new ArrayList<>(findings);
    ordered.sort((a, b) -> Boolean.compare(looksAtOneAnswer(a), looksAtOneAnswer(b)));
    return ordered;
  }

  private static boolean looksAtOneAnswer(ReportFinding finding) {
    return !finding.rule().kind().equals("Bid");
  }
}
