package sixones.api;

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
 * Ready while every rule set and every engine this service keeps can be opened again. All of them
 * are looked at when it starts, and again at each question until they hold; whoever runs it reads
 * in the log what is wrong, and need not start it anew when they have mended it.
 */
@Readiness
@ApplicationScoped
public class PinnedRuleSetsReady implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(PinnedRuleSetsReady.class);
  private static final DatabaseIdentity NOBODY = new DatabaseIdentity("", "");

  /** After what makes the database ready. */
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
    // Why not is told to whoever reads the log: the answer is anybody's.
    return HealthCheckResponse.named("kept rule sets").status(holds).build();
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

  /** Each reason once, or a monitor that asks often would fill the log. */
  private void logOnce(String why) {
    if (!why.equals(told)) {
      LOG.error("not ready: " + why);
    }
    told = why;
  }
}
