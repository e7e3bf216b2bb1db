package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The province's GDP by years. */
final class Province {
  private final Map<Long, Amount> gdp = new HashMap<>();

  Province(Parameters parameters) {
    for (String line : parameters.texts("province-gdp")) {
      String[] yearAndAmount = line.split(": ");
      gdp.put(Long.valueOf(yearAndAmount[0]), Amount.of(yearAndAmount[1]));
    }
  }

  /** An amount held against the GDP of its year, if both are stated and the year is listed. */
  Optional<AgainstProvince> against(JsonNode amount, JsonNode year) {
    if (!Texts.isStated(amount) || !Texts.isStated(year) || !gdp.containsKey(year.longValue())) {
      return Optional.empty();
    }
    return Optional.of(
        new AgainstProvince(Amount.read(amount), year.intValue(), gdp.get(year.longValue())));
  }
}
