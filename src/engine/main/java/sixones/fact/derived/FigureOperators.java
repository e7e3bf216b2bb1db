package sixones.fact.derived;

import java.math.BigDecimal;
import java.util.List;
import sixones.fact.AmountsByYear;

/** What figures of measures and years tell. */
final class FigureOperators {
  private FigureOperators() {}

  private abstract static class OfFigures extends Operator {
    private final Operand list;
    private final EntryCondition only;

    OfFigures(Operand list, EntryCondition only, Output... outputs) {
      super(outputs);
      this.list = counting(list);
      this.only = only;
      for (String member : List.of("measure", "year", "amount")) {
        with(list.path().place() + "/*/" + member);
      }
      if (only != null) {
        only.reads().forEach(this::with);
      }
    }

    final Figures figures(FactSeed fact) {
      return new Figures(list.node(fact), only, fact);
    }

    final Operand list() {
      return list;
    }
  }

  /** {@code has-year}: whether a complete figure is of a year. */
  static final class HasYear extends OfFigures {
    private final Operand year;

    HasYear(Operand list, EntryCondition only, Operand year) {
      super(
          list,
          only,
          Output.of("", Boolean.class),
          Output.words("why", List.of(Figures.NO_YEAR, Figures.NONE, Figures.UNFINISHED)));
      this.year = with(year).holding(Integer.class);
    }

    @Override
    public void derive(FactSeed fact) {
      Figures figures = figures(fact);
      Integer sought = year.integer(fact);
      put(fact, figures.include(sought), figures.gap(sought));
    }
  }

  /** {@code of-year}: the amount of a measure in a year. */
  static final class OfYear extends OfFigures {
    private final Operand measure;
    private final String word;
    private final Operand year;

    /**
     * @param measure where the measure stands; null if it is {@code word}
     */
    OfYear(Operand list, EntryCondition only, Operand measure, String word, Operand year) {
      super(
          list,
          only,
          Output.of("", BigDecimal.class),
          Output.words("why", List.of(Figures.NO_YEAR, Figures.NONE, Figures.SEVERAL)));
      this.measure = measure == null ? null : with(measure).holding(String.class);
      this.word = word;
      this.year = with(year).holding(Integer.class);
    }

    @Override
    public void derive(FactSeed fact) {
      String sought = measure == null ? word : measure.text(fact);
      Integer of = year.integer(fact);
      Figures figures = figures(fact);
      if (sought == null) {
        put(fact, null, figures.gap("", of));
        return;
      }
      put(fact, figures.of(sought, of), figures.gap(sought, of));
    }
  }

  /** {@code latest}: the amount of a measure in its latest year. */
  static final class Latest extends OfFigures {
    private final String measure;

    Latest(Operand list, EntryCondition only, String measure) {
      super(
          list,
          only,
          Output.of("", BigDecimal.class),
          Output.words("why", List.of(Figures.NONE, Figures.SEVERAL)),
          Output.of("year", Integer.class));
      this.measure = measure;
    }

    @Override
    public void derive(FactSeed fact) {
      Figures figures = figures(fact);
      put(fact, figures.latest(measure), figures.latestGap(measure), figures.latestYear(measure));
    }
  }

  /** {@code most-above}: the figure that is most above what a parameter has for its year. */
  static final class MostAbove extends OfFigures {
    private final String parameter;

    MostAbove(Operand list, String parameter) {
      super(
          list,
          null,
          Output.of("", BigDecimal.class),
          Output.of("year", Integer.class),
          Output.of("against", BigDecimal.class));
      this.parameter = parameter;
    }

    @Override
    public void derive(FactSeed fact) {
      AmountsByYear.Compared most = fact.inForce().amounts(parameter).boldest(list().node(fact));
      put(fact, most.amount(), most.year(), most.against());
    }
  }

  /** {@code parameter-of-year}: what a parameter has for a year. */
  static final class ParameterOfYear extends Operator {
    private final String parameter;
    private final Operand year;

    ParameterOfYear(String parameter, Operand year) {
      super(Output.of("", BigDecimal.class));
      this.parameter = parameter;
      this.year = with(year).holding(Integer.class);
    }

    @Override
    public void derive(FactSeed fact) {
      put(fact, fact.inForce().amounts(parameter).of(year.integer(fact)));
    }
  }
}
