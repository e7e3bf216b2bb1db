package sixones.http.filter;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import sixones.http.RequestAdmission;
import sixones.people.Admission;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * Checks the admission of a request again once its body has arrived, up to 30 seconds after its
 * head. A request whose grant was revoked meanwhile continues as anonymous.
 */
@ApplicationScoped
class AccessRecheck {
  @Inject Transactions transactions;

  void filter(RoutingContext request) {
    Optional<Admission> admission = RequestAdmission.of(request);
    if (admission.isEmpty() || !RequestBodies.wasAwaited(request)) {
      request.next();
      return;
    }
    request
        .vertx()
        .executeBlocking(() -> isValid(admission.get()), false)
        .onComplete(
            looked -> {
              // If the database is unavailable, the resource reports so, or does not need it.
              if (looked.succeeded() && !looked.result()) {
                QuarkusHttpUser.setIdentity(
                    QuarkusSecurityIdentity.builder().setAnonymous(true).build(), request);
              }
              request.next();
            });
  }

  private boolean isValid(Admission admission) {
    return transactions.as(DatabaseIdentity.SIGN_IN, () -> admission.isValid());
  }
}
