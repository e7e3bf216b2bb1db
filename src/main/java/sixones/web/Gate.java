package sixones.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What every request passes, whatever it asks for: headers on its answer, a time it has to be
 * answered in, a size its body may have; and, once it is known who asks, how often they may.
 */
@ApplicationScoped
class Gate {
  private static final int BEFORE_ALL = 10_000;

  /** Sign-in is at 200. */
  private static final int AFTER_SIGN_IN = 120;

  @Inject TimeLimit timeLimit;
  @Inject Limits limits;

  void watch(@Observes Filters filters) {
    filters.register(this::receive, BEFORE_ALL);
    if (limits.areAny()) {
      filters.register(limits::count, AFTER_SIGN_IN);
    }
  }

  void watch(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(TooLarge::tell);
  }

  private void receive(RoutingContext request) {
    SecurityHeaders.promise(request);
    timeLimit.start(request);
    TooLarge.readOrRefuse(request);
  }
}
