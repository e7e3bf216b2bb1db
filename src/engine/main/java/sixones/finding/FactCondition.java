package sixones.finding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import sixones.fact.Fact;
import sixones.rule.Comparison;
import sixones.rule.Condition;
import sixones.rule.Condition.All;
import sixones.rule.Condition.Among;
import sixones.rule.Condition.AmongTexts;
import sixones.rule.Condition.Any;
import sixones.rule.Condition.Asked;
import sixones.rule.Condition.Compared;
import sixones.rule.Condition.Operand;
import sixones.rule.Condition.Stated;
import sixones.rule.Truth;

/**
 * A condition ready to be evaluated on the facts of one kind, in plain Java and without the rule
 * engine. A blank makes a comparison undecided.
 */
interface FactCondition {

  /** Reads a member of a fact; null if it is blank or cannot be told. */
  interface Reads {
    Object from(Fact fact);
  }

  Truth of(Fact fact);

  /**
   * Prepares a condition.
   *
   * @param members finds the reader of a member by its name
   */
  static FactCondition of(Condition condition, Function<String, Reads> members) {
    if (condition instanceof All all) {
      FactCondition[] parts = parts(all.parts(), members);
      return fact -> all(parts, fact);
    }
    if (condition instanceof Any any) {
      FactCondition[] parts = parts(any.parts(), members);
      return fact -> any(parts, fact);
    }
    if (condition instanceof Stated stated) {
      Reads reads = members.apply(stated.member());
      return fact -> Truth.of(reads.from(fact) != null);
    }
    if (condition instanceof Among among) {
      Reads reads = members.apply(among.member());
      Set<String> words = Set.copyOf(among.words());
      return fact -> among(reads.from(fact), among.isIn(), words);
    }
    if (condition instanceof AmongTexts among) {
      Reads reads = members.apply(among.member());
      return fact -> among(reads.from(fact), among.isIn(), fact.force(among.parameter()));
    }
    if (condition instanceof Asked asked) {
      return fact -> Truth.of(fact.asked(asked.parameter()) == asked.yes());
    }
    Compared compared = (Compared) condition;
    Reads left = members.apply(compared.member());
    Reads right = operand(compared.with(), members);
    return fact -> compare(left.from(fact), compared.is(), right.from(fact));
  }

  private static FactCondition[] parts(List<Condition> parts, Function<String, Reads> members) {
    return parts.stream().map(part -> of(part, members)).toArray(FactCondition[]::new);
  }

  private static Truth all(FactCondition[] parts, Fact fact) {
    Truth truth = Truth.HOLDS;
    for (FactCondition part : parts) {
      truth = truth.and(part.of(fact));
      if (truth == Truth.FAILS) {
        return truth;
      }
    }
    return truth;
  }

  private static Truth any(FactCondition[] parts, Fact fact) {
    Truth truth = Truth.FAILS;
    for (FactCondition part : parts) {
      truth = truth.or(part.of(fact));
      if (truth == Truth.HOLDS) {
        return truth;
      }
    }
    return truth;
  }

  private static Truth among(Object value, boolean isIn, Set<String> texts) {
    return value == null ? Truth.UNDECIDED : Truth.of(texts.contains(value) == isIn);
  }

  private static Reads operand(Operand operand, Function<String, Reads> members) {
    if (operand instanceof Operand.OfMember other) {
      return members.apply(other.member());
    }
    if (operand instanceof Operand.OfParameter parameter) {
      return fact -> fact.number(parameter.parameter());
    }
    Object value =
        operand instanceof Operand.Word word
            ? word.word()
            : operand instanceof Operand.YesNo yesNo
                ? (Object) yesNo.yes()
                : (Integer) ((Operand.Whole) operand).number();
    return fact -> value;
  }

  private static Truth compare(Object left, Comparison is, Object right) {
    if (left == null || right == null) {
      return Truth.UNDECIDED;
    }
    if (left instanceof LocalDate day) {
      return Truth.of(is.holds(day.compareTo((LocalDate) right)));
    }
    if (left instanceof Integer one && right instanceof Integer other) {
      return Truth.of(is.holds(one.compareTo(other)));
    }
    if (left instanceof Number) {
      return Truth.of(is.holds(decimal(left).compareTo(decimal(right))));
    }
    return Truth.of(is.holds(left.equals(right) ? 0 : 1));
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Integer) number);
  }
}
