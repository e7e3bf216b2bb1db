package sixones.store;

/** Thrown when the database temporarily does not respond; the operation can be retried. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean perhapsDone;

  DatabaseUnavailable(boolean perhapsDone, Throwable cause) {
    super(cause.getClass().getName(), cause);
    this.perhapsDone = perhapsDone;
  }

  /** Returns whether the connection was lost during the commit, so that its outcome is unknown. */
  public boolean perhapsDone() {
    return perhapsDone;
  }
}
