package sixones.report;

import java.util.List;
import sixones.rule.Outcome;

/**
 * A message, and the places it applies to.
 *
 * @param outcome what was established there; of several outcomes the worst
 * @param pointers the places as JSON Pointers (RFC 6901); empty if the rule has none
 */
public record ReportLine(Outcome outcome, String text, List<String> pointers) {}
