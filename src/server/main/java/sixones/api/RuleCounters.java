package sixones.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/** Counts the outcomes of each rule as metrics; never the content of a bid. */
@ApplicationScoped
class RuleCounters {
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

  private Counter counter(String rule, Outcome outcome) {
    return Counter.builder("sixones.findings")
        .description("Findings by rule and outcome")
        .tag("rule", rule)
        .tag("outcome", outcome.name())
        .register(meters);
  }
}
