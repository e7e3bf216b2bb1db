package sixones.evaluation;

/** The machine's conclusion on a requirement or a bid; the worst first. */
public enum Verdict {
  NOT_MET,
  /** Something is missing, or for a person to judge. */
  OPEN,
  MET;

  /** The worse of the two. */
  public Verdict worse(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
