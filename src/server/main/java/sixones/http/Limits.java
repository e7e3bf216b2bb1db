package sixones.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;

/** Rate limits of all instances together, each in requests per minute, 0 for none. */
@ApplicationScoped
public class Limits {
  /**
   * For IPv6 the limit applies to the /64 network, within which a client chooses its address
   * freely.
   */
  private static final int NETWORK_BYTES = 8;

  /** A request waits this long for the database to count it. */
  private static final long LONGEST_MILLIS = 3000;

  private final Buckets ofPeople;
  private final Buckets ofAddresses;
  private final CommonCounts counts;

  @Inject
  Limits(
      @ConfigProperty(name = "sixones.limits.person", defaultValue = "600") int person,
      @ConfigProperty(name = "sixones.limits.address", defaultValue = "600") int address,
      CommonCounts counts) {
    this.ofPeople = new Buckets("request of person", person, counts);
    this.ofAddresses = new Buckets("request of address", address, counts);
    this.counts = counts;
  }

  /** Returns whether any limit is set that needs every request to be counted. */
  public boolean areAny() {
    return ofPeople.limit() || ofAddresses.limit();
  }

  /** Counts a request of a signed-in person, or a POST of an anonymous client. */
  public void count(RoutingContext request) {
    Person person = person(request);
    if (person != null && ofPeople.limit()) {
      count(request, ofPeople, person.name());
    } else if (person == null
        && ofAddresses.limit()
        && request.request().method() == HttpMethod.POST) {
      count(request, ofAddresses, address(request));
    } else {
      request.next();
    }
  }

  /** The database is asked on another thread, and its body waits meanwhile. */
  private void count(RoutingContext request, Buckets buckets, String key) {
    request.request().pause();
    request
        .vertx()
        .executeBlocking(() -> buckets.take(key), false)
        .timeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
        .recover(
            fault -> {
              if (!(fault instanceof TimeoutException)) {
                return Future.failedFuture(fault);
              }
              counts.doWithout();
              return Future.succeededFuture(buckets.take(key));
            })
        .onSuccess(
            wait -> {
              if (request.response().ended()) {
                return;
              }
              if (wait.isPresent()) {
                refuse(request, wait.get());
              } else {
                request.next();
              }
            })
        .onFailure(request::fail);
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
