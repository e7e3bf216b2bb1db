package sixones.http;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.report.Problem;

/**
 * Protects credentials from plain HTTP. Refuses passwords that programs send unencrypted from
 * another machine. Behind a proxy, redirects browsers to HTTPS and refuses everything else: a
 * redirected program would keep sending its credentials unencrypted unnoticed.
 */
@ApplicationScoped
class PlainHttp {
  /** Runs after the host name was checked. */
  private static final int AFTER_THE_HOST = 9_400;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject Proxies proxies;

  void watch(@Observes Filters filters) {
    filters.register(this::filter, AFTER_THE_HOST);
  }

  private void filter(RoutingContext request) {
    HttpServerRequest asked = request.request();
    if (asked.isSSL()) {
      request.next();
    } else if (hasPassword(asked) && isElsewhere(proxies.sender(request))) {
      refuse(request);
    } else if (!cameByPlainHttp(request)) {
      request.next();
    } else if (READING.contains(asked.method()) && !Addresses.isApi(request)) {
      asked
          .response()
          .setStatusCode(308)
          .putHeader(HttpHeaders.LOCATION, "https://" + host(asked) + target(request))
          .end();
    } else {
      refuse(request);
    }
  }

  /** Returns whether the proxy reports plain HTTP; without its header, nothing is assumed. */
  private boolean cameByPlainHttp(RoutingContext request) {
    return request.request().headers().contains("X-Forwarded-Proto") && proxies.handedOn(request);
  }

  private static boolean hasPassword(HttpServerRequest asked) {
    String credentials = asked.getHeader(HttpHeaders.AUTHORIZATION);
    return credentials != null && credentials.strip().toLowerCase(Locale.ROOT).startsWith("basic");
  }

  static boolean isElsewhere(String address) {
    InetAddress read = NetUtil.createInetAddressFromIpAddressString(address);
    return read == null || !read.isLoopbackAddress();
  }

  /** Without the port, which is that of plain HTTP. */
  private static String host(HttpServerRequest asked) {
    return asked.authority().host();
  }

  private static String target(RoutingContext request) {
    String query = request.request().query();
    String path = request.request().path();
    return query == null ? path : path + "?" + query;
  }

  private static void refuse(RoutingContext request) {
    DoorLog.refused(request, 403, "not-over-plain-http");
    request.response().putHeader("Connection", "close");
    EarlyResponses.end(
        request,
        Problem.of("not-over-plain-http", 403, EarlyResponses.language(request), Map.of()));
  }
}
