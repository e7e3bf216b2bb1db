package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import sixones.calendar.AskedTerm;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;

/** What a term and the reading of a calendar cost, in CPU time; run by dev/bench. */
class TermFigures {
  private static final int TERMS = 20_000;
  private static final int ROUNDS = 15;

  @Test
  void a_term_and_a_calendar() throws Exception {
    byte[] file = WorkingDays.bundledBytes();
    long cold = cpu();
    WorkingDays calendar = WorkingDays.read(file);
    cold = cpu() - cold;
    AskedTerm term = AskedTerm.read("2024-09-25", "20", "working-day", "false");
    double[] terms = new double[ROUNDS];
    double[] loads = new double[ROUNDS];
    long counted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = cpu();
      counted += count(calendar, term);
      terms[round] = (cpu() - before) / 1000.0 / TERMS;
      before = cpu();
      for (int i = 0; i < 20; i++) {
        counted += WorkingDays.read(file).notices().size();
      }
      loads[round] = (cpu() - before) / 1_000_000.0 / 20;
    }
    assertThat(counted).isPositive();
    System.out.printf(
        Locale.ROOT,
        "term of 20 working days over a holiday: %.2f µs CPU, median of %d%n",
        median(terms),
        ROUNDS);
    System.out.printf(
        Locale.ROOT,
        "term, its calendar read: %.2f ms CPU warm, %.1f ms cold%n",
        median(loads),
        cold / 1_000_000.0);
  }

  private static long count(WorkingDays calendar, AskedTerm term) throws UnfitTerm {
    long counted = 0;
    for (int i = 0; i < TERMS; i++) {
      counted += term.by(calendar).days().size();
    }
    return counted;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] all) {
    Arrays.sort(all);
    return all[all.length / 2];
  }
}
