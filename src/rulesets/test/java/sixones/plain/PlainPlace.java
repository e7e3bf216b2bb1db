package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One place of the draft with its outcome and the values recorded there, {@code found} first. */
public record PlainPlace(String pointer, String outcome, Map<String, JsonNode> values) {}
