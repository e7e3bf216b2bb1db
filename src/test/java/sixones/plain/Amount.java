package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A stated amount: its number, and how it is written once its width is folded. */
record Amount(String written, BigDecimal number) {
  static Amount read(JsonNode stated) {
    String written = Texts.narrow(stated.textValue());
    return new Amount(written, new BigDecimal(written));
  }

  boolean isBelow(BigDecimal other) {
    return number.compareTo(other) < 0;
  }
}
