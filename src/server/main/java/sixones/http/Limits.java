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

/** Rate limits of this instance, each in requests per minute, 0 for none. */
@ApplicationScoped
public class Limits {
  /**
   * For IPv6 the limit applies to the /64 network, within which a client chooses its address
   * freely.
   */
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

  /** Returns whether any limit is set that needs every request to be counted. */
  public boolean areAny() {
    return ofPeople.limit() || ofAddresses.limit();
  }

  /** Counts a request of a signed-in person, or a POST of an anonymous client. */
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

  /** Returns the address, or for IPv6 the network, that limits are counted by. */
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
