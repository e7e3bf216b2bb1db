package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An amount of a bid beside the province's GDP of the same year. */
record AgainstProvince(Amount amount, int year, Amount gdp) {
  BigDecimal excess() {
    return amount.number().subtract(gdp.number());
  }

  /** The outcome with the year and the GDP. */
  Conclusion conclusion() {
    return outcome().with(compared());
  }

  /** The outcome with the amount, the year and the GDP. */
  Conclusion conclusionWithAmount() {
    return outcome().with("amount", amount.written()).with(compared());
  }

  private Conclusion outcome() {
    return Conclusion.of(excess().signum() > 0 ? Outcomes.REVIEW : Outcomes.PASS);
  }

  private Map<String, JsonNode> compared() {
    Map<String, JsonNode> compared = new LinkedHashMap<>();
    compared.put("year", IntNode.valueOf(year));
    compared.put("province", TextNode.valueOf(gdp.written()));
    return compared;
  }
}
