package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.Understood;
import sixones.bid.UnreadableDraft;
import sixones.bid.WrittenValue;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.overview.RoundEvaluations;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.ruleset.NoRuleInForce;
import sixones.submission.DraftEvaluator;

/**
 * A form and the result of checking it: an evaluation, the reasons why there is none, or neither if
 * the form is blank.
 *
 * @param asOf the day of evaluation, as entered; blank for today
 * @param errors why there is no evaluation; beside an evaluation, the places that could not be read
 */
public record Check(BidForm form, String asOf, Evaluation evaluation, List<Problem.Error> errors) {
  public static final String AS_OF = "asOf";

  /** Checks a form as the REST interface would check its file. */
  static Check of(
      BidForm form, String asOf, LocalDate today, DraftEvaluator evaluator, Language language) {
    if (form.isBlank()) {
      return new Check(form, asOf, null, List.of());
    }
    LocalDate day;
    try {
      day = asOf.isBlank() ? today : Evaluations.day(day(asOf));
    } catch (DateTimeException e) {
      Problem problem = Problem.of("bad-day", 400, language, Map.of("found", asOf));
      return refused(form, asOf, new Problem.Error("/" + AS_OF, "bad-day", problem.detail()));
    }
    try {
      Evaluation evaluation = evaluator.evaluate(form.file(), Draft.Format.JSON, day);
      return new Check(form, asOf, evaluation, Problem.errors(evaluation.defects(), language));
    } catch (UnreadableDraft e) {
      return new Check(form, asOf, null, Problem.of(e, language).errors());
    } catch (UnknownRuleSet e) {
      return refused(form, asOf, Problem.of(e, "/ruleSet", language).errors().get(0));
    } catch (NoRuleInForce e) {
      String says = Problem.of(e, language).detail();
      return refused(form, asOf, new Problem.Error("/" + AS_OF, "no-rule-in-force", says));
    }
  }

  private static String day(String asOf) {
    String understood = WrittenValue.day(asOf).text();
    return understood == null ? asOf : understood;
  }

  /** Returns by pointer how each converted text was understood. */
  Map<String, Understood> understood() {
    Map<String, Understood> all = new LinkedHashMap<>(form.stated().understood());
    Understood day = WrittenValue.day(asOf);
    if (day.translated()) {
      all.put("/" + AS_OF, day);
    }
    return all;
  }

  /** Returns the evaluation with the form as a bid file; only if there is an evaluation. */
  public RoundEvaluations.WithBid written() {
    return new RoundEvaluations.WithBid(evaluation, form.file(), Draft.Format.JSON);
  }

  private static Check refused(BidForm form, String asOf, Problem.Error error) {
    return new Check(form, asOf, null, List.of(error));
  }

  JsonNode at(String pointer) {
    return form.tree().at(pointer);
  }
}
