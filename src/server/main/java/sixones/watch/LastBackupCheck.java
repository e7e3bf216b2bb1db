package sixones.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import sixones.backup.LastBackup;

/**
 * Health check and metric for the last whole backup that the command wrote from this data folder.
 */
@Wellness
@ApplicationScoped
public class LastBackupCheck implements HealthCheck, MeterBinder {
  private final LastBackup last;

  @Inject
  LastBackupCheck(@ConfigProperty(name = "sixones.data", defaultValue = "data") Path data) {
    this.last = new LastBackup(data);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("last backup")
        .up()
        .withData("at", last.at().map(Instant::toString).orElse("never"))
        .build();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    TimeGauge.builder("sixones.backup.last", this::seconds, TimeUnit.SECONDS)
        .description("When the last whole backup began, in seconds since 1970; 0 for never")
        .register(meters);
  }

  private long seconds() {
    return last.at().map(Instant::getEpochSecond).orElse(0L);
  }
}
