package sixones.store;

/** Who asks was let in, and what they were let in by has ended since. */
public final class NoLongerLetIn extends RuntimeException {
  private static final long serialVersionUID = 1;
}
