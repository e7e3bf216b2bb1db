package sixones.web;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wrong passwords, counted by address and by name of an address; each limit is a number a minute, 0
 * for none. A name is counted by address so that nobody can shut another out from elsewhere.
 */
@ApplicationScoped
class FailedSignIns {
  /** Longer names are nobody's, and are counted together. */
  private static final int LONGEST_NAME = 64;

  private final Buckets byName;
  private final Buckets byAddress;

  @Inject
  FailedSignIns(
      @ConfigProperty(name = "sixones.limits.failed-sign-ins", defaultValue = "10") int ofName,
      @ConfigProperty(name = "sixones.limits.failed-sign-ins-of-address", defaultValue = "60")
          int ofAddress,
      TimeMeter time) {
    this.byName = new Buckets(ofName, time);
    this.byAddress = new Buckets(ofAddress, time);
  }

  /** How long to wait before a password is looked at again, if there were too many wrong ones. */
  Optional<Duration> waitBefore(String address, String name) {
    return byAddress.look(address).or(() -> byName.look(whose(address, name)));
  }

  /**
   * Counts a password as wrong before it is looked at, so that of many sent at once no more are
   * looked at than may be wrong.
   *
   * @return how long to wait if it may not be looked at; then nothing is counted
   */
  Optional<Duration> count(String address, String name) {
    Optional<Duration> wait = byAddress.take(address);
    if (wait.isPresent()) {
      return wait;
    }
    wait = byName.take(whose(address, name));
    if (wait.isPresent()) {
      byAddress.giveBack(address);
    }
    return wait;
  }

  /** The password that was counted as wrong was right. */
  void wasRight(String address, String name) {
    byAddress.giveBack(address);
    byName.giveBack(whose(address, name));
  }

  private static String whose(String address, String name) {
    return address + ' ' + (name.length() > LONGEST_NAME ? "?" : name);
  }
}
