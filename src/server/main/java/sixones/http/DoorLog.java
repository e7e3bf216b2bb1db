package sixones.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Refusals before anybody got as far as an act: lines of the log, by the person's number and not
 * the name, which could not be taken out of a log again.
 */
public final class DoorLog {
  private static final Logger LOG = Logger.getLogger(DoorLog.class);

  private DoorLog() {}

  /**
   * A request was refused.
   *
   * @param kind why, as the answer's problem has it
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
