package sixones.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/** Counts the outcomes of each rule as metrics; never the content of a bid. */
@ApplicationScoped
public class RuleCounters {
  private static final Logger LOG = Logger.getLogger(RuleCounters.class);

  private final MeterRegistry meters;
  private final Map<Outcome, Map<String, Counter>> counters = new EnumMap<>(Outcome.class);

  RuleCounters(MeterRegistry meters) {
    this.meters = meters;
    for (Outcome outcome : Outcome.values()) {
      counters.put(outcome, new ConcurrentHashMap<>());
    }
  }

  /** Increments one counter for each finding. */
  void count(List<Finding> findings) {
    for (Finding finding : findings) {
      counters
          .get(finding.outcome())
          .computeIfAbsent(finding.rule().id(), id -> counter(id, finding.outcome()))
          .increment();
    }
  }

  /**
   * Counts and logs a place on which the rule engine and the conditions of a rule disagree. The log
   * names the rule alone.
   */
  public void disagreed(String rule) {
    LOG.errorf("The rule engine and the conditions disagree on the rule %s", rule);
    Counter.builder("sixones.shadow.disagreements")
        .description("Places on which the rule engine and the conditions of a rule disagree")
        .tag("rule", rule)
        .register(meters)
        .increment();
  }

  private Counter counter(String rule, Outcome outcome) {
    return Counter.builder("sixones.findings")
        .description("Findings by rule and outcome")
        .tag("rule", rule)
        .tag("outcome", outcome.name())
        .register(meters);
  }
}
