package sixones.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.report.Problem;

/**
 * The host names of this service. Requests for any other host are refused with 421 (RFC 9110,
 * 15.5.20), which prevents forged redirects and DNS rebinding.
 */
@ApplicationScoped
public class HostNames {
  /**
   * Runs after the filter that sets the security headers, so that these responses have them, too.
   */
  private static final int BEFORE_THE_REST = 9_500;

  public static final int MISDIRECTED = 421;

  /** The configuration key. */
  public static final String SETTING = "sixones.hosts";

  public static final String LOOPBACK = "localhost,127.0.0.1,::1";

  private final Set<String> known;

  @Inject
  public HostNames(@ConfigProperty(name = SETTING, defaultValue = LOOPBACK) List<String> names) {
    known = names.stream().map(HostNames::plain).collect(Collectors.toUnmodifiableSet());
  }

  void watch(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_THE_REST);
  }

  private void filter(RoutingContext request) {
    HostAndPort authority = request.request().authority();
    if (authority != null && isKnown(authority.host(), request.request().uri())) {
      request.next();
      return;
    }
    DoorLog.refused(request, MISDIRECTED, "unknown-host");
    request.response().putHeader("Connection", "close");
    EarlyResponses.end(
        request,
        Problem.of("unknown-host", MISDIRECTED, EarlyResponses.language(request), Map.of()));
  }

  /**
   * Returns whether the Host header and, for an absolute request target, its host are names of this
   * service.
   */
  public boolean isKnown(String host, String asked) {
    if (!known.contains(plain(host))) {
      return false;
    }
    if (asked.startsWith("/") || asked.equals("*")) {
      return true;
    }
    try {
      String named = new URI(asked).getHost();
      return named != null && known.contains(plain(named));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Strips the brackets of IPv6 and a trailing dot, and converts to lower case. */
  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
  }
}
