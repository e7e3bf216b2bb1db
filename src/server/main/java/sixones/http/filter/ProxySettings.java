package sixones.http.filter;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import sixones.http.Proxies;

/**
 * Derives the trust of forwarded scheme, host and address from the one setting for proxies. An
 * invalid value trusts nobody, and the start fails.
 */
public class ProxySettings implements ConfigSourceFactory {
  /** Above environment variables, so that no other setting can extend the trust. */
  private static final int ORDINAL = 350;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue proxies = context.getValue(Proxies.SETTING);
    String networks =
        proxies == null || proxies.getValue() == null ? "" : Proxies.inOneForm(proxies.getValue());
    if (networks.isEmpty()) {
      return List.of();
    }
    Map<String, String> settings =
        Map.of(
            "quarkus.http.proxy.proxy-address-forwarding", "true",
            "quarkus.http.proxy.trusted-proxies", networks,
            "quarkus.http.proxy.allow-forwarded", "false",
            "quarkus.http.proxy.allow-x-forwarded", "true",
            "quarkus.http.proxy.enable-forwarded-host", "true",
            "quarkus.http.proxy.enable-forwarded-prefix", "false");
    return List.of(new PropertiesConfigSource(settings, "proxies in front", ORDINAL));
  }
}
