package sixones.web;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import sixones.evaluation.Evaluations;
import sixones.ruleset.RuleSets;

/** Opens the rooms behind the REST door once; a rule set that does not hold stops the start. */
@ApplicationScoped
class Rooms {
  @Produces
  @Singleton
  @Startup
  RuleSets ruleSets() {
    return RuleSets.bundled();
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Evaluations evaluations(RuleSets ruleSets, Clock clock) {
    return new Evaluations(ruleSets, clock);
  }
}
