package sixones.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import sixones.calendar.adoption.Calendars;

/** Takes the calendar of the release into use on a database that has none. */
@ApplicationScoped
class FirstCalendar {
  private static final int EARLY = 100;

  @Inject Calendars calendars;

  void begin(@Observes @Priority(EARLY) StartupEvent start) {
    calendars.begin();
  }
}
