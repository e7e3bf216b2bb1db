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
 * The names this service answers to. A request for another is misdirected (RFC 9110, 15.5.20), so
 * that no name somebody made up comes into a redirect, and no page elsewhere gets in by a name of
 * its own that it lets point here.
 */
@ApplicationScoped
public class HostNames {
  /** After the headers are set, which are on these answers, too. */
  private static final int BEFORE_THE_REST = 9_500;

  public static final int MISDIRECTED = 421;

  /** The setting, and what it is where it is not set. */
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

  /** Whether both the host and the address asked for, where that is a whole one, name this one. */
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

  /** Without the brackets of IPv6 and the dot a whole name may end with, in small letters. */
  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
  }
}
