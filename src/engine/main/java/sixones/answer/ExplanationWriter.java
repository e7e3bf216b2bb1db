package sixones.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import sixones.finding.Why;

/**
 * Writes an explanation as a document of format {@value Explanation#FORMAT}: one line of JSON in
 * UTF-8, ended by a line feed. A condition stands as in the manifest of the bundle, with its truth.
 * Where facts are left out, their lists stand with what to ask for. A subclass adds sentences,
 * which are no part of the format.
 */
public class ExplanationWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Explanation explanation;

  protected ExplanationWriter(Explanation explanation) {
    this.explanation = explanation;
  }

  /** Writes the document. */
  public static byte[] write(Explanation explanation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ExplanationWriter(explanation).writeTo(bytes);
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** Writes the document without the line feed; one fact at a time is held as a tree. */
  public final void writeTo(ByteArrayOutputStream bytes) {
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
  }

  /** Writes a document without sentences into a larger one. */
  public static ExplanationWriter of(Explanation explanation) {
    return new ExplanationWriter(explanation);
  }

  private void write(JsonGenerator json) throws IOException {
    ObjectNode head = object().put("format", Explanation.FORMAT);
    head.putObject("ruleSet")
        .put("id", explanation.ruleSet())
        .put("version", explanation.version())
        .put("digest", explanation.digest());
    head.put("asOf", explanation.asOf().toString());
    head.putObject("draft")
        .put("digest", explanation.draft())
        .put("applicant", explanation.applicant());
    head.put("answer", explanation.answer());
    head.putObject("asked")
        .put("rule", explanation.focus().rule())
        .put("pointer", explanation.focus().pointer())
        .put("others", explanation.focus().others());
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : head.properties()) {
      json.writeFieldName(member.getKey());
      json.writeTree(member.getValue());
    }
    json.writeFieldName("parameters");
    json.writeTree(read());
    json.writeArrayFieldStart("findings");
    for (Why why : explanation.findings()) {
      json.writeStartObject();
      json.writeStringField("rule", why.rule());
      json.writeStringField("outcome", why.outcome().name());
      json.writeArrayFieldStart("facts");
      for (Why.OfFact fact : why.facts()) {
        json.writeTree(toJson(why, fact));
      }
      json.writeEndArray();
      json.writeFieldName("reads");
      json.writeTree(reads(why));
      json.writeNumberField("left", why.leftFacts());
      if (!why.left().isEmpty()) {
        json.writeFieldName("leftAt");
        json.writeTree(leftAt(why));
      }
      addToFinding(json, why);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** What members were derived with stands once: it is the same for every fact of a bid. */
  private ObjectNode read() {
    Map<String, Why.ParameterValue> read = new TreeMap<>();
    explanation.findings().forEach(why -> read.putAll(why.parameters()));
    ObjectNode json = object();
    read.forEach((id, value) -> json.set(id, toJson(value)));
    return json;
  }

  private static ObjectNode reads(Why why) {
    ObjectNode json = object();
    why.reads().forEach((member, ids) -> ids.forEach(json.putArray(member)::add));
    return json;
  }

  /** A list whose facts are left out has the query that asks for them. */
  private static ArrayNode leftAt(Why why) {
    ArrayNode leftAt = JsonNodeFactory.instance.arrayNode();
    for (Why.Left left : why.left()) {
      leftAt
          .addObject()
          .put("pointer", left.pointer())
          .put("facts", left.facts())
          .put("ask", "rule=" + why.rule() + "&pointer=" + left.pointer());
    }
    return leftAt;
  }

  /** Adds members to a finding. */
  protected void addToFinding(JsonGenerator json, Why why) throws IOException {}

  /** Adds members to a check. */
  protected void addToCheck(ObjectNode json, Why why, Why.OfFact fact, Why.OfCheck check) {}

  private ObjectNode toJson(Why why, Why.OfFact fact) {
    ObjectNode json = object().put("pointer", fact.pointer());
    ArrayNode places = json.putArray("places");
    fact.places()
        .forEach(
            place ->
                places
                    .addObject()
                    .put("pointer", place.pointer())
                    .put("outcome", place.outcome().name()));
    ObjectNode members = json.putObject("members");
    fact.members().forEach((name, value) -> members.set(name, toJson(value)));
    ObjectNode parameters = json.putObject("parameters");
    fact.parameters().forEach((id, value) -> parameters.set(id, toJson(value)));
    ArrayNode checks = json.putArray("checks");
    for (Why.OfCheck check : fact.checks()) {
      ObjectNode of = checks.addObject().put("name", check.name()).put("says", check.says());
      check.concludes().forEach(of.putArray("concludes")::add);
      of.set("when", toJson(check.when()));
      addToCheck(of, why, fact, check);
    }
    fact.missing().forEach(json.putArray("missing")::add);
    return json;
  }

  private static ObjectNode toJson(Why.MemberValue value) {
    ObjectNode json = object();
    json.set("value", value.value());
    ArrayNode written = json.putArray("written");
    for (Why.Written one : value.written()) {
      written.addObject().put("pointer", one.pointer()).set("found", one.found());
    }
    return json;
  }

  private static ObjectNode toJson(Why.ParameterValue parameter) {
    ObjectNode json = object();
    json.set("value", parameter.value());
    json.put("citation", parameter.citation());
    if (parameter.call() != null) {
      json.put("call", parameter.call());
    }
    if (parameter.place() != null) {
      json.put("place", parameter.place());
    }
    return json;
  }

  private static ObjectNode toJson(Why.OfCondition condition) {
    ObjectNode json = condition.condition().toJson();
    for (String parts : new String[] {"all", "any"}) {
      if (json.has(parts)) {
        ArrayNode evaluated = json.putArray(parts);
        condition.parts().forEach(part -> evaluated.add(toJson(part)));
      }
    }
    return json.put("truth", condition.truth().word());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
