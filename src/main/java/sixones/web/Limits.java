package sixones.web;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
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
class Limits {
  /** The first half of an address of IPv6 is whose it is; they choose the rest as they like. */
  private static final int NETWORK_BYTES = 8;

  /** Longer ones are nobody's, and are counted together. */
  private static final int LONGEST_NAME = 64;

  private final Buckets ofPeople;
  private final Buckets ofAddresses;
  private final Buckets failedByName;
  private final Buckets failedByAddress;

  @Inject
  Limits(
      @ConfigProperty(name = "sixones.limits.person", defaultValue = "600") int person,
      @ConfigProperty(name = "sixones.limits.address", defaultValue = "600") int address,
      @ConfigProperty(name = "sixones.limits.failed-sign-ins", defaultValue = "10") int failed,
      @ConfigProperty(name = "sixones.limits.failed-sign-ins-of-address", defaultValue = "60")
          int failedOfAddress,
      Clock clock) {
    this.ofPeople = new Buckets(person, clock);
    this.ofAddresses = new Buckets(address, clock);
    this.failedByName = new Buckets(failed, clock);
    this.failedByAddress = new Buckets(failedOfAddress, clock);
  }

  /** Whether anything is limited that every request would have to be counted for. */
  boolean areAny() {
    return ofPeople.limit() || ofAddresses.limit();
  }

  /** Counts a request of somebody signed in, or something sent by nobody known. */
  void count(RoutingContext request) {
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

  /** How long to wait before a password is looked at again, if there were too many wrong ones. */
  Optional<Duration> waitBeforeSignIn(RoutingContext request, String name) {
    String address = address(request);
    return failedByAddress.look(address).or(() -> failedByName.look(whose(address, name)));
  }

  /**
   * Counts a password as wrong before it is looked at, so that of many sent at once no more are
   * looked at than may be wrong.
   *
   * @return how long to wait if it may not be looked at; then nothing is counted
   */
  Optional<Duration> countAsWrong(RoutingContext request, String name) {
    String address = address(request);
    Optional<Duration> wait = failedByAddress.take(address);
    if (wait.isPresent()) {
      return wait;
    }
    wait = failedByName.take(whose(address, name));
    if (wait.isPresent()) {
      failedByAddress.giveBack(address);
    }
    return wait;
  }

  /** The password that was counted as wrong was right. */
  void wasRight(RoutingContext request, String name) {
    String address = address(request);
    failedByAddress.giveBack(address);
    failedByName.giveBack(whose(address, name));
  }

  private static String whose(String address, String name) {
    return address + ' ' + (name.length() > LONGEST_NAME ? "?" : name);
  }

  private static void refuse(RoutingContext request, Duration wait) {
    long seconds = seconds(wait);
    request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    Answers.end(request, problem(seconds, Answers.language(request)));
  }

  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  static Problem problem(long seconds, Language language) {
    return Problem.of("too-many-requests", 429, language, Map.of("seconds", seconds));
  }

  private static String address(RoutingContext request) {
    return network(request.request().remoteAddress().hostAddress());
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
