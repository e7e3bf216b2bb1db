package sixones.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.finding.Finding;
import sixones.plain.PlainEvaluator;
import sixones.plain.PlainFinding;
import sixones.plain.PlainPlace;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/**
 * One evaluation of a complete bid, from the draft as read to its findings with their values:
 * through the engine, and by the plain evaluator. Single-threaded, so time is CPU.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 3,
    jvmArgsAppend = {
      "-Xmx1g",
      "-XX:+UseSerialGC",
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"
    })
public class EvaluationBench {
  private final LocalDate day = Fixtures.BID_DAY;
  private final RuleSet rules = RuleSetsInTests.SICHUAN;
  private byte[] bytes;
  private Draft draft;
  private JsonNode tree;
  private PlainEvaluator plain;

  /** Reads the bid for both sides and voids the figure if they differ on anything. */
  @Setup
  public void read() throws IOException, NoRuleInForce {
    draft = Fixtures.draft(Fixtures.compliant());
    bytes = draft.bytes();
    tree = new ObjectMapper().readTree(draft.bytes());
    plain = new PlainEvaluator(RuleSetsInTests.plainParameters(rules, day));
    if (!isSame(rules.examine(draft, day), plain.evaluate(tree, day))) {
      throw new IllegalStateException("the two sides differ: the figure is void");
    }
  }

  /** The rules as the service runs them. */
  @Benchmark
  public List<Finding> engine() throws NoRuleInForce {
    return rules.examine(draft, day);
  }

  /** A whole check: from the bytes of a draft to those of its answer. */
  @Benchmark
  public byte[] check() throws NoRuleInForce, UnreadableDraft {
    Draft read = Draft.read(bytes, Draft.Format.JSON, rules.contract());
    return AnswerWriter.write(new Evaluation(rules, read, day, rules.examine(read, day)));
  }

  /** The same rules in plain Java. */
  @Benchmark
  public List<PlainFinding> plain() {
    return plain.evaluate(tree, day);
  }

  private static boolean isSame(List<Finding> engine, List<PlainFinding> plain) {
    return engine.size() == plain.size()
        && engine.stream().allMatch(f -> plain.stream().anyMatch(p -> isSame(f, p)));
  }

  private static boolean isSame(Finding engine, PlainFinding plain) {
    boolean same =
        engine.rule().id().equals(plain.rule())
            && engine.outcome().name().equals(plain.outcome())
            && engine.places().size() == plain.places().size();
    for (int i = 0; same && i < engine.places().size(); i++) {
      Finding.At at = engine.places().get(i);
      PlainPlace place = plain.places().get(i);
      same =
          at.pointer().equals(place.pointer())
              && at.outcome().name().equals(place.outcome())
              && at.values().equals(place.values());
    }
    return same;
  }
}
