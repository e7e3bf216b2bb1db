package sixones.web;

import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import sixones.people.Visits;

/** Records browsers an identity provider signs in; it is told beside the answer, not before it. */
@ApplicationScoped
class ProviderSignIns {
  @Inject SignInMode mode;
  @Inject Visits visits;

  void signedIn(@ObservesAsync SecurityEvent event) {
    if (event.getEventType() != SecurityEvent.Type.OIDC_LOGIN) {
      return;
    }
    SecurityIdentity identity = event.getSecurityIdentity();
    RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
    String address = request == null ? null : RequestAddress.of(request);
    SignedIn.of(mode.vouchedFor(identity))
        .ifPresent(person -> visits.signedIn(person, Visits.By.PROVIDER, address));
  }
}
