package sixones.library;

import sixones.ruleset.RuleSet;

/**
 * One version of a rule set, exactly.
 *
 * @param digest the SHA-256 of everything in its folder
 * @param bundle the SHA-256 of the bundle it was packed in
 */
public record RuleSetVersion(String id, String version, String digest, String bundle) {
  static RuleSetVersion of(RuleSet set) {
    return new RuleSetVersion(set.id(), set.version(), set.digest(), set.bundle());
  }
}
