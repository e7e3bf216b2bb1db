package sixones.evaluation;

/** What an evaluation was made for. */
public enum Purpose {
  /** The evaluation on record: the one a bid was accepted with. */
  OFFICIAL,
  /** A trial of another rule set version or engine; nobody's bid depends on it. */
  CANDIDATE,
  /** One of many evaluations of an archive. */
  BATCH
}
