package sixones.library;

import sixones.ruleset.RuleSet;

/**
 * Identifies one version of a rule set by its content.
 *
 * @param digest the SHA-256 of everything in the rule set's folder, in hexadecimal
 * @param bundle the SHA-256 of the packed bundle, in hexadecimal
 */
public record RuleSetVersion(String id, String version, String digest, String bundle) {
  static RuleSetVersion of(RuleSet set) {
    return new RuleSetVersion(set.id(), set.version(), set.digest(), set.bundle());
  }
}
