package sixones.http;

import io.github.bucket4j.TimeMeter;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;

/** How often somebody may ask, in this instance; each limit is a number a minute, 0 for none. */
@ApplicationScoped
public class Limits {
  /** The first half of an address of IPv6 is whose it is; they choose the rest as they like. */
  private static final int NETWORK_BYTES = 8;

  private final Buckets ofPeople;
  private final Buckets ofAddresses;

  @Inject
  Limits(
      @ConfigProperty(name = "sixones.limits.person", defaultValue = "600") int person,
      @ConfigProperty(name = "sixones.limits.address", defaultValue = "600") int address,
      TimeMeter time) {
    this.ofPeople = new Buckets(person, time);
    this.ofAddresses = new Buckets(address, time);
  }

  /** Whether anything is limited that every request would have to be counted for. */
  public boolean areAny() {
    return ofPeople.limit() || ofAddresses.limit();
  }

  /** Counts a request of somebody signed in, or something sent by nobody known. */
  public void count(RoutingContext request) {
    Person person = person(request);
    Optional<Duration> wait = Optional.empty();
    if (person != null) {
      wait = ofPeople.take(person.name());
    } else if (request.request().method() == HttpMethod.POST) {
      wait = ofAddresses.take(address(request));
    }
    if (wait.isPresent()) {
      refuse(request, wait.get());
      return;
    }
    request.next();
  }

  private static Person person(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
        ? user.getSecurityIdentity().getAttribute(SignedIn.PERSON)
        : null;
  }

  private static void refuse(RoutingContext request, Duration wait) {
    long seconds = seconds(wait);
    DoorLog.refused(request, 429, "too-many-requests");
    request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    EarlyResponses.end(request, problem(seconds, EarlyResponses.language(request)));
  }

  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  public static Problem problem(long seconds, Language language) {
    return Problem.of("too-many-requests", 429, language, Map.of("seconds", seconds));
  }

  /** Whom a request comes from, as far as addresses are told apart. */
  public static String address(RoutingContext request) {
    return network(Arc.container().instance(Proxies.class).get().sender(request));
  }

  static String network(String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
