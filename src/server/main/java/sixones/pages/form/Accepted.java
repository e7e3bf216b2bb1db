package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluations;
import sixones.finding.Finding;
import sixones.rule.Rule;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

/**
 * The words that rules accept in free-text fields. They are taken from the findings on a compliant
 * bid.
 */
@ApplicationScoped
class Accepted {
  private static final String WORDS = "accepted";

  private final Map<RuleSet, Map<String, List<String>>> known = new ConcurrentHashMap<>();
  @Inject Evaluations evaluations;
  @Inject Examples examples;

  /**
   * Returns the accepted words by place; a place is a pointer without indexes, {@code /list/field}.
   */
  Map<String, List<String>> of(RuleSet ruleSet) {
    return known.computeIfAbsent(ruleSet, this::infer);
  }

  /** Removes the array indexes from a JSON Pointer. */
  static String place(String pointer) {
    return pointer.replaceAll("/[0-9]+(?=/|$)", "");
  }

  private Map<String, List<String>> infer(RuleSet ruleSet) {
    Map<String, List<String>> accepted = new LinkedHashMap<>();
    try {
      byte[] bid = examples.compliant(ruleSet).toString().getBytes(StandardCharsets.UTF_8);
      Draft draft = Draft.read(bid, Draft.Format.JSON);
      for (Finding finding : evaluations.run(draft, newest(ruleSet), ruleSet).findings()) {
        finding.places().forEach(at -> add(accepted, at));
      }
    } catch (UnreadableDraft | NoRuleInForce e) {
      throw new IllegalStateException("a complete bid can be evaluated by every rule set", e);
    }
    return accepted;
  }

  private static LocalDate newest(RuleSet ruleSet) {
    return ruleSet.rules().values().stream()
        .map(Rule::from)
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private static boolean takesAnyText(String pointer) {
    return Shapes.at(pointer) instanceof Shape.Form form && form.body() == null;
  }

  private static void add(Map<String, List<String>> accepted, Finding.At at) {
    JsonNode words = at.values().get(WORDS);
    if (words != null && words.isArray() && takesAnyText(at.pointer())) {
      List<String> texts = new ArrayList<>();
      words.forEach(word -> texts.add(word.asText()));
      accepted.putIfAbsent(place(at.pointer()), texts);
    }
  }
}
