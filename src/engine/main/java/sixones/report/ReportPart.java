package sixones.report;

import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/** The part of a report a finding stands in. Every finding stands in exactly one. */
public enum ReportPart {
  /** It keeps its requirement, or the bid, from being met. */
  GAP,
  /** A person judges it. */
  LEFT_TO_PEOPLE,
  /** It is worth a look and does not touch the verdict. */
  REMARK,
  /** It informs and never counts. */
  CONTEXT,
  PASSED,
  /** The rule has nothing to examine in this bid. */
  INAPPLICABLE;

  /**
   * Returns the part of a finding. A judged rule outside every requirement holds up nothing, so
   * that its blank is left to people, too.
   *
   * @param ofRequirement whether its rule belongs to a requirement
   */
  static ReportPart of(Finding finding, boolean ofRequirement) {
    Severity severity = finding.rule().severity();
    if (finding.outcome() == Outcome.INAPPLICABLE) {
      return INAPPLICABLE;
    }
    if (finding.holdsUp() && (ofRequirement || severity == Severity.REQUIRED)) {
      return GAP;
    }
    return switch (severity) {
      case CONTEXT -> CONTEXT;
      case JUDGED -> LEFT_TO_PEOPLE;
      case REQUIRED, ADVISORY -> finding.outcome() == Outcome.PASS ? PASSED : REMARK;
    };
  }
}
