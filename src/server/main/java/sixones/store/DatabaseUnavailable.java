package sixones.store;

/** The database did not answer, for the moment: to be tried again. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean perhapsDone;

  DatabaseUnavailable(boolean perhapsDone, Throwable cause) {
    super(cause.getClass().getName(), cause);
    this.perhapsDone = perhapsDone;
  }

  /** Whether the connection was lost while the transaction was made lasting: it may have been. */
  public boolean perhapsDone() {
    return perhapsDone;
  }
}
