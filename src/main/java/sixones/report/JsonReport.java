package sixones.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.ruleset.Citation;
import sixones.ruleset.Finding;

/**
 * The answer as JSON: one line, UTF-8, ended by a line feed. Without a language it holds ids and
 * values alone and is the same, byte for byte, for the same draft, rule set version and day.
 */
public final class JsonReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory JSON = MAPPER.getFactory();

  private final Evaluation evaluation;
  private final Messages messages;

  private JsonReport(Evaluation evaluation, Messages messages) {
    this.evaluation = evaluation;
    this.messages = messages;
  }

  /** The answer with ids and values alone. */
  public static byte[] render(Evaluation evaluation) {
    return new JsonReport(evaluation, null).bytes();
  }

  /** The answer with its sentences in a language. */
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
    json.writeObjectFieldStart("ruleSet");
    json.writeStringField("id", evaluation.ruleSet().id());
    json.writeStringField("version", evaluation.ruleSet().version());
    json.writeStringField("digest", evaluation.ruleSet().digest());
    json.writeEndObject();
    json.writeStringField("asOf", evaluation.asOf().toString());
    json.writeObjectFieldStart("draft");
    json.writeStringField("digest", evaluation.draft().digest());
    json.writeStringField("city", evaluation.draft().cityCode());
    json.writeEndObject();
    if (messages != null) {
      json.writeStringField("language", messages.language().tag());
    }
    json.writeStringField("verdict", evaluation.verdict().name());
    json.writeArrayFieldStart("requirements");
    for (String requirement : evaluation.ruleSet().requirements()) {
      writeRequirement(json, requirement);
    }
    json.writeEndArray();
    json.writeFieldName("context");
    writeFindings(json, evaluation.context());
    json.writeArrayFieldStart("leftToPeople");
    for (String left : evaluation.leftToPeople()) {
      json.writeString(left);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRequirement(JsonGenerator json, String requirement) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", requirement);
    json.writeStringField("verdict", evaluation.verdictOn(requirement).name());
    if (messages != null) {
      json.writeStringField("title", messages.title(requirement));
      json.writeStringField("demand", messages.gist(evaluation.ruleSet().demand(requirement)));
    }
    json.writeFieldName("findings");
    writeFindings(json, evaluation.findingsOn(requirement));
    json.writeEndObject();
  }

  private void writeFindings(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeStartArray();
    for (Finding finding : findings) {
      json.writeStartObject();
      json.writeStringField("rule", finding.rule().id());
      json.writeStringField("severity", finding.rule().severity().word());
      json.writeStringField("outcome", finding.outcome().name());
      json.writeArrayFieldStart("places");
      for (Finding.At place : finding.places()) {
        writePlace(json, finding, place);
      }
      json.writeEndArray();
      json.writeStringField("citation", finding.rule().citation());
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
    json.writeStringField("pointer", place.pointer());
    json.writeStringField("outcome", place.outcome().name());
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, JsonNode> value : place.values().entrySet()) {
      json.writeFieldName(value.getKey());
      MAPPER.writeTree(json, value.getValue());
    }
    json.writeEndObject();
    if (messages != null && finding.places().size() > 1) {
      json.writeStringField("message", messages.message(finding.rule(), place));
    }
    json.writeEndObject();
  }

  private void writeSentences(JsonGenerator json, Finding finding) throws IOException {
    json.writeStringField("title", messages.title(finding.rule().id()));
    json.writeStringField("message", messages.message(finding));
    String advice = messages.advice(finding);
    if (advice != null) {
      json.writeStringField("advice", advice);
    }
    Citation citation = evaluation.ruleSet().citations().get(finding.rule().citation());
    json.writeStringField("demand", messages.gist(citation));
    json.writeStringField("source", messages.source(citation));
    json.writeStringField("address", citation.address());
  }
}
