package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A stated amount: its number, and how it is written once its width is folded. */
record Amount(String written, BigDecimal number) {
  static Amount read(JsonNode stated) {
    return of(Texts.narrow(stated.textValue()));
  }

  static Amount of(String written) {
    return new Amount(written, new BigDecimal(written));
  }

  /** Why no one amount can be told from those given, if it cannot. */
  static Optional<Conclusion> gap(List<Amount> amounts) {
    if (amounts.isEmpty()) {
      return Optional.of(Conclusion.of(Outcomes.INCOMPLETE, "no-figure"));
    }
    for (Amount amount : amounts) {
      if (amount.number().compareTo(amounts.get(0).number()) != 0) {
        return Optional.of(Conclusion.of(Outcomes.INCOMPLETE, "several-amounts"));
      }
    }
    return Optional.empty();
  }

  boolean isBelow(BigDecimal other) {
    return number.compareTo(other) < 0;
  }
}
