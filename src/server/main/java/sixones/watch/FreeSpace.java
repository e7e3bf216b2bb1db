package sixones.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness check and metric for the free disk space of the data folder, and a metric for that of
 * the evidence files, which may be on another disk. Logs once each time the space of the data
 * folder falls below the setting.
 */
@Readiness
@ApplicationScoped
public class FreeSpace implements HealthCheck, MeterBinder {
  private static final Logger LOG = Logger.getLogger(FreeSpace.class);

  private final Path data;
  private final Path files;
  private final long least;
  private volatile boolean told;

  @Inject
  FreeSpace(
      @ConfigProperty(name = "sixones.data", defaultValue = "data") Path data,
      @ConfigProperty(name = "sixones.files") Optional<Path> files,
      @ConfigProperty(name = "sixones.free-space", defaultValue = "256M") MemorySize least) {
    this.data = data.toAbsolutePath();
    this.files = files.orElse(data.resolve("files")).toAbsolutePath();
    this.least = least.asLongValue();
  }

  @Override
  public HealthCheckResponse call() {
    long free = bytes(data);
    boolean enough = free >= least;
    if (!enough && !told) {
      LOG.errorf(
          "not ready: the disk of %s has %d bytes left, fewer than SIXONES_FREE_SPACE, %d; make"
              + " room on it",
          data, free, least);
    }
    told = !enough;
    return HealthCheckResponse.named("free space")
        .status(enough)
        .withData("free", free)
        .withData("least", least)
        .withData("free for files", bytes(files))
        .build();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sixones.data.free", data, FreeSpace::bytes)
        .description("Room left on the disk of the data folder")
        .baseUnit(BaseUnits.BYTES)
        .register(meters);
    Gauge.builder("sixones.files.free", files, FreeSpace::bytes)
        .description("Room left on the disk of the evidence files")
        .baseUnit(BaseUnits.BYTES)
        .register(meters);
  }

  /** Returns the free bytes at the folder, or at its first existing parent. */
  private static long bytes(Path folder) {
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there.toFile().getUsableSpace();
  }
}
