package sixones.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sixones.answer.AnswerWriter;
import sixones.answer.Explanation;
import sixones.answer.ExplanationWriter;
import sixones.evaluation.Evaluation;
import sixones.finding.Why;
import sixones.report.ContractLabels;
import sixones.report.Language;
import sixones.report.PlaceLabels;
import sixones.report.Reasoning;
import sixones.report.Reasons;
import sixones.ruleset.RuleSet;

/** An explanation with the sentences of a reader's language, beside its ids and values. */
public final class ExplainedReport extends ExplanationWriter {
  private final Reasons reasons;

  private ExplainedReport(Explanation explanation, Reasons reasons) {
    super(explanation);
    this.reasons = reasons;
  }

  /** Writes an explanation in a language. */
  public static byte[] render(Explanation explanation, RuleSet rules, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    of(explanation, rules, language).writeTo(bytes);
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static ExplainedReport of(Explanation explanation, RuleSet rules, Language language) {
    PlaceLabels labels = new ContractLabels(rules.contract(), language);
    return new ExplainedReport(explanation, new Reasons(rules, language, labels));
  }

  /**
   * Writes an answer with the explanation as its member {@code explanation}.
   *
   * @param language the language of both; empty for ids and values alone
   */
  public static byte[] render(
      Evaluation evaluation, Explanation explanation, Optional<Language> language) {
    byte[] answer =
        language.isPresent()
            ? JsonReport.render(evaluation, language.get())
            : AnswerWriter.write(evaluation);
    ExplanationWriter explained =
        language.isPresent()
            ? of(explanation, evaluation.ruleSet(), language.get())
            : ExplanationWriter.of(explanation);
    // An answer is one object and a line feed; the explanation becomes its last member.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(answer, 0, answer.length - "}\n".length());
    bytes.writeBytes(",\"explanation\":".getBytes(StandardCharsets.UTF_8));
    explained.writeTo(bytes);
    bytes.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  @Override
  protected void addToFinding(JsonGenerator json, Why why) throws IOException {
    if (!why.left().isEmpty()) {
      json.writeStringField("says", reasons.left(why));
    }
    json.writeArrayFieldStart("read");
    for (Reasoning.Read read : reasons.read(why)) {
      json.writeStartObject();
      json.writeStringField("parameter", read.said());
      if (read.source() != null) {
        json.writeStringField("source", read.source().source());
        json.writeStringField("address", read.source().address());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  protected void addToCheck(ObjectNode json, Why why, Why.OfFact fact, Why.OfCheck check) {
    Reasoning.OfCheck told = reasons.of(why, fact, check);
    json.put("heading", told.heading());
    ArrayNode lines = json.putArray("lines");
    for (Reasoning.Line line : told.lines()) {
      ObjectNode said = lines.addObject().put("demand", line.demand());
      if (!line.found().isEmpty()) {
        said.put("found", line.found());
      }
      said.put("truth", line.word());
      if (line.against() != null) {
        said.put("parameter", line.against());
      }
      if (line.source() != null) {
        said.put("source", line.source().source()).put("address", line.source().address());
      }
    }
  }
}
