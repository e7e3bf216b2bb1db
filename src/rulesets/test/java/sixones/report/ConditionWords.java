package sixones.report;

import java.util.List;
import sixones.rule.Condition;

/** The words that a condition compares a member with. */
final class ConditionWords {
  private ConditionWords() {}

  static List<String> of(Condition leaf) {
    if (leaf instanceof Condition.Among among) {
      return among.words();
    }
    return leaf instanceof Condition.Compared compared
            && compared.with() instanceof Condition.Operand.Word word
        ? List.of(word.word())
        : List.of();
  }
}
