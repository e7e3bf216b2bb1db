package sixones.library;

/**
 * What a round pins when it is opened: the rules its bids are evaluated by, and the program that
 * runs them.
 *
 * @param engine the SHA-256 of the engine in hexadecimal; null if it was opened before engines were
 *     pinned
 */
public record Pin(RuleSetVersion rules, String engine) {}
