package sixones.http.signin;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.Buckets;
import sixones.http.Pauses;

/**
 * Wrong passwords, counted by address, by name of an address and by name alone; the first two
 * limits are a number a minute, 0 for none. Of a name alone, pauses grow for addresses nobody of
 * that name has signed in from, so that nobody can shut another out from where they work.
 */
@ApplicationScoped
class FailedSignIns {
  /** Longer names are nobody's, and are counted together. */
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
      TimeMeter time) {
    this.byName = new Buckets(ofName, time);
    this.byAddress = new Buckets(ofAddress, time);
    this.ofName = new Pauses(beforePauses, time);
  }

  /** How long to wait before a password is looked at again, if there were too many wrong ones. */
  Optional<Duration> waitBefore(String address, String name) {
    return byAddress.waitFor(address).or(() -> byName.waitFor(whose(address, name)));
  }

  /**
   * Counts a password as wrong before it is looked at, so that of many sent at once no more are
   * looked at than may be wrong.
   *
   * @param known whether somebody of that name has signed in from that address before
   * @return how long to wait if it may not be looked at; then nothing is counted
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

  /** The password that was counted as wrong was right. */
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
