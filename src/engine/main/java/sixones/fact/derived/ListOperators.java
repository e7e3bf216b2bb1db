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

  /** {@code any}, {@code all} and {@code none}: whether entries hold a condition. */
  static final class Quantified extends Operator {
    private final Operand list;
    private final EntryCondition condition;
    private final Quantifier quantifier;

    Quantified(Operand list, EntryCondition condition, Quantifier quantifier) {
      super(Output.of("", Boolean.class));
      this.list = counting(list);
      this.condition = condition;
      this.quantifier = quantifier;
      condition.reads().forEach(this::with);
    }

    @Override
    public void derive(FactSeed fact) {
      int holding = 0;
      int failing = 0;
      int open = 0;
      for (JsonNode entry : list.node(fact)) {
        Boolean holds = condition.holds(entry, fact);
        if (holds == null) {
          open++;
        } else if (holds) {
          holding++;
        } else {
          failing++;
        }
      }
      put(fact, told(holding, failing, open));
    }

    private Boolean told(int holding, int failing, int open) {
      boolean nothing = holding + failing + open == 0;
      Boolean any = holding > 0 ? Boolean.TRUE : nothing || open > 0 ? null : Boolean.FALSE;
      return switch (quantifier) {
        case ANY -> any;
        case NONE -> any == null ? null : (Boolean) !any;
        case ALL -> failing > 0 ? Boolean.FALSE : nothing || open > 0 ? null : Boolean.TRUE;
      };
    }
  }

  /** {@code counted}: how many entries hold a condition. */
  static final class Counted extends Operator {
    private final Operand list;
    private final EntryCondition condition;

    Counted(Operand list, EntryCondition condition) {
      super(Output.of("", Integer.class));
      this.list = counting(list);
      this.condition = condition;
      condition.reads().forEach(this::with);
    }

    @Override
    public void derive(FactSeed fact) {
      int holding = 0;
      boolean told = false;
      for (JsonNode entry : list.node(fact)) {
        Boolean holds = condition.holds(entry, fact);
        if (holds == null) {
          put(fact, null);
          return;
        }
        told = true;
        holding += holds ? 1 : 0;
      }
      put(fact, told ? (Integer) holding : null);
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
        BigDecimal number =
            value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
        sum = sum == null ? number : sum.add(number);
      }
      put(fact, sum);
    }
  }
}
