package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A number that an operator compares or multiplies: written, of a parameter, or of the bid. */
final class Quantity {
  private final BigDecimal number;
  private final String parameter;
  private final Operand operand;

  private Quantity(BigDecimal number, String parameter, Operand operand) {
    this.number = number;
    this.parameter = parameter;
    this.operand = operand;
  }

  /** Reads a number, {@code parameter: id} or a path. */
  static Quantity of(JsonNode described, FactScope scope) {
    if (described.isNumber()) {
      return new Quantity(described.decimalValue(), null, null);
    }
    if (described.isObject() && described.size() == 1 && described.has("parameter")) {
      return new Quantity(null, scope.parameter(described, "parameter"), null);
    }
    if (!described.isTextual()) {
      throw scope.broken("a quantity is a number, { parameter: id } or a path, not " + described);
    }
    Operand operand = Operand.of(described.textValue(), scope);
    return new Quantity(null, null, operand.holding(BigDecimal.class, Integer.class));
  }

  /** Returns a value of a member as a decimal; null if it is blank. */
  static BigDecimal decimal(Object value) {
    return value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }

  /** Notes what the quantity reads. */
  Quantity in(Operator operator) {
    if (operand != null) {
      operator.with(operand);
    }
    return this;
  }

  /** Returns the number; null if it is blank or no value is in force. */
  BigDecimal value(FactSeed fact) {
    return number != null
        ? number
        : parameter != null ? fact.inForce().number(parameter) : operand.decimal(fact);
  }
}
