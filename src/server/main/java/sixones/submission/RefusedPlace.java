package sixones.submission;

import sixones.ruleset.RuleSet;

/** A division a fault speaks of, by its code; the rule set knows its name. */
public record RefusedPlace(String code, RuleSet ruleSet) {}
