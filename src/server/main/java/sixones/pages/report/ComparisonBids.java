package sixones.pages.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import sixones.official.Figure;
import sixones.pages.form.Examples;
import sixones.ruleset.RuleSet;

/**
 * The bids a report compares its figures with.
 *
 * @param key the message key of their heading
 */
public record ComparisonBids(String key, List<Other> others) {

  /**
   * One of these bids.
   *
   * @param stated gives the stated value at a JSON Pointer, or null
   */
  record Other(String applicant, UnaryOperator<String> stated) {}

  /** Returns the real bids under a rule set that are packed with the application. */
  static ComparisonBids published(Examples examples, RuleSet ruleSet) {
    List<Other> others = new ArrayList<>();
    for (Examples.Bid bid : examples.bids(ruleSet)) {
      if (!bid.madeUp()) {
        others.add(new Other(bid.applicant(), pointer -> bid.tree().at(pointer).textValue()));
      }
    }
    return new ComparisonBids("chart.beside", others);
  }

  /** Returns the current bids of a round; only for readers who may see all of them. */
  public static ComparisonBids ofCurrentBids(List<Figure> figures) {
    Map<String, Map<String, String>> byApplicant = new LinkedHashMap<>();
    for (Figure figure : figures) {
      byApplicant
          .computeIfAbsent(figure.applicant(), applicant -> new LinkedHashMap<>())
          .put(figure.pointer(), figure.found());
    }
    List<Other> others = new ArrayList<>();
    byApplicant.forEach((applicant, stated) -> others.add(new Other(applicant, stated::get)));
    return new ComparisonBids("chart.beside.round", others);
  }
}
