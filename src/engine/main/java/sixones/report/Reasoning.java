package sixones.report;

import java.util.List;
import sixones.rule.Outcome;
import sixones.rule.Truth;

/**
 * Why a finding is what it is, in the words of a reader.
 *
 * @param rule the id of the rule
 * @param facts what the rule looked at, in the order of the draft
 * @param left how many more there are, in words; null if none
 * @param lists the lists that those stand in
 * @param read the parameters that only the values it compared were derived with
 */
public record Reasoning(
    String rule, List<OfFact> facts, String left, List<Left> lists, List<Read> read) {

  /**
   * A parameter and its value in force, in words.
   *
   * @param source the passage it rests on; null if it is unknown
   */
  public record Read(String said, Passage source) {}

  /** A list with more that the rule looked at; how many, in words. */
  public record Left(String pointer, String said) {}

  /**
   * What a rule looked at.
   *
   * @param place where it stands
   * @param outcome the worst outcome of its places; null if the rule does not apply to it
   * @param note what would decide what is incomplete, or what else than the checks decided, in
   *     words; null if they did
   */
  public record OfFact(String place, Outcome outcome, List<OfCheck> checks, String note) {}

  /**
   * A check with its conditions.
   *
   * @param heading what the check says if its conditions hold, and whether they do
   */
  public record OfCheck(String heading, Truth truth, List<Line> lines) {}

  /**
   * One condition.
   *
   * @param depth 0 for a condition of the check, more within a group of alternatives
   * @param demand what it asks
   * @param found what the bid states, in words; empty for the heading of a group
   * @param word whether it held, in words
   * @param against the parameter it compares with and its value, in words; null if none
   * @param source the passage the parameter rests on; null if none
   */
  public record Line(
      int depth,
      String demand,
      String found,
      Truth truth,
      String word,
      String against,
      Passage source) {
    /** Returns the sign beside the word for whether it held. */
    public String sign() {
      return Signs.of(truth);
    }
  }
}
