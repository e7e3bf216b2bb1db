package sixones.report;

import java.util.List;

/**
 * What a report says on one requirement, or on the bid as a whole. The findings left to people, the
 * remarks and the context stand outside it.
 *
 * @param id the requirement; null for the bid as a whole
 * @param verdict the verdict on the requirement; null for the bid as a whole
 * @param demand what the requirement rests on; null for the bid as a whole
 * @param gaps what keeps it from being met, each gap once
 * @param silence why the requirement is open although there is no gap; null otherwise
 * @param passed the rules that passed
 * @param inapplicable the rules that have nothing to examine
 */
public record ReportSection(
    String id,
    String title,
    VerdictWords verdict,
    Passage demand,
    List<Gap> gaps,
    String silence,
    List<ReportFinding> passed,
    List<ReportFinding> inapplicable) {}
