package sixones.pages.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sixones.official.Figure;
import sixones.pages.form.Examples;

/**
 * The bids whose figures are shown beside those of a report.
 *
 * @param key what they are called, as a key of words
 */
public record ComparisonBids(String key, List<Other> others) {

  /**
   * One of them.
   *
   * @param stated what it states at a pointer, or null
   */
  record Other(String city, UnaryOperator<String> stated) {}

  /** The real bids anybody can read. */
  static ComparisonBids published(Examples examples) {
    List<Other> others = new ArrayList<>();
    for (Examples.Bid bid : examples.bids()) {
      if (!bid.madeUp()) {
        others.add(new Other(bid.city(), pointer -> bid.tree().at(pointer).textValue()));
      }
    }
    return new ComparisonBids("chart.beside", others);
  }

  /** The bids that stand in a round, for those who may see all of them. */
  public static ComparisonBids standing(List<Figure> figures) {
    Map<String, Map<String, String>> byCity = new LinkedHashMap<>();
    for (Figure figure : figures) {
      byCity
          .computeIfAbsent(figure.city(), city -> new LinkedHashMap<>())
          .put(figure.pointer(), figure.found());
    }
    List<Other> others = new ArrayList<>();
    byCity.forEach((city, stated) -> others.add(new Other(city, stated::get)));
    return new ComparisonBids("chart.beside.round", others);
  }
}
