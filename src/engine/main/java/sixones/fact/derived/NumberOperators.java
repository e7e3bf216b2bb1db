package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Exact arithmetic on decimals, without division. */
final class NumberOperators {
  static final String MET = "met";
  static final String NOT_MET = "not-met";
  static final String UNCLEAR = "unclear";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private NumberOperators() {}

  /** {@code sum} of several values. */
  static final class Sum extends Operator {
    private final List<Operand> parts;

    Sum(List<Operand> parts) {
      super(Output.of("", BigDecimal.class));
      this.parts = parts;
      parts.forEach(part -> with(part).holding(BigDecimal.class, Integer.class));
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Operand part : parts) {
        BigDecimal value = part.decimal(fact);
        if (value == null) {
          put(fact, null);
          return;
        }
        sum = sum.add(value);
      }
      put(fact, sum);
    }
  }

  /** {@code difference}: the first value less the second. */
  static final class Difference extends Operator {
    private final Operand first;
    private final Operand second;

    Difference(Operand first, Operand second) {
      super(Output.of("", BigDecimal.class));
      this.first = with(first).holding(BigDecimal.class, Integer.class);
      this.second = with(second).holding(BigDecimal.class, Integer.class);
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal from = first.decimal(fact);
      BigDecimal less = second.decimal(fact);
      put(fact, from == null || less == null ? null : from.subtract(less));
    }
  }

  /** {@code product}: whether one product compares with another as is said. */
  static final class Product extends Operator {
    private final List<Quantity> left;
    private final NumberComparison comparison;
    private final List<Quantity> right;

    Product(List<Quantity> left, NumberComparison comparison, List<Quantity> right) {
      super(Output.of("", Boolean.class));
      this.left = left;
      this.comparison = comparison;
      this.right = right;
      left.forEach(quantity -> quantity.in(this));
      right.forEach(quantity -> quantity.in(this));
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal one = product(left, fact);
      BigDecimal other = product(right, fact);
      put(fact, one == null || other == null ? null : (Boolean) comparison.holds(one, other));
    }

    private static BigDecimal product(List<Quantity> factors, FactSeed fact) {
      BigDecimal product = BigDecimal.ONE;
      for (Quantity factor : factors) {
        BigDecimal value = factor.value(fact);
        if (value == null) {
          return null;
        }
        product = product.multiply(value);
      }
      return product;
    }
  }

  /** {@code share}: whether a part of a whole compares with a percentage as is said. */
  static final class Share extends Operator {
    private final Operand part;
    private final Operand whole;
    private final NumberComparison comparison;
    private final Quantity percent;

    Share(Operand part, Operand whole, NumberComparison comparison, Quantity percent) {
      super(Output.of("", Boolean.class));
      this.part = with(part).holding(BigDecimal.class, Integer.class);
      this.whole = with(whole).holding(BigDecimal.class, Integer.class);
      this.comparison = comparison;
      this.percent = percent.in(this);
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal of = part.decimal(fact);
      BigDecimal all = whole.decimal(fact);
      BigDecimal asked = percent.value(fact);
      boolean told = of != null && all != null && asked != null && all.signum() > 0;
      put(
          fact,
          told ? (Boolean) comparison.holds(of.multiply(HUNDRED), all.multiply(asked)) : null);
    }
  }

  /** {@code bounded}: whether an amount that may be a bound reaches a threshold. */
  static final class Bounded extends Operator {
    private final Operand amount;
    private final Operand bound;
    private final NumberComparison comparison;
    private final Quantity than;

    Bounded(Operand amount, Operand bound, NumberComparison comparison, Quantity than) {
      super(Output.words("", List.of(MET, NOT_MET, UNCLEAR)));
      this.amount = with(amount).holding(BigDecimal.class, Integer.class);
      this.bound = with(bound).holding(String.class);
      this.comparison = comparison;
      this.than = than.in(this);
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal stated = amount.decimal(fact);
      BigDecimal threshold = than.value(fact);
      if (stated == null || threshold == null || bound.isUnreadable(fact)) {
        put(fact, null);
        return;
      }
      String how = bound.text(fact);
      put(fact, told(stated, how == null ? "exact" : how, threshold));
    }

    private String told(BigDecimal stated, String how, BigDecimal threshold) {
      boolean exact = comparison.holds(stated, threshold);
      int order = stated.compareTo(threshold);
      return switch (how) {
        case "exact" -> exact ? MET : NOT_MET;
        // What is over an amount is over everything up to it.
        case "over" -> order >= 0 ? MET : UNCLEAR;
        // What is under an amount is under everything from it on.
        case "under" -> order <= 0 ? NOT_MET : UNCLEAR;
        default -> UNCLEAR;
      };
    }
  }

  static List<Quantity> quantities(JsonNode list, FactScope scope) {
    if (!list.isArray() || list.isEmpty()) {
      throw scope.broken("left and right are lists of what is multiplied");
    }
    List<Quantity> all = new java.util.ArrayList<>();
    list.forEach(one -> all.add(Quantity.of(one, scope)));
    return all;
  }
}
