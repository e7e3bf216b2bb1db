package sixones.http.filter;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.EarlyResponses;
import sixones.http.HostNames;
import sixones.http.SecurityHeaders;
import sixones.report.Problem;

/**
 * Protects metrics and health details. They are reachable only from this machine, but also by
 * browsers on it: requests with a foreign host name, and all requests of a page, are refused. The
 * library would allow every origin.
 */
@ApplicationScoped
class ManagementDoor {
  private static final String ORIGIN = "Origin";

  private final HostNames known;

  @Inject
  ManagementDoor(
      @ConfigProperty(name = HostNames.SETTING, defaultValue = HostNames.LOOPBACK)
          List<String> names,
      @ConfigProperty(name = "quarkus.management.host") String host) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(HostNames.LOOPBACK.split(",")));
    all.add(host);
    known = new HostNames(all);
  }

  void watch(@Observes ManagementInterface management) {
    Router router = management.router();
    router.getRoutes().stream().filter(ManagementDoor::letsPagesRead).forEach(Route::remove);
    router.route().order(Integer.MIN_VALUE).handler(this::filter);
  }

  /** Recognises the library's own CORS route, which would run first, by its text. */
  private static boolean letsPagesRead(Route route) {
    return route.toString().contains(CorsHandler.class.getSimpleName());
  }

  private void filter(RoutingContext request) {
    SecurityHeaders.promise(request);
    HostAndPort authority = request.request().authority();
    if (authority == null || !known.isKnown(authority.host(), request.request().uri())) {
      refuse(request, "unknown-host", HostNames.MISDIRECTED);
    } else if (isOfPage(request.request().headers())) {
      refuse(request, "other-origin", 403);
    } else {
      request.next();
    }
  }

  /**
   * A browser sends one of these headers with a request of a page, and neither with a typed
   * address.
   */
  private static boolean isOfPage(MultiMap headers) {
    String site = headers.get("Sec-Fetch-Site");
    return headers.contains(ORIGIN) || site != null && !site.equals("none");
  }

  /** Refuses with a problem, never with a page. */
  private static void refuse(RoutingContext request, String kind, int status) {
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader("Connection", "close")
        .end(Problem.of(kind, status, EarlyResponses.language(request), Map.of()).body().toString())
        .onComplete(sent -> request.request().connection().close());
  }
}
