package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import sixones.evaluation.Evaluation;

/**
 * One version of the answer document. A version, once released, never changes: kept documents are
 * read and compared by it for good.
 *
 * @param id the value of the document's member {@code format}
 * @param writer writes the document of an evaluation
 * @param reader reads a parsed document; throws {@link IllegalArgumentException} if it is malformed
 */
public record AnswerFormat(
    String id, Function<Evaluation, byte[]> writer, Function<JsonNode, Answer> reader) {
  /** The first version. */
  public static final AnswerFormat V1 =
      new AnswerFormat(AnswerWriter.FORMAT, AnswerWriter::write, AnswerReader::read);
}
