package sixones.bench;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import sixones.calendar.AskedTerm;
import sixones.calendar.WorkingDays;

/** What a term and the reading of a calendar cost, in CPU time; run by dev/bench. */
class TermFigures {
  @Test
  void a_term_and_a_calendar() throws Exception {
    byte[] file = WorkingDays.bundledBytes();
    long cold = Figure.cpu();
    WorkingDays calendar = WorkingDays.read(file);
    cold = Figure.cpu() - cold;
    AskedTerm term = AskedTerm.read("2024-09-25", "20", "working-day", "false");
    double one = Figure.millis(20_000, () -> term.by(calendar));
    double read = Figure.millis(20, () -> WorkingDays.read(file));

    new Figure("term: 20 working days over a holiday", one * 1000, 20, "µs").tell();
    new Figure("term: its calendar read", read, 5, "ms").tell();
    System.out.printf(
        Locale.ROOT, "term: its calendar read first of all %.1f ms%n", cold / 1_000_000.0);
  }
}
