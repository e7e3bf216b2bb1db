package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** A figure beside its bound, in CPU time of the thread that asks. */
record Figure(String what, double found, double bound, String unit) {
  private static final int ROUNDS = 15;

  /** Something whose cost is measured; what it returns is looked at, so that it is done. */
  interface Work {
    Object done() throws Exception;
  }

  /** The median of several rounds, each of so many times. */
  static double millis(int times, Work work) throws Exception {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = cpu();
      for (int i = 0; i < times; i++) {
        assertThat(work.done()).isNotNull();
      }
      rounds[round] = (cpu() - before) / 1_000_000.0 / times;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  boolean holds() {
    return found <= bound;
  }

  /** Prints it in one line. */
  void tell() {
    System.out.printf(
        Locale.ROOT,
        "%-68s %9.3f %s, bound %6.3f: %s%n",
        what,
        found,
        unit,
        bound,
        holds() ? "holds" : "DOES NOT HOLD");
  }
}
