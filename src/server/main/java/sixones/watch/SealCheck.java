package sixones.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import sixones.library.BundleSigner;
import sixones.rule.BrokenRuleSet;

/**
 * Health check and metric for the key that signs rule sets and engines: whether its file is as it
 * has to be at the moment, and the digest of its public part, which all instances have in common.
 */
@Wellness
@ApplicationScoped
public class SealCheck implements HealthCheck, MeterBinder {
  private final BundleSigner signer;

  @Inject
  SealCheck(BundleSigner signer) {
    this.signer = signer;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("seal");
    try {
      return response.up().withData("public key", fingerprint().orElse("not made yet")).build();
    } catch (BrokenRuleSet e) {
      return response.down().withData("fault", e.getMessage()).build();
    }
  }

  private Optional<String> fingerprint() {
    return signer.fingerprint();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sixones.seal.usable", this, SealCheck::isUsable)
        .description("1 if the key that signs rule sets can be used or none is needed yet, else 0")
        .register(meters);
  }

  private int isUsable() {
    try {
      fingerprint();
      return 1;
    } catch (BrokenRuleSet e) {
      return 0;
    }
  }
}
