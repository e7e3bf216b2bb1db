package sixones.fact.derived;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days and terms between days. */
final class DayOperators {
  private DayOperators() {}

  /** {@code days-between}: how many days the second is after the first. */
  static final class DaysBetween extends Operator {
    private final Operand first;
    private final Operand second;

    DaysBetween(Operand first, Operand second) {
      super(Output.of("", Integer.class));
      this.first = with(first).holding(LocalDate.class);
      this.second = with(second).holding(LocalDate.class);
    }

    @Override
    public void derive(FactSeed fact) {
      LocalDate from = (LocalDate) first.value(fact);
      LocalDate to = (LocalDate) second.value(fact);
      put(
          fact,
          from == null || to == null
              ? null
              : (Integer) Math.toIntExact(ChronoUnit.DAYS.between(from, to)));
    }
  }

  /** {@code within-term}: whether a day is not after the end of a term from another. */
  static final class WithinTerm extends Operator {
    private final Operand from;
    private final Operand until;
    private final ChronoUnit unit;
    private final Quantity length;

    WithinTerm(Operand from, Operand until, ChronoUnit unit, Quantity length) {
      super(Output.of("", Boolean.class));
      this.from = with(from).holding(LocalDate.class);
      this.until = with(until).holding(LocalDate.class);
      this.unit = unit;
      this.length = length.in(this);
    }

    @Override
    public void derive(FactSeed fact) {
      LocalDate start = (LocalDate) from.value(fact);
      LocalDate day = (LocalDate) until.value(fact);
      BigDecimal term = length.value(fact);
      boolean told = start != null && day != null && term != null;
      put(fact, told ? (Boolean) !day.isAfter(start.plus(term.longValue(), unit)) : null);
    }
  }
}
