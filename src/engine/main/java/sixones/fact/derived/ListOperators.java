package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import sixones.fact.DraftNode;

/** What the entries of a list tell together. */
final class ListOperators {
  private ListOperators() {}

  /** {@code count}: how many entries state anything; none is a blank. */
  static final class Count extends Operator {
    private final Operand list;

    Count(Operand list) {
      super(Output.of("", Integer.class));
      this.list = counting(list);
    }

    @Override
    public void derive(FactSeed fact) {
      int count = 0;
      for (JsonNode entry : list.node(fact)) {
        count += DraftNode.isBlank(entry) ? 0 : 1;
      }
      put(fact, count == 0 ? null : (Integer) count);
    }
  }

  /** Which entries must hold a condition. */
  enum Quantifier {
    ANY,
    ALL,
    NONE
  }

  /** How many entries of a list hold a condition, fail it, and leave it open. */
  private record Tally(int holding, int failing, int open) {
    static Tally of(JsonNode list, EntryCondition condition, FactSeed fact) {
      int holding = 0;
      int failing = 0;
      int open = 0;
      for (JsonNode entry : list) {
        Boolean holds = condition.holds(entry, fact);
        holding += Boolean.TRUE.equals(holds) ? 1 : 0;
        failing += Boolean.FALSE.equals(holds) ? 1 : 0;
        open += holds == null ? 1 : 0;
      }
      return new Tally(holding, failing, open);
    }

    /** Returns whether an entry is open, or there is none. */
    boolean isUndecided() {
      return open > 0 || holding + failing == 0;
    }
  }

  private abstract static class OfEntries extends Operator {
    private final Operand list;
    private final EntryCondition condition;

    OfEntries(Operand list, EntryCondition condition, Class<?> type) {
      super(Output.of("", type));
      this.list = counting(list);
      this.condition = condition;
      condition.reads().forEach(this::with);
    }

    @Override
    public final void derive(FactSeed fact) {
      put(fact, told(Tally.of(list.node(fact), condition, fact)));
    }

    /** Returns what the entries tell together; null if it cannot be told. */
    abstract Object told(Tally tally);
  }

  /** {@code any} with {@code least}: whether at least so many entries hold a condition. */
  static final class AtLeast extends Operator {
    private final Operand list;
    private final EntryCondition condition;
    private final Quantity least;
    private final boolean emptyIsNone;

    /**
     * @param emptyIsNone whether a list without an entry says that there is none
     */
    AtLeast(Operand list, EntryCondition condition, Quantity least, boolean emptyIsNone) {
      super(Output.of("", Boolean.class));
      this.list = counting(list);
      this.condition = condition;
      condition.reads().forEach(this::with);
      this.least = least.in(this);
      this.emptyIsNone = emptyIsNone;
    }

    @Override
    public void derive(FactSeed fact) {
      JsonNode entries = list.node(fact);
      BigDecimal needed = least.value(fact);
      boolean isSilent = entries.isEmpty() && (!emptyIsNone || list.isUnreadable(fact));
      put(
          fact,
          needed == null || isSilent ? null : told(Tally.of(entries, condition, fact), needed));
    }

    private static Boolean told(Tally tally, BigDecimal needed) {
      BigDecimal most = BigDecimal.valueOf((long) tally.holding() + tally.open());
      boolean isReached = BigDecimal.valueOf(tally.holding()).compareTo(needed) >= 0;
      return isReached ? Boolean.TRUE : most.compareTo(needed) < 0 ? Boolean.FALSE : null;
    }
  }

  /** {@code any}, {@code all} and {@code none}: whether entries hold a condition. */
  static final class Quantified extends OfEntries {
    private final Quantifier quantifier;

    Quantified(Operand list, EntryCondition condition, Quantifier quantifier) {
      super(list, condition, Boolean.class);
      this.quantifier = quantifier;
    }

    @Override
    Object told(Tally tally) {
      boolean decided = quantifier == Quantifier.ALL ? tally.failing() > 0 : tally.holding() > 0;
      boolean decision = quantifier == Quantifier.ANY;
      return decided ? (Boolean) decision : tally.isUndecided() ? null : (Boolean) !decision;
    }
  }

  /** {@code counted}: how many entries hold a condition. */
  static final class Counted extends OfEntries {
    Counted(Operand list, EntryCondition condition) {
      super(list, condition, Integer.class);
    }

    @Override
    Object told(Tally tally) {
      return tally.isUndecided() ? null : (Integer) tally.holding();
    }
  }

  /** {@code sum} of one member over the entries of a list. */
  static final class SumOfList extends Operator {
    private final Operand list;
    private final String member;
    private final String kind;

    SumOfList(Operand list, String member, FactScope scope) {
      super(Output.of("", BigDecimal.class));
      this.list = counting(list);
      this.member = member;
      String place = list.path().place() + "/*/" + member;
      this.kind = scope.contract().kind(place);
      Class<?> type = kind == null ? null : Operand.type(kind);
      if (type != BigDecimal.class && type != Integer.class) {
        throw scope.broken("there is no number at " + place);
      }
      with(place);
    }

    @Override
    public void derive(FactSeed fact) {
      BigDecimal sum = null;
      for (JsonNode entry : list.node(fact)) {
        Object value = Operand.value(kind, entry.path(member));
        if (value == null) {
          put(fact, null);
          return;
        }
        BigDecimal number = Quantity.decimal(value);
        sum = sum == null ? number : sum.add(number);
      }
      put(fact, sum);
    }
  }
}
