package sixones.start;

import io.quarkus.runtime.Application;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import sixones.postgres.DatabaseUnusable;

/** Drops log records for faults that {@link ServeCommand} reports in plain words on exit. */
final class ToldFaults implements Filter {
  @Override
  public boolean isLoggable(LogRecord record) {
    return !Application.class.getName().equals(record.getLoggerName())
        || DatabaseUnusable.behind(record.getThrown())
            .or(() -> TakenAddress.behind(record.getThrown()))
            .isEmpty();
  }
}
