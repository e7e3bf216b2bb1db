package sixones.plain.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sixones.plain.Amount;
import sixones.plain.Texts;

/**
 * The growth over three years against a percentage.
 *
 * @param gap why it cannot be told, empty if no year is to blame
 * @param compound how the last amount compares with the first, empty if it cannot be told
 * @param mean how the mean of the yearly rates compares, empty if it cannot be told
 * @param first the amount of the first year as written
 * @param last the amount of the last year as written
 */
record Growth(String gap, String compound, String mean, String first, String last) {
  static final String MET = "met";
  static final String NOT_MET = "not-met";
  static final String UNCLEAR = "unclear";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private record Figure(Amount amount, String meant) {
    BigDecimal number() {
      return amount.number();
    }

    boolean isAs(Figure other) {
      return number().compareTo(other.number()) == 0 && meant.equals(other.meant);
    }
  }

  static Growth of(List<JsonNode> entries, String member, List<Integer> years, BigDecimal percent) {
    if (years.isEmpty()) {
      return untold("no-year");
    }
    List<List<Figure>> figures = new ArrayList<>();
    for (Integer year : years) {
      figures.add(figures(entries, member, year));
    }
    if (figures.stream().anyMatch(Growth::differ)) {
      return untold("several-amounts");
    }
    if (figures.stream().anyMatch(List::isEmpty)) {
      return untold("no-figure");
    }
    return of(figures.get(0).get(0), figures.get(1).get(0), figures.get(2).get(0), percent);
  }

  private static Growth untold(String gap) {
    return new Growth(gap, "", "", "", "");
  }

  private static List<Figure> figures(List<JsonNode> entries, String member, Integer year) {
    List<Figure> figures = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (year.equals(Outputs.year(entry)) && Texts.isStated(entry.path(member))) {
        figures.add(new Figure(Amount.read(entry.path(member)), Outputs.meant(entry)));
      }
    }
    return figures;
  }

  private static boolean differ(List<Figure> figures) {
    return figures.stream().anyMatch(figure -> !figure.isAs(figures.get(0)));
  }

  private static Growth of(Figure first, Figure middle, Figure last, BigDecimal percent) {
    if (first.number().signum() <= 0 || middle.number().signum() <= 0) {
      return untold("");
    }
    return new Growth(
        "",
        compound(first, last, HUNDRED.add(percent)),
        mean(first, middle, last, HUNDRED.add(percent)),
        first.amount().written(),
        last.amount().written());
  }

  private static String compound(Figure first, Figure last, BigDecimal grown) {
    int excess =
        last.number().multiply(HUNDRED.pow(2)).compareTo(first.number().multiply(grown.pow(2)));
    if (first.meant().equals("exact") && last.meant().equals("exact")) {
      return excess > 0 ? MET : NOT_MET;
    }
    if (Set.of("exact", "over").contains(last.meant())
        && Set.of("exact", "under").contains(first.meant())) {
      return excess >= 0 ? MET : UNCLEAR;
    }
    if (Set.of("exact", "under").contains(last.meant())
        && Set.of("exact", "over").contains(first.meant())) {
      return excess <= 0 ? NOT_MET : UNCLEAR;
    }
    return UNCLEAR;
  }

  /** The sum of b/a and c/b, in products: (b × b + a × c) × 100 against 2 × grown × a × b. */
  private static String mean(Figure first, Figure middle, Figure last, BigDecimal grown) {
    if (!List.of(first.meant(), middle.meant(), last.meant())
        .equals(List.of("exact", "exact", "exact"))) {
      return UNCLEAR;
    }
    BigDecimal a = first.number();
    BigDecimal b = middle.number();
    BigDecimal left = b.multiply(b).add(a.multiply(last.number())).multiply(HUNDRED);
    BigDecimal right = BigDecimal.valueOf(2).multiply(grown).multiply(a).multiply(b);
    return left.compareTo(right) > 0 ? MET : NOT_MET;
  }
}
