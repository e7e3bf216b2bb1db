package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import sixones.evaluation.Evaluation;

/** The versions of the answer document there are: documents are written in the newest. */
public final class AnswerFormats {
  /** The versions of this engine. */
  public static final AnswerFormats ALL = new AnswerFormats(List.of(AnswerFormat.V1));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<AnswerFormat> formats;

  /**
   * @param formats all versions, the newest last
   */
  public AnswerFormats(List<AnswerFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** Writes the document of an evaluation in the newest version. */
  public byte[] write(Evaluation evaluation) {
    return formats.get(formats.size() - 1).writer().apply(evaluation);
  }

  /**
   * Reads a document of any version.
   *
   * @throws IllegalArgumentException if it is of no known version, or malformed
   */
  public Answer read(byte[] document) {
    JsonNode root = parse(document);
    return of(root).reader().apply(root);
  }

  private AnswerFormat of(JsonNode root) {
    String id = root.path("format").asText();
    return formats.stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an answer of the unknown format " + id));
  }

  private static JsonNode parse(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new IllegalArgumentException("an answer is a JSON document", e);
    }
  }
}
