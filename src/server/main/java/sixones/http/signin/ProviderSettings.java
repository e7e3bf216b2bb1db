package sixones.http.signin;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives the settings of Quarkus OIDC from the one setting for an identity provider; passwords are
 * then disabled.
 */
public class ProviderSettings implements ConfigSourceFactory {
  /** Above application.properties, below environment variables. */
  private static final int ORDINAL = 280;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue address = context.getValue("quarkus.oidc.auth-server-url");
    if (address == null || address.getValue() == null || address.getValue().isBlank()) {
      return List.of();
    }
    Map<String, String> settings = Map.of("quarkus.oidc.tenant-enabled", "true");
    return List.of(new PropertiesConfigSource(settings, "identity provider", ORDINAL));
  }
}
