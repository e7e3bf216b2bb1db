package sixones.api;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** Readiness check: every rule set is loaded; lists the versions. */
@Readiness
public class RuleSetsReady implements HealthCheck {
  @Inject RuleSets ruleSets;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("rule sets").up();
    for (RuleSet set : ruleSets.all()) {
      response.withData(set.id(), set.version() + "+" + set.digest());
    }
    return response.build();
  }
}
