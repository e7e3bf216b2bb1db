package sixones.start;

import io.quarkus.runtime.Application;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import sixones.postgres.DatabaseUnusable;

/** Keeps out of the log what {@link ServeCommand} tells in plain words as it ends. */
final class ToldFaults implements Filter {
  @Override
  public boolean isLoggable(LogRecord record) {
    return !Application.class.getName().equals(record.getLoggerName())
        || DatabaseUnusable.behind(record.getThrown())
            .or(() -> TakenAddress.behind(record.getThrown()))
            .isEmpty();
  }
}
