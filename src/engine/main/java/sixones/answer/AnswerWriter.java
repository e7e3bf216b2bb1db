package sixones.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Remaining;
import sixones.finding.Finding;

/**
 * Writes an evaluation as a document of format {@value #FORMAT}: one line of JSON in UTF-8, ended
 * by a line feed. The document holds ids and values alone and is the same, byte for byte, for the
 * same draft, rule set version and day. A subclass adds sentences, which are no part of the format.
 */
public class AnswerWriter {
  /** The format of the documents written here, the value of their member {@code format}. */
  public static final String FORMAT = "sixones/answer/1";

  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializableString FORMAT_MEMBER = new SerializedString("format");
  private static final SerializableString RULE_SET = new SerializedString("ruleSet");
  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString VERSION = new SerializedString("version");
  private static final SerializableString DIGEST = new SerializedString("digest");
  private static final SerializableString AS_OF = new SerializedString("asOf");
  private static final SerializableString DRAFT = new SerializedString("draft");
  private static final SerializableString VERDICT = new SerializedString("verdict");
  private static final SerializableString TO_JUDGE = new SerializedString("toJudge");
  private static final SerializableString TO_SUPPLY = new SerializedString("toSupply");
  private static final SerializableString TO_REVIEW = new SerializedString("toReview");
  private static final SerializableString REQUIREMENTS = new SerializedString("requirements");
  private static final SerializableString FINDINGS = new SerializedString("findings");
  private static final SerializableString CONTEXT = new SerializedString("context");
  private static final SerializableString LEFT_TO_PEOPLE = new SerializedString("leftToPeople");
  private static final SerializableString RULE = new SerializedString("rule");
  private static final SerializableString SEVERITY = new SerializedString("severity");
  private static final SerializableString OUTCOME = new SerializedString("outcome");
  private static final SerializableString PLACES = new SerializedString("places");
  private static final SerializableString CITATION = new SerializedString("citation");
  private static final SerializableString POINTER = new SerializedString("pointer");
  private static final SerializableString VALUES = new SerializedString("values");
  private static final SerializableString APPLICANT = new SerializedString("applicant");
  private static final SerializableString DEFECTS = new SerializedString("defects");

  private final Evaluation evaluation;

