package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import sixones.fact.Fact;

/** Days and terms between days. */
final class DayOperators {
  private DayOperators() {}

  /** A day that an operator reads: of the bid, of a parameter, or the day of the evaluation. */
  static final class DayValue {
    private final Operand operand;
    private final String parameter;

    private DayValue(Operand operand, String parameter) {
      this.operand = operand;
      this.parameter = parameter;
    }

    /** Reads a path, {@code parameter: id} or {@code day}, the day of the evaluation. */
    static DayValue of(JsonNode described, FactScope scope) {
      if (described.isObject() && described.size() == 1 && described.has("parameter")) {
        return new DayValue(null, scope.dayParameter(described, "parameter"));
      }
      if (!described.isTextual()) {
        throw scope.broken("a day is a path, { parameter: id } or day, not " + described);
      }
      return described.textValue().equals(Fact.DAY)
          ? new DayValue(null, null)
          : new DayValue(Operand.of(described.textValue(), scope).holding(LocalDate.class), null);
    }

    /** Notes what the day reads. */
    DayValue in(Operator operator) {
      if (operand != null) {
        operator.with(operand);
      }
      return this;
    }

    /** Returns the day; null if it is blank or no value is in force. */
    LocalDate value(FactSeed fact) {
      if (operand != null) {
        return (LocalDate) operand.value(fact);
      }
      return parameter == null ? fact.inForce().day() : fact.inForce().day(parameter);
    }
  }

  /** {@code days-between}: how many days the second is after the first. */
  static final class DaysBetween extends Operator {
    private final DayValue first;
    private final DayValue second;

    DaysBetween(DayValue first, DayValue second) {
      super(Output.of("", Integer.class));
      this.first = first.in(this);
      this.second = second.in(this);
    }

    @Override
    public void derive(FactSeed fact) {
      LocalDate from = first.value(fact);
      LocalDate to = second.value(fact);
      put(
          fact,
          from == null || to == null
              ? null
              : (Integer) Math.toIntExact(ChronoUnit.DAYS.between(from, to)));
    }
  }

  /** {@code within-term}: whether a day is not after the end of a term from another. */
  static final class WithinTerm extends Operator {
    private final DayValue from;
    private final DayValue until;
    private final ChronoUnit unit;
    private final Quantity length;

    WithinTerm(DayValue from, DayValue until, ChronoUnit unit, Quantity length) {
      super(Output.of("", Boolean.class));
      this.from = from.in(this);
      this.until = until.in(this);
      this.unit = unit;
      this.length = length.in(this);
    }

    @Override
    public void derive(FactSeed fact) {
      LocalDate start = from.value(fact);
      LocalDate day = until.value(fact);
      BigDecimal term = length.value(fact);
      boolean told = start != null && day != null && term != null;
      put(fact, told ? (Boolean) !day.isAfter(start.plus(term.longValue(), unit)) : null);
    }
  }
}
