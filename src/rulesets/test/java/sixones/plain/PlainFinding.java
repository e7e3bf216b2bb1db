package sixones.plain;

import java.util.List;

/** What one rule, read from the words alone, established about one bid. */
public record PlainFinding(String rule, String outcome, List<PlainPlace> places) {}
