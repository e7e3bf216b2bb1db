package sixones.http.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import sixones.http.DoorLog;

/**
 * Logs every failed sign-in, by password or token, without the name: people type passwords into the
 * wrong field.
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
