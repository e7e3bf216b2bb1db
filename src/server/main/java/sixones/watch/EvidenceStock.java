package sixones.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import sixones.evidence.EvidenceFiles;
import sixones.store.DatabaseUnavailable;

/**
 * Compares the evidence files on disk with those on record at the start, and tells what does not
 * agree: a line of the log for each, and metrics. The service starts all the same, because
 * everything else can be used.
 */
@ApplicationScoped
public class EvidenceStock implements MeterBinder {
  private static final Logger LOG = Logger.getLogger(EvidenceStock.class);

  /** After the initialisation of the database. */
  private static final int LATE = 210;

  private static final int MOST_TOLD = 20;

  private final EvidenceFiles files;
  private volatile int unknown;

  @Inject
  EvidenceStock(EvidenceFiles files) {
    this.files = files;
  }

  void take(@Observes @Priority(LATE) StartupEvent start) {
    try {
      take();
    } catch (DatabaseUnavailable e) {
      LOG.error("evidence files were not compared with the records: the database does not answer");
    }
  }

  void take() {
    EvidenceFiles.Stocktaking stock = files.takeStock();
    unknown = stock.unknown().size();
    stock.missing().stream()
        .limit(MOST_TOLD)
        .forEach(
            digest -> LOG.errorf("the evidence file %s is missing or of another size", digest));
    if (!stock.missing().isEmpty()) {
      LOG.errorf(
          "%d of %d evidence files are missing or of another size; restore the folder of files",
          stock.missing().size(), stock.kept());
    }
    if (unknown > 0) {
      LOG.warnf(
          "%d files in the folder of evidence files are on no record, the first is %s; they stay",
          unknown, stock.unknown().get(0));
    }
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sixones.evidence.damaged", files, EvidenceFiles::damaged)
        .description("Evidence files found missing or changed since the start")
        .register(meters);
    Gauge.builder("sixones.evidence.unknown", this, stock -> stock.unknown)
        .description("Files in the folder of evidence files that are on no record")
        .register(meters);
  }
}
