package sixones.watch;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Health check for the pool of database connections: how many are used, and who waits for one. */
@Wellness
@ApplicationScoped
public class DatabaseQueue implements HealthCheck {
  private final AgroalDataSource pool;

  @Inject
  DatabaseQueue(AgroalDataSource pool) {
    this.pool = pool;
  }

  @Override
  public HealthCheckResponse call() {
    AgroalDataSourceMetrics metrics = pool.getMetrics();
    return HealthCheckResponse.named("database queue")
        .up()
        .withData("used", metrics.activeCount())
        .withData("most", pool.getConfiguration().connectionPoolConfiguration().maxSize())
        .withData("waiting", metrics.awaitingCount())
        .build();
  }
}
