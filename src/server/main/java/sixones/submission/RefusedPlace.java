package sixones.submission;

import sixones.ruleset.RuleSet;

/** A division named in a fault, by its code, with the rule set that knows its name. */
public record RefusedPlace(String code, RuleSet ruleSet) {}
