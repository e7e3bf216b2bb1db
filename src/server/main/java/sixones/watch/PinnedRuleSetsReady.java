package sixones.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import sixones.library.PinnedEngines;
import sixones.library.PinnedRuleSets;
import sixones.rule.BrokenRuleSet;
import sixones.store.DatabaseIdentity;
import sixones.store.DatabaseUnavailable;
import sixones.store.Transactions;

/**
 * Readiness check: every stored rule set and engine can be loaded. Checked at the start and, until
 * it succeeds, at each request; the log has the reason, and a repair needs no restart.
 */
@Readiness
@ApplicationScoped
public class PinnedRuleSetsReady implements HealthCheck, MeterBinder {
  private static final Logger LOG = Logger.getLogger(PinnedRuleSetsReady.class);
  private static final DatabaseIdentity NOBODY = new DatabaseIdentity("", "");

  /** After the initialisation of the database. */
  private static final int LATE = 200;

  @Inject Transactions transactions;
  @Inject PinnedRuleSets kept;
  @Inject PinnedEngines engines;

  private volatile boolean holds;
  private volatile String told = "";

  void check(@Observes @Priority(LATE) StartupEvent start) {
    check();
  }

  @Override
  public HealthCheckResponse call() {
    if (!holds) {
      check();
    }
    // The reason is only logged, because the response is public.
    return HealthCheckResponse.named("kept rule sets").status(holds).build();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sixones.kept.rule.sets", this, kept -> kept.holds ? 1 : 0)
        .description("1 if the seal of every stored rule set and engine holds, else 0")
        .register(meters);
  }

  private void check() {
    try {
      transactions.as(
          NOBODY,
          () -> {
            kept.check();
            engines.check();
            return null;
          });
      holds = true;
    } catch (BrokenRuleSet e) {
      logOnce(e.getMessage());
    } catch (DatabaseUnavailable e) {
      logOnce("the database does not answer");
    }
  }

  /** Logs each reason once, however often a monitor asks. */
  private void logOnce(String why) {
    if (!why.equals(told)) {
      LOG.error("not ready: " + why);
    }
    told = why;
  }
}
