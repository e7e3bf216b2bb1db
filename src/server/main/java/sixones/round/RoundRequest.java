package sixones.round;

/**
 * What an officer asks for: terms of a round and, if they move it, why.
 *
 * @param reason why the round is moved; null if none is given
 */
record RoundRequest(RoundTerms terms, String reason) {}
