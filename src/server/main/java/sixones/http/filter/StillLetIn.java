package sixones.http.filter;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import sixones.http.Admitted;
import sixones.people.Admission;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * Looks again at who asks when the body is there, which may be half a minute after the head that
 * said so: what they were let in by may have ended since, and then nobody asks.
 */
@ApplicationScoped
class StillLetIn {
  @Inject Transactions transactions;

  void look(RoutingContext request) {
    Optional<Admission> admission = Admitted.of(request);
    if (admission.isEmpty() || !RequestBodies.wasAwaited(request)) {
      request.next();
      return;
    }
    request
        .vertx()
        .executeBlocking(() -> holds(admission.get()), false)
        .onComplete(
            looked -> {
              // Where the database is away, whatever is asked for is told so, or needs none.
              if (looked.succeeded() && !looked.result()) {
                QuarkusHttpUser.setIdentity(
                    QuarkusSecurityIdentity.builder().setAnonymous(true).build(), request);
              }
              request.next();
            });
  }

  private boolean holds(Admission admission) {
    return transactions.as(DatabaseIdentity.SIGN_IN, () -> admission.holds(false));
  }
}
