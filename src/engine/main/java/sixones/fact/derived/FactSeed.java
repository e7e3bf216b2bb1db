package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.fact.DraftNode;
import sixones.fact.InForce;

/**
 * What the derived members of one fact are computed from.
 *
 * @param stated the statement the fact is made of
 * @param holder the statement that holds the list in which it stands
 * @param bid the whole bid
 * @param values the members of the fact as far as they are known, at their slots
 * @param out takes the outputs of one operator, the main one first
 */
public record FactSeed(
    DraftNode stated, DraftNode holder, BidIndex bid, Object[] values, Object[] out) {

  InForce inForce() {
    return stated.inForce();
  }

  JsonNode base(FactPath.Base base) {
    return switch (base) {
      case FACT -> stated.node();
      case HOLDER -> holder.node();
      case BID -> bid.root().node();
    };
  }
}
