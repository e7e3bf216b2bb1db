package sixones.http.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.Buckets;
import sixones.http.CommonCounts;
import sixones.http.Pauses;

/**
 * Limits failed password attempts by address, by name and address, and by name, on all instances
 * together; asks the database. The first two are attempts per minute, 0 for no limit. By name
 * alone, delays grow for addresses that the name has not signed in from, so that an attacker cannot
 * lock a person out of their usual place.
 */
@ApplicationScoped
class FailedSignIns {
  /** No account has a longer name; longer ones are counted together. */
  private static final int LONGEST_NAME = 64;

  private final Buckets byName;
  private final Buckets byAddress;
  private final Pauses ofName;

  @Inject
  FailedSignIns(
      @ConfigProperty(name = "sixones.limits.failed-sign-ins", defaultValue = "10") int ofName,
      @ConfigProperty(name = "sixones.limits.failed-sign-ins-of-address", defaultValue = "60")
          int ofAddress,
      @ConfigProperty(name = "sixones.limits.failed-sign-ins-before-pauses", defaultValue = "20")
          int beforePauses,
      CommonCounts counts) {
    this.byName = new Buckets("wrong password of name", ofName, counts);
    this.byAddress = new Buckets("wrong password of address", ofAddress, counts);
    this.ofName = new Pauses(beforePauses, counts);
  }

  /** Returns the time to wait after too many failures, if any. */
  Optional<Duration> waitBefore(String address, String name) {
    return byAddress.waitFor(address).or(() -> byName.waitFor(whose(address, name)));
  }

  /**
   * Counts a password as wrong before it is verified, so that concurrent attempts cannot exceed the
   * limit.
   *
   * @param known whether the name has signed in from that address before
   * @return the time to wait if the password must not be verified now; then nothing is counted
   */
  Optional<Duration> count(String address, String name, boolean known) {
    Optional<Duration> wait = byAddress.take(address);
    if (wait.isPresent()) {
      return wait;
    }
    wait = byName.take(whose(address, name));
    if (wait.isPresent()) {
      byAddress.giveBack(address);
      return wait;
    }
    wait = ofName.count(shortened(name), known);
    if (wait.isPresent()) {
      byAddress.giveBack(address);
      byName.giveBack(whose(address, name));
    }
    return wait;
  }

  /** Takes back an attempt that turned out to be right. */
  void wasRight(String address, String name) {
    byAddress.giveBack(address);
    byName.giveBack(whose(address, name));
    ofName.wasRight(shortened(name));
  }

  private static String whose(String address, String name) {
    return address + ' ' + shortened(name);
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? "?" : name;
  }
}
