package sixones.proceeding;

/** Whether an act that two persons or an end can undo holds. */
public enum Standing {
  /** Waits for the second person. */
  PROPOSED,
  IN_FORCE,
  DECLINED,
  WITHDRAWN,
  SUPERSEDED,
  /** Has to be made again: facts or rule changed, or somebody in it keeps away. */
  REOPENED,
  EXPIRED
}
