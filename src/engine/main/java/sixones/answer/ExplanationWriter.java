package sixones.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import sixones.finding.Why;

/**
 * Writes an explanation as a document of format {@value Explanation#FORMAT}: one line of JSON in
 * UTF-8, ended by a line feed. A condition stands as in the manifest of the bundle, with its truth.
 * A subclass adds sentences, which are no part of the format.
 */
public class ExplanationWriter {
  private final Explanation explanation;

  protected ExplanationWriter(Explanation explanation) {
    this.explanation = explanation;
  }

  /** Writes the document. */
  public static byte[] write(Explanation explanation) {
    return (new ExplanationWriter(explanation).toJson() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the document as a tree. */
  public static ObjectNode toJson(Explanation explanation) {
    return new ExplanationWriter(explanation).toJson();
  }

  protected final ObjectNode toJson() {
    ObjectNode root = object().put("format", Explanation.FORMAT);
    root.putObject("ruleSet")
        .put("id", explanation.ruleSet())
        .put("version", explanation.version())
        .put("digest", explanation.digest());
    root.put("asOf", explanation.asOf().toString());
    root.putObject("draft")
        .put("digest", explanation.draft())
        .put("applicant", explanation.applicant());
    root.put("answer", explanation.answer());
    ArrayNode findings = root.putArray("findings");
    for (Why why : explanation.findings()) {
      ObjectNode finding = findings.addObject();
      finding.put("rule", why.rule()).put("outcome", why.outcome().name());
      ArrayNode facts = finding.putArray("facts");
      why.facts().forEach(fact -> facts.add(toJson(why, fact)));
      finding.put("left", why.left());
    }
    return root;
  }

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
    fact.parameters()
        .forEach(
            (id, value) -> {
              ObjectNode parameter = parameters.putObject(id);
              parameter.set("value", value.value());
              parameter.put("citation", value.citation());
            });
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
