package sixones.report;

/**
 * What was evaluated, for which day and by which rules.
 *
 * @param title the title of the rule set
 * @param bid the applicant and the day of evaluation
 * @param ruleSet the version of the rule set
 * @param draft the digest of the draft, {@code sha256:} and hexadecimal digits
 * @param warning that the bid declares itself untrue; null if it does not
 */
public record ReportHead(String title, String bid, String ruleSet, String draft, String warning) {}
