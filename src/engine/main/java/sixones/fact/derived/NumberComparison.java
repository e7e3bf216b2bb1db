package sixones.fact.derived;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** How two numbers are compared. */
enum NumberComparison {
  OVER("over"),
  AT_LEAST("at-least"),
  UNDER("under"),
  AT_MOST("at-most"),
  EQUAL("equal");

  static final List<String> WORDS = Arrays.stream(values()).map(one -> one.word).toList();

  private final String word;

  NumberComparison(String word) {
    this.word = word;
  }

  static NumberComparison of(String word, FactScope scope) {
    for (NumberComparison one : values()) {
      if (one.word.equals(word)) {
        return one;
      }
    }
    throw scope.broken("\"" + word + "\" compares nothing; there are " + WORDS);
  }

  String word() {
    return word;
  }

  boolean holds(BigDecimal left, BigDecimal right) {
    int order = left.compareTo(right);
    return switch (this) {
      case OVER -> order > 0;
      case AT_LEAST -> order >= 0;
      case UNDER -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
    };
  }
}
