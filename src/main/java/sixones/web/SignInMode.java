package sixones.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who knows the people: the embedded user table, or an identity provider. */
@ApplicationScoped
class SignInMode {
  private final boolean byProvider;

  @Inject
  SignInMode(
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false")
          boolean byProvider) {
    this.byProvider = byProvider;
  }

  /** Whether an identity provider does; then no password of ours is worth anything. */
  boolean isByProvider() {
    return byProvider;
  }

  /** What a program has to send, as WWW-Authenticate says it. */
  String challenge() {
    return byProvider ? "Bearer" : "Basic realm=\"Six Ones\", charset=\"UTF-8\"";
  }
}
