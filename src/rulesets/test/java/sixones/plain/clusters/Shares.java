package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.Map;
import sixones.plain.Amount;
import sixones.plain.Conclusion;
import sixones.plain.Parameters;
import sixones.plain.Texts;

/**
 * The share of a part in the total of an entry against a percentage.
 *
 * @param member the part
 * @param parameter the percentage
 * @param word what the percentage is called where it is recorded: {@code least} if it suffices,
 *     {@code above} if more is asked
 */
record Shares(Parameters parameters, String member, String parameter, String word) {
  static Shares ofSmes(Parameters parameters, String parameter) {
    return new Shares(parameters, "bySmes", parameter, "least");
  }

  static Shares ofLeadingIndustry(Parameters parameters, String parameter) {
    return new Shares(parameters, "byLeadingIndustry", parameter, "above");
  }

  /** What an entry amounts to; incomplete without a value where nothing can be compared. */
  Conclusion judge(JsonNode entry) {
    if (!Outputs.isComparable(entry)
        || !Texts.isStated(entry.path(member))
        || !Texts.isStated(entry.path("total"))) {
      return Conclusion.of(INCOMPLETE);
    }
    BigDecimal part = Amount.read(entry.path(member)).number();
    Amount total = Amount.read(entry.path("total"));
    Conclusion conclusion = judge(part, total.number(), Outputs.meant(entry));
    if (conclusion.outcome().equals(INCOMPLETE)) {
      return conclusion;
    }
    Conclusion with =
        conclusion
            .with(Map.of("year", IntNode.valueOf(Outputs.year(entry))))
            .with("total", total.written())
            .with(Map.of(word, parameters.written(parameter)));
    return conclusion.reason().equals("not-exact")
        ? with.with("bound", Outputs.meant(entry))
        : with;
  }

  private Conclusion judge(BigDecimal part, BigDecimal total, String meant) {
    if (total.signum() <= 0) {
      return Conclusion.of(INCOMPLETE);
    }
    if (!meant.equals("exact")) {
      return Conclusion.of(REVIEW, "not-exact");
    }
    if (part.compareTo(total) > 0) {
      return Conclusion.of(REVIEW, "above-the-total");
    }
    int excess =
        part.multiply(BigDecimal.valueOf(100))
            .compareTo(total.multiply(parameters.number(parameter)));
    boolean suffices = excess > 0 || excess == 0 && word.equals("least");
    return Conclusion.of(suffices ? PASS : FAIL);
  }
}
