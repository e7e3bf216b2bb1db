package sixones.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.postgres.DatabaseUnusable;

/** Refuses to start the service with an over-privileged database role. */
@ApplicationScoped
class RightsAtStart {
  private static final int FIRST = 1;

  @Inject DataSource source;

  @ConfigProperty(name = "quarkus.datasource.username")
  String role;

  void check(@Observes @Priority(FIRST) StartupEvent start) throws SQLException {
    List<String> excess = Rights.excess(source);
    if (!excess.isEmpty()) {
      throw DatabaseUnusable.tooManyRights(role, excess);
    }
  }
}
