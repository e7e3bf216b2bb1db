package sixones.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Remaining;
import sixones.finding.Finding;
import sixones.report.EncodedWords;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.rule.Citation;

/**
 * Renders an evaluation as JSON: one line of UTF-8 that ends with a line feed. Without a language
 * it contains ids and values only. The same draft, rule set version and day then give the same
 * bytes. It writes with the streaming API, because data binding costs twice as much.
 */
public final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();
  private static final SerializableString RULE_SET = new SerializedString("ruleSet");
  private static final SerializableString ID = new SerializedString("id");
  private static final SerializableString VERSION = new SerializedString("version");
  private static final SerializableString DIGEST = new SerializedString("digest");
  private static final SerializableString AS_OF = new SerializedString("asOf");
  private static final SerializableString DRAFT = new SerializedString("draft");
  private static final SerializableString CITY = new SerializedString("city");
  private static final SerializableString LANGUAGE = new SerializedString("language");
  private static final SerializableString VERDICT = new SerializedString("verdict");
  private static final SerializableString TO_JUDGE = new SerializedString("toJudge");
  private static final SerializableString TO_SUPPLY = new SerializedString("toSupply");
  private static final SerializableString TO_REVIEW = new SerializedString("toReview");
  private static final SerializableString REQUIREMENTS = new SerializedString("requirements");
  private static final SerializableString TITLE = new SerializedString("title");
  private static final SerializableString DEMAND = new SerializedString("demand");
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
  private static final SerializableString MESSAGE = new SerializedString("message");
  private static final SerializableString ADVICE = new SerializedString("advice");
  private static final SerializableString SOURCE = new SerializedString("source");
  private static final SerializableString ADDRESS = new SerializedString("address");

  private final Evaluation evaluation;
  private final Messages messages;

  private JsonReport(Evaluation evaluation, Messages messages) {
    this.evaluation = evaluation;
    this.messages = messages;
  }

  /** Renders the answer with ids and values only. */
  public static byte[] render(Evaluation evaluation) {
    return new JsonReport(evaluation, null).bytes();
  }

  /** Renders the answer with messages in a language. */
  public static byte[] render(Evaluation evaluation, Language language) {
    return new JsonReport(evaluation, Messages.of(evaluation.ruleSet(), language)).bytes();
  }

  private byte[] bytes() {
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
    text(json, CITY, evaluation.draft().cityCode());
    json.writeEndObject();
    if (!evaluation.defects().isEmpty()) {
      writeDefects(json);
    }
    if (messages != null) {
      text(json, LANGUAGE, messages.language().tag());
    }
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

  /** Writes the unreadable places as the errors of a {@link Problem}. */
  private void writeDefects(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("defects");
    Language language = messages == null ? Language.EN : messages.language();
    for (Problem.Error error : Problem.errors(evaluation.defects(), language)) {
      json.writeStartObject();
      text(json, POINTER, error.pointer());
      json.writeStringField("kind", error.kind());
      if (messages != null) {
        json.writeStringField("detail", error.detail());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeRequirement(JsonGenerator json, String requirement) throws IOException {
    json.writeStartObject();
    word(json, ID, requirement);
    word(json, VERDICT, evaluation.verdictOn(requirement).name());
    writeRemaining(json, evaluation.remainingOn(requirement));
    if (messages != null) {
      text(json, TITLE, messages.title(requirement));
      text(json, DEMAND, messages.gist(evaluation.ruleSet().demand(requirement)));
    }
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
      if (messages != null) {
        writeSentences(json, finding);
      }
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
    if (messages != null && finding.places().size() > 1) {
      text(json, MESSAGE, messages.message(finding.rule(), place));
    }
    json.writeEndObject();
  }

  private void writeSentences(JsonGenerator json, Finding finding) throws IOException {
    text(json, TITLE, messages.title(finding.rule().id()));
    text(json, MESSAGE, messages.message(finding));
    String advice = messages.advice(finding);
    if (advice != null) {
      text(json, ADVICE, advice);
    }
    Citation citation = evaluation.ruleSet().citations().get(finding.rule().citation());
    text(json, DEMAND, messages.gist(citation));
    text(json, SOURCE, messages.source(citation));
    text(json, ADDRESS, citation.address());
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

  /** Writes a value as data binding would, but without an {@code ObjectMapper}. */
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
