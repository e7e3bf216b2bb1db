package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;

/**
 * {@code growth}: whether a number grows so much a year, on average over the years before a year.
 * All is compared in products, so nothing is rounded.
 */
final class Growth extends Operator {
  static final String NO_YEAR = "no-year";

  /** How the rates of the years are averaged. */
  enum Average {
    /** By the one rate that leads from the first amount to the last if every year grows by it. */
    COMPOUND,
    /** By the sum of the rates of the years, divided by their number. */
    MEAN
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> WORDS =
      List.of(NumberOperators.MET, NumberOperators.NOT_MET, NumberOperators.UNCLEAR);
  private static final int MOST_YEARS = 20;

  private record Amount(BigDecimal number, String bound) {
    boolean is(String... bounds) {
      return List.of(bounds).contains(bound);
    }
  }

  /**
   * Where the amounts stand.
   *
   * @param kind the kind that the contract gives the amount
   * @param bound the member that says how an amount is meant; null if each is exact
   * @param only which entries count; null for all
   */
  record Amounts(
      Operand list, String amount, String kind, String year, String bound, EntryCondition only) {}

  private final Amounts from;
  private final Operand before;
  private final Quantity years;
  private final Average average;
  private final NumberComparison comparison;
  private final Quantity percent;

  Growth(
      Amounts from,
      Operand before,
      Quantity years,
      Average average,
      NumberComparison comparison,
      Quantity percent) {
    super(
        Output.words("", WORDS),
        Output.words("why", List.of(NO_YEAR, Figures.NONE, Figures.SEVERAL)),
        Output.of("first", BigDecimal.class),
        Output.of("last", BigDecimal.class));
    this.from = from;
    counting(from.list);
    String entry = from.list.path().place() + "/*/";
    with(entry + from.amount);
    with(entry + from.year);
    if (from.bound != null) {
      with(entry + from.bound);
    }
    if (from.only != null) {
      from.only.reads().forEach(this::with);
    }
    this.before = with(before).holding(Integer.class);
    this.years = years.in(this);
    this.average = average;
    this.comparison = comparison;
    this.percent = percent.in(this);
  }

  @Override
  public void derive(FactSeed fact) {
    fact.out()[3] = null;
    put(fact, null, null, null);
    Integer end = before.integer(fact);
    Integer count = years(fact);
    TreeMap<Integer, Amount> found = new TreeMap<>();
    String why = count == null ? null : end == null ? NO_YEAR : find(fact, end, count, found);
    fact.out()[1] = why;
    BigDecimal rate = percent.value(fact);
    if (end == null || count == null || why != null || found.size() < count || rate == null) {
      return;
    }
    List<Amount> amounts = List.copyOf(found.values());
    boolean isPositive =
        amounts.subList(0, amounts.size() - 1).stream().allMatch(a -> a.number.signum() > 0);
    put(fact, isPositive ? told(amounts, HUNDRED.add(rate)) : null, null, amounts.get(0).number);
    fact.out()[3] = amounts.get(amounts.size() - 1).number;
  }

  private Integer years(FactSeed fact) {
    BigDecimal number = years.value(fact);
    boolean fits =
        number != null
            && number.stripTrailingZeros().scale() <= 0
            && number.compareTo(BigDecimal.ONE) > 0
            && number.compareTo(BigDecimal.valueOf(MOST_YEARS)) <= 0;
    return fits ? (Integer) number.intValueExact() : null;
  }

  /** Finds the amount of each year; returns why one is unknown, null if none is or one is lost. */
  private String find(FactSeed fact, int end, int count, TreeMap<Integer, Amount> found) {
    JsonNode list = from.list.node(fact);
    boolean isUnreadable = list == UnreadableDraft.PLACE;
    boolean hasSeveral = false;
    for (JsonNode entry : list) {
      Boolean counts = from.only == null ? Boolean.TRUE : from.only.holds(entry, fact);
      Integer year = DraftNode.year(entry.path(from.year));
      BigDecimal number = Quantity.decimal(Operand.value(from.kind, entry.path(from.amount)));
      if (!Boolean.FALSE.equals(counts)) {
        isUnreadable |= DraftNode.isPartlyUnreadable(entry);
      }
      if (Boolean.TRUE.equals(counts)
          && number != null
          && year != null
          && year < end
          && year >= end - count) {
        String bound = from.bound == null ? null : entry.path(from.bound).textValue();
        Amount amount = new Amount(number, bound == null ? "exact" : bound);
        Amount other = found.putIfAbsent(year, amount);
        hasSeveral |=
            other != null
                && (other.number.compareTo(number) != 0 || !other.bound.equals(amount.bound));
      }
    }
    if (isUnreadable) {
      found.clear();
      return null;
    }
    return hasSeveral ? Figures.SEVERAL : found.size() < count ? Figures.NONE : null;
  }

  /**
   * @param factor what an amount is multiplied with in a year, times a hundred
   */
  private String told(List<Amount> amounts, BigDecimal factor) {
    Amount first = amounts.get(0);
    Amount last = amounts.get(amounts.size() - 1);
    boolean allExact = amounts.stream().allMatch(amount -> amount.is("exact"));
    if (average == Average.MEAN) {
      return allExact ? word(mean(amounts, factor)) : NumberOperators.UNCLEAR;
    }
    int steps = amounts.size() - 1;
    int order =
        last.number
            .multiply(HUNDRED.pow(steps))
            .compareTo(first.number.multiply(factor.pow(steps)));
    if (first.is("exact") && last.is("exact")) {
      return word(order);
    }
    // What is over an amount grew more than to it, and what was under one grew more than from it.
    if (last.is("exact", "over") && first.is("exact", "under") && order >= 0) {
      return NumberOperators.MET;
    }
    return last.is("exact", "under") && first.is("exact", "over") && order <= 0
        ? NumberOperators.NOT_MET
        : NumberOperators.UNCLEAR;
  }

  private String word(int order) {
    return comparison.holds(BigDecimal.valueOf(order), BigDecimal.ZERO)
        ? NumberOperators.MET
        : NumberOperators.NOT_MET;
  }

  /** Compares the sum of the yearly factors with as many times the factor asked for. */
  private static int mean(List<Amount> amounts, BigDecimal factor) {
    int steps = amounts.size() - 1;
    BigDecimal all = BigDecimal.ONE;
    for (int i = 0; i < steps; i++) {
      all = all.multiply(amounts.get(i).number);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < steps; i++) {
      BigDecimal part = amounts.get(i + 1).number;
      for (int j = 0; j < steps; j++) {
        part = j == i ? part : part.multiply(amounts.get(j).number);
      }
      sum = sum.add(part);
    }
    return sum.multiply(HUNDRED)
        .compareTo(all.multiply(factor).multiply(BigDecimal.valueOf(steps)));
  }
}
