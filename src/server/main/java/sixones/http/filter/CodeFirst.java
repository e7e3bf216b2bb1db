package sixones.http.filter;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import sixones.http.SignedIn;
import sixones.people.Duty;

/**
 * Redirects a session that awaits the second factor from every page to the form for it, public
 * pages included; signing out stays possible.
 */
class CodeFirst {
  private static final Set<String> OPEN = Set.of(ExceptionMappers.CODE_PAGE, "/sign-out");

  @ServerRequestFilter
  Response filter(RoutingContext request) {
    return awaitsCode(request) && !OPEN.contains(request.normalizedPath())
        ? ExceptionMappers.led(Duty.CODE, request)
        : null;
  }

  private static boolean awaitsCode(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
        && SignedIn.awaitsCode(user.getSecurityIdentity());
  }
}
