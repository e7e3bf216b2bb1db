package sixones.store;

import java.util.Optional;

/** The HTTP request that the current thread handles, as far as transactions depend on it. */
public interface CurrentRequest {
  /**
   * Returns the grant that must stay valid while the request writes. Empty outside a request, for
   * an anonymous one, and for one with a safe method (GET, HEAD, OPTIONS).
   */
  Optional<AccessGrant> writesBy();

  /** Records that the request itself revoked its grant, so that it can still be completed. */
  void grantEnded();
}
