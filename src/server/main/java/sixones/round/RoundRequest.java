package sixones.round;

/**
 * An officer's request to change a round: its terms and, for a move, the reason.
 *
 * @param reason why the round is moved; null if none is given
 */
record RoundRequest(RoundTerms terms, String reason) {}
