package sixones.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import sixones.paper.Typesetter;

/** Prints a first document once the service has started, beside what it is asked for. */
@ApplicationScoped
class PaperAtStart {
  private static final Logger LOG = Logger.getLogger(PaperAtStart.class);

  @Inject Typesetter typesetter;

  @ConfigProperty(name = "sixones.paper.warm-up", defaultValue = "true")
  boolean warmsUp;

  void started(@Observes StartupEvent started) {
    if (warmsUp) {
      Thread thread = new Thread(this::warmUp, "paper at start");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private void warmUp() {
    try {
      typesetter.warmUp();
    } catch (IOException | RuntimeException e) {
      // Whoever prints is told; what needs no paper works.
      LOG.warn("Nothing can be printed.", e);
    }
  }
}
