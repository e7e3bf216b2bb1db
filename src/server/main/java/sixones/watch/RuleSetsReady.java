package sixones.watch;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * Readiness check: every rule set is loaded. Lists the newest version of each by its id, and frozen
 * ones by {@code id/version}.
 */
@Readiness
public class RuleSetsReady implements HealthCheck {
  @Inject RuleSets ruleSets;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("rule sets").up();
    for (RuleSet set : ruleSets.all()) {
      String name = ruleSets.isNewest(set) ? set.id() : set.id() + "/" + set.version();
      response.withData(name, set.version() + "+" + set.digest());
    }
    return response.build();
  }
}
