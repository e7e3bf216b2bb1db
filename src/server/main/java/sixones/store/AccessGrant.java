package sixones.store;

/** The credential by which a request was admitted; it may be revoked while the request runs. */
public interface AccessGrant {
  /**
   * Returns whether the grant is valid, and locks its rows in share mode, so that whoever would
   * revoke it waits for the end of the current transaction. Requires the identity of sign-in.
   */
  boolean isValid();

  /**
   * Like {@link #isValid()}, for a transaction that may itself revoke grants of the same person:
   * locks the rows of all the person's sessions for update, in one order, to avoid deadlocks.
   */
  boolean isValidForUpdate();
}
