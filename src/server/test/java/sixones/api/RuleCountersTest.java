package sixones.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** A disagreement of engine and conditions is counted by rule, and logged by its id alone. */
class RuleCountersTest {
  @Test
  void a_disagreement_is_counted_and_logged_by_the_id_of_the_rule() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    List<String> logged = new ArrayList<>();
    Handler handler = keeping(logged);
    Logger logger = Logger.getLogger(RuleCounters.class.getName());
    logger.addHandler(handler);
    try {
      RuleCounters counters = new RuleCounters(meters);
      counters.disagreed("park-level");
      counters.disagreed("park-level");
    } finally {
      logger.removeHandler(handler);
    }

    assertThat(
            meters.get("sixones.shadow.disagreements").tag("rule", "park-level").counter().count())
        .isEqualTo(2);
    assertThat(logged)
        .hasSize(2)
        .containsOnly("The rule engine and the conditions disagree on the rule park-level");
  }

  private static Handler keeping(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(
            entry instanceof ExtLogRecord extended
                ? extended.getFormattedMessage()
                : entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
