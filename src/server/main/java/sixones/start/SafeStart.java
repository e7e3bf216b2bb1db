package sixones.start;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.Proxies;
import sixones.people.account.Demo;
import sixones.people.session.DemandedFactors;
import sixones.postgres.DatabaseUnusable;

/** Refuses to start with settings that would expose the service to unintended clients. */
@ApplicationScoped
public class SafeStart {
  /** Runs before any observer that writes data. */
  private static final int FIRST = 1;

  @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0")
  String host;

  @ConfigProperty(name = "quarkus.management.host")
  String managementHost;

  @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
  boolean forwarding;

  @ConfigProperty(name = Proxies.SETTING)
  Optional<String> named;

  /** The setting with the roles that must have a second factor. */
  static final String SECOND_FACTOR = "sixones.second-factor";

  @ConfigProperty(name = SECOND_FACTOR)
  Optional<String> roles;

  @ConfigProperty(name = "sixones.quota.drafts", defaultValue = "100")
  int drafts;

  @ConfigProperty(name = "sixones.quota.bytes", defaultValue = "50M")
  MemorySize bytes;

  @Inject Proxies proxies;
  @Inject Demo demo;

  void check(@Observes @Priority(FIRST) StartupEvent start) {
    if (demo.on() && !isThisMachine(host)) {
      throw DatabaseUnusable.demonstrationElsewhere(host, "QUARKUS_HTTP_HOST");
    }
    if (demo.on() && !isThisMachine(managementHost)) {
      throw DatabaseUnusable.demonstrationElsewhere(managementHost, "QUARKUS_MANAGEMENT_HOST");
    }
    if (named.isPresent() && !proxies.areAny()) {
      throw DatabaseUnusable.proxiesUnreadable(named.get());
    }
    if (forwarding && !proxies.areAny()) {
      throw DatabaseUnusable.forwardingUntrusted();
    }
    if (drafts < 1 || bytes.asLongValue() < 1) {
      throw DatabaseUnusable.nothingMayBeKept();
    }
    if (roles.isPresent() && DemandedFactors.read(roles.get()).isEmpty()) {
      throw DatabaseUnusable.rolesUnknown(roles.get());
    }
  }

  /** Returns whether a listening address is reachable from this machine only. */
  static boolean isThisMachine(String host) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(host);
    return address == null ? host.equalsIgnoreCase("localhost") : address.isLoopbackAddress();
  }
}
