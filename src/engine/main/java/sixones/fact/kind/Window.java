package sixones.fact.kind;

import sixones.fact.derived.FactPath;

/**
 * The years before a year of the bid for which a list needs an entry.
 *
 * @param member the member of an entry that holds its year
 * @param years how many years, if they are no parameter
 * @param parameter the parameter with the number of years; null for {@code years}
 * @param before the place of the year, which is not part of the window
 */
record Window(String member, int years, String parameter, FactPath before) {}
