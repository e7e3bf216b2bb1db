package sixones.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Logs the name of each variable that looks like a setting and is none, such as a misspelt one. */
@ApplicationScoped
class UnknownSettings {
  private static final Logger LOG = Logger.getLogger(UnknownSettings.class);

  void started(@Observes StartupEvent started) {
    Settings.unknown(System.getenv().keySet())
        .forEach(
            name ->
                LOG.warnf(
                    "%s is no setting of this service and changes nothing; docs/operations.md (with"
                        + " the package: /usr/share/doc/sixones/operations.md) lists them",
                    name));
  }
}
