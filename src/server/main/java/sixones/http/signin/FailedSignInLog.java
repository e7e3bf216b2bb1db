package sixones.http.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import sixones.http.DoorLog;

/**
 * Leaves a line of every sign-in in vain, by password and by token. Under which name it was tried
 * is not told: people type passwords where names belong.
 */
@ApplicationScoped
class FailedSignInLog {
  void log(@Observes AuthenticationFailureEvent tried) {
    if (tried.getAuthenticationFailure() instanceof AuthenticationFailedException
        && tried.getEventProperties().get(RoutingContext.class.getName())
            instanceof RoutingContext request) {
      DoorLog.refused(request, 401, "not-signed-in");
    }
  }
}
