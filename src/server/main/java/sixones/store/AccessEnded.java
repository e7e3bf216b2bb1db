package sixones.store;

/** Thrown when the credential by which a request was admitted has been revoked since. */
public final class AccessEnded extends RuntimeException {
  private static final long serialVersionUID = 1;
}
