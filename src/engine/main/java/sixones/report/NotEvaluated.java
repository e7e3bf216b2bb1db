package sixones.report;

/** What was not evaluated, because other bids are needed, and the passage that asks for it. */
public record NotEvaluated(String id, String title, Passage demand) {}
