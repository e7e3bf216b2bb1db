package sixones.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Logs requests refused before they reach a resource. Lines hold the person's number instead of the
 * name, because a name could not be deleted from a log.
 */
public final class DoorLog {
  private static final Logger LOG = Logger.getLogger(DoorLog.class);

  private DoorLog() {}

  /**
   * Logs a refused request.
   *
   * @param kind the reason, as in the problem of the response
   */
  public static void refused(RoutingContext request, int status, String kind) {
    LOG.infof(
        "Refused with %d %s: %s from %s", status, kind, who(request), RequestAddress.of(request));
  }

  private static String who(RoutingContext request) {
    SecurityIdentity identity =
        request.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
    String number = identity == null ? null : identity.getAttribute(SignedIn.NUMBER);
    return number == null ? "nobody known" : "person " + number;
  }
}