  protected AnswerWriter(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Writes the document of an evaluation. */
  public static byte[] write(Evaluation evaluation) {
    return new AnswerWriter(evaluation).bytes();
  }

  /** The document. */
  protected final byte[] bytes() {
    ByteArrayBuilder bytes = new ByteArrayBuilder(16 * 1024);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    text(json, FORMAT_MEMBER, FORMAT);
    json.writeFieldName(RULE_SET);
    json.writeStartObject();
    text(json, ID, evaluation.ruleSet().id());
    text(json, VERSION, evaluation.ruleSet().version());
    text(json, DIGEST, evaluation.ruleSet().digest());
    json.writeEndObject();
    text(json, AS_OF, evaluation.asOf().toString());
    json.writeFieldName(DRAFT);
    json.writeStartObject();
    text(json, DIGEST, evaluation.draft().digest());
    text(json, APPLICANT, evaluation.draft().applicant());
    json.writeEndObject();
    if (!evaluation.defects().isEmpty()) {
      writeDefects(json);
    }
    addToAnswer(json);
    text(json, VERDICT, evaluation.verdict().name());
    writeRemaining(json, evaluation.remaining());
    json.writeFieldName(REQUIREMENTS);
    json.writeStartArray();
    for (String requirement : evaluation.ruleSet().requirements()) {
      writeRequirement(json, requirement);
    }
    json.writeEndArray();
    json.writeFieldName(CONTEXT);
    writeFindings(json, evaluation.context());
    json.writeFieldName(LEFT_TO_PEOPLE);
    json.writeStartArray();
    for (String left : evaluation.leftToPeople()) {
      json.writeString(EncodedWords.of(left));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Adds members to the document. */
  protected void addToAnswer(JsonGenerator json) throws IOException {}

  /** Adds members to a defect. */
  protected void addToDefect(JsonGenerator json, Defect defect) throws IOException {}

  /** Adds members to a requirement. */
  protected void addToRequirement(JsonGenerator json, String requirement) throws IOException {}

  /** Adds members to a finding. */
  protected void addToFinding(JsonGenerator json, Finding finding) throws IOException {}

  /** Adds members to a place of a finding. */
  protected void addToPlace(JsonGenerator json, Finding finding, Finding.At place)
      throws IOException {}

  private void writeDefects(JsonGenerator json) throws IOException {
    json.writeFieldName(DEFECTS);
    json.writeStartArray();
    for (Defect defect : evaluation.defects()) {
      json.writeStartObject();
      DefectsDocument.write(json, defect);
      addToDefect(json, defect);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeRequirement(JsonGenerator json, String requirement) throws IOException {
    json.writeStartObject();
    word(json, ID, requirement);
    word(json, VERDICT, evaluation.verdictOn(requirement).name());
    writeRemaining(json, evaluation.remainingOn(requirement));
    addToRequirement(json, requirement);
    json.writeFieldName(FINDINGS);
    writeFindings(json, evaluation.findingsOn(requirement));
    json.writeEndObject();
  }

  private static void writeRemaining(JsonGenerator json, Remaining left) throws IOException {
    json.writeFieldName(TO_JUDGE);
    json.writeNumber(left.toJudge());
    json.writeFieldName(TO_SUPPLY);
    json.writeNumber(left.toSupply());
    json.writeFieldName(TO_REVIEW);
    json.writeNumber(left.toReview());
  }

  private void writeFindings(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeStartArray();
    for (Finding finding : findings) {
      json.writeStartObject();
      word(json, RULE, finding.rule().id());
      word(json, SEVERITY, finding.rule().severity().word());
      word(json, OUTCOME, finding.outcome().name());
      json.writeFieldName(PLACES);
      json.writeStartArray();
      for (Finding.At place : finding.places()) {
        writePlace(json, finding, place);
      }
      json.writeEndArray();
      word(json, CITATION, finding.rule().citation());
      addToFinding(json, finding);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writePlace(JsonGenerator json, Finding finding, Finding.At place)
      throws IOException {
    json.writeStartObject();
    text(json, POINTER, place.pointer());
    word(json, OUTCOME, place.outcome().name());
    json.writeFieldName(VALUES);
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> value : place.values().entrySet()) {
      json.writeFieldName(EncodedWords.of(value.getKey()));
      write(json, value.getValue());
    }
    json.writeEndObject();
    addToPlace(json, finding, place);
    json.writeEndObject();
  }

  private static void word(JsonGenerator json, SerializableString name, String word)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(EncodedWords.of(word));
  }

  private static void text(JsonGenerator json, SerializableString name, String text)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(text);
  }

  /** Writes a value as a mapper would; without one it costs half. */
  private static void write(JsonGenerator json, JsonNode value) throws IOException {
    if (value.isTextual()) {
      json.writeString(value.textValue());
    } else if (value.isIntegralNumber()) {
      writeWhole(json, value);
    } else if (value.isBoolean()) {
      json.writeBoolean(value.booleanValue());
    } else if (value.isArray()) {
      json.writeStartArray();
      for (JsonNode entry : value) {
        write(json, entry);
      }
      json.writeEndArray();
    } else if (value.isObject()) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        json.writeFieldName(member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value.isNull()) {
      json.writeNull();
    } else {
      throw new IllegalStateException(
          "a value of a finding is never of type " + value.getNodeType());
    }
  }

  private static void writeWhole(JsonGenerator json, JsonNode value) throws IOException {
    if (value.isInt()) {
      json.writeNumber(value.intValue());
    } else {
      json.writeNumber(value.bigIntegerValue());
    }
  }
}
