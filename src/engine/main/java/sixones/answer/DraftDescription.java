package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import sixones.bid.Draft;

/**
 * What a draft that could be read says about itself; the document of format {@value #FORMAT}.
 *
 * @param ruleSet the id of the rule set it was written for
 * @param applicant the code of the applicant it names
 * @param digest {@code sha256:} and the SHA-256 of its bytes
 * @param declaredUntruthful whether its own declaration says that it is not true
 */
public record DraftDescription(
    String ruleSet, String applicant, String digest, boolean declaredUntruthful) {
  /** The format of the document, the value of its member {@code format}. */
  public static final String FORMAT = "sixones/draft/1";

  /** Describes a draft that was read. */
  public static DraftDescription of(Draft draft) {
    return new DraftDescription(
        draft.ruleSet(), draft.applicant(), draft.digest(), draft.declaredUntruthful());
  }

  /** Writes the document. */
  public byte[] write() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("format", FORMAT)
        .put("ruleSet", ruleSet)
        .put("applicant", applicant)
        .put("digest", digest)
        .put("declaredUntruthful", declaredUntruthful);
    return (document + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a parsed document.
   *
   * @throws IllegalArgumentException if it is none of this format
   */
  public static DraftDescription read(JsonNode document) {
    if (!document.path("format").asText().equals(FORMAT)) {
      throw new IllegalArgumentException("a draft is described by a document of " + FORMAT);
    }
    return new DraftDescription(
        document.path("ruleSet").textValue(),
        document.path("applicant").textValue(),
        document.path("digest").textValue(),
        document.path("declaredUntruthful").booleanValue());
  }
}
