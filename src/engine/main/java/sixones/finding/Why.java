package sixones.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import sixones.rule.Condition;
import sixones.rule.Outcome;
import sixones.rule.Truth;

/**
 * Why one finding is what it is: the checks of its rule with their conditions, fact by fact.
 *
 * @param rule the id of the rule
 * @param facts the facts the rule looked at, in the order of the draft
 * @param left where it looked at more facts that are not explained here; empty if all are
 * @param reads the ids of the parameters that the members its conditions look at were derived with,
 *     by member; under "" those that decide which facts there are, such as the years of a window
 * @param parameters the parameters of {@code reads}, by id
 */
public record Why(
    String rule,
    Outcome outcome,
    List<OfFact> facts,
    List<Left> left,
    Map<String, List<String>> reads,
    Map<String, ParameterValue> parameters) {

  /** Returns how many more facts the rule looked at that are not explained here. */
  public int leftFacts() {
    return left.stream().mapToInt(Left::facts).sum();
  }

  /**
   * Facts that are not explained here.
   *
   * @param pointer the list they stand in; a place to ask for
   */
  public record Left(String pointer, int facts) {}

  /**
   * Why the places of one fact have their outcomes.
   *
   * @param pointer the place of the fact, or of the empty list that could hold one
   * @param places its places, with the outcome of each; empty if the rule does not apply
   * @param members what the conditions looked at, by member
   * @param parameters the parameters the conditions looked at, by id
   * @param missing the places that would decide what is incomplete, as JSON Pointers
   */
  public record OfFact(
      String pointer,
      List<AtPlace> places,
      Map<String, MemberValue> members,
      Map<String, ParameterValue> parameters,
      List<OfCheck> checks,
      List<String> missing) {}

  /** The outcome of a place. */
  public record AtPlace(String pointer, Outcome outcome) {}

  /**
   * What a condition looked at.
   *
   * @param value a text, number or boolean; null if it is blank or cannot be told
   * @param written the places it rests on
   */
  public record MemberValue(JsonNode value, List<Written> written) {}

  /**
   * What a bid states at a place.
   *
   * @param found the value as written, the number of entries of a list; null if it is blank
   */
  public record Written(String pointer, JsonNode found) {}

  /**
   * A parameter in force.
   *
   * @param value null if none is in force
   * @param citation the id of the citation the value rests on
   * @param call the call year the value is for; null for every other
   * @param place the code of the division whose applicants the value is for; null for all others
   */
  public record ParameterValue(JsonNode value, String citation, Integer call, String place) {}

  /**
   * A check and whether its condition holds for a fact.
   *
   * @param concludes the members of the fact whose places it concludes
   */
  public record OfCheck(String name, String says, List<String> concludes, OfCondition when) {}

  /**
   * A condition and whether it holds for a fact.
   *
   * @param parts the parts of a condition that has parts, in order
   */
  public record OfCondition(Condition condition, Truth truth, List<OfCondition> parts) {}
}
