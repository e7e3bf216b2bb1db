package sixones.round;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An officer's request to change a round: its terms and, for a move, the reason.
 *
 * @param reason why the round is moved; null if none is given
 * @param procedure how its cases are to proceed; null if nothing is said
 */
record RoundRequest(RoundTerms terms, String reason, JsonNode procedure) {}
