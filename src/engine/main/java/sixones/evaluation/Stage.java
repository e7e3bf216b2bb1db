package sixones.evaluation;

/** What an evaluation looks at. */
public enum Stage {
  /** One bid on its own. */
  BID,
  /** All bids of a round together. */
  ROUND
}
