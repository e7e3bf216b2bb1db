package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A stated amount: its number, and how it is written once its width is folded. */
public record Amount(String written, BigDecimal number) {
  public static Amount read(JsonNode stated) {
    return of(Texts.narrow(stated.textValue()));
  }

  public static Amount of(String written) {
    return new Amount(written, new BigDecimal(written));
  }

  /** Why no one amount can be told from those given, if it cannot. */
  public static Optional<Conclusion> gap(List<Amount> amounts) {
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

  public boolean isBelow(BigDecimal other) {
    return number.compareTo(other) < 0;
  }
}
