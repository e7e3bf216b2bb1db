package sixones.evaluation;

/** The machine's conclusion on a requirement or a bid, from worst to best. */
public enum Verdict {
  NOT_MET,
  /** Information is missing, or a person must review it. */
  OPEN,
  MET;

  /** Returns the worse of two verdicts. */
  public Verdict worse(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
