package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import sixones.ruleset.NoRuleInForce;

/**
 * The document of format {@value #FORMAT}: there is no answer, for no rule of the rule set is in
 * force on the day.
 */
public final class NoRuleDocument {
  /** The format of the documents written here, the value of their member {@code format}. */
  public static final String FORMAT = "sixones/no-rule-in-force/1";

  private NoRuleDocument() {}

  /** Writes the document of what was thrown. */
  public static byte[] write(NoRuleInForce none) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("format", FORMAT)
        .put("ruleSet", none.ruleSet())
        .put("day", none.day().toString())
        .put("first", none.first().toString());
    return (document + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what was thrown from a parsed document. */
  public static NoRuleInForce read(JsonNode document) {
    return new NoRuleInForce(
        document.path("ruleSet").asText(),
        LocalDate.parse(document.path("day").asText()),
        LocalDate.parse(document.path("first").asText()));
  }
}
