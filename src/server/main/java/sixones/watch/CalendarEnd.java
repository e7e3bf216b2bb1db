package sixones.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import sixones.calendar.adoption.Calendars;
import sixones.store.DatabaseUnavailable;

/**
 * Health check and metric for the last day of the calendar in use, after which no term can be
 * counted.
 */
@Wellness
@ApplicationScoped
public class CalendarEnd implements HealthCheck, MeterBinder {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final Calendars calendars;

  @Inject
  CalendarEnd(Calendars calendars) {
    this.calendars = calendars;
  }

  @Override
  public HealthCheckResponse call() {
    String last = lastDay().map(LocalDate::toString).orElse("unknown");
    return HealthCheckResponse.named("calendar").up().withData("last day", last).build();
  }

  private Optional<LocalDate> lastDay() {
    try {
      return Optional.of(calendars.inUse().to());
    } catch (DatabaseUnavailable e) {
      return Optional.empty();
    }
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    TimeGauge.builder("sixones.calendar.end", this::end, TimeUnit.SECONDS)
        .description("End of the last day of the calendar in use, in seconds since 1970")
        .register(meters);
  }

  /** The end of the day in Beijing; NaN while the database does not answer. */
  private double end() {
    return lastDay()
        .map(day -> (double) day.plusDays(1).atStartOfDay(BEIJING).toEpochSecond())
        .orElse(Double.NaN);
  }
}
