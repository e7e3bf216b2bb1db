package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link EvaluationBench} and prints the ratios of one run. */
class EvaluationFigures {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  @Test
  void prints_the_ratio_of_the_engine_to_the_plain_evaluator() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(EvaluationBench.class.getName())
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run();
    Map<String, Double> micros = new HashMap<>();
    Map<String, Double> bytes = new HashMap<>();
    for (RunResult result : results) {
      String side = result.getPrimaryResult().getLabel();
      micros.put(side, result.getPrimaryResult().getScore());
      result
          .getSecondaryResults()
          .forEach(
              (name, figure) -> {
                if (name.endsWith(ALLOCATION)) {
                  bytes.put(side, figure.getScore());
                }
              });
    }

    assertThat(micros).containsOnlyKeys("engine", "plain", "check");
    System.out.printf(
        "evaluation: engine %.1f us, plain %.1f us, ratio %.2f%n",
        micros.get("engine"), micros.get("plain"), micros.get("engine") / micros.get("plain"));
    System.out.printf(
        "allocation: engine %.0f B, plain %.0f B, ratio %.2f%n",
        bytes.get("engine"), bytes.get("plain"), bytes.get("engine") / bytes.get("plain"));
    System.out.printf(
        "check from bytes to bytes: %.1f us, %.0f B%n", micros.get("check"), bytes.get("check"));
  }
}
