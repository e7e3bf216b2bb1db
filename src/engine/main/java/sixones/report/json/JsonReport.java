package sixones.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import sixones.answer.AnswerWriter;
import sixones.bid.Defect;
import sixones.evaluation.Evaluation;
import sixones.finding.Finding;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.rule.Citation;

/** The answer with its sentences in a language, beside the ids and values of the document. */
public final class JsonReport extends AnswerWriter {
  private final Evaluation evaluation;
  private final Messages messages;

  private JsonReport(Evaluation evaluation, Messages messages) {
    super(evaluation);
    this.evaluation = evaluation;
    this.messages = messages;
  }

  /** Writes the answer in a language. */
  public static byte[] render(Evaluation evaluation, Language language) {
    return new JsonReport(evaluation, Messages.of(evaluation.ruleSet(), language)).bytes();
  }

  @Override
  protected void addToAnswer(JsonGenerator json) throws IOException {
    json.writeStringField("language", messages.language().tag());
  }

  @Override
  protected void addToDefect(JsonGenerator json, Defect defect) throws IOException {
    Problem.Error error = Problem.errors(List.of(defect), messages.language()).get(0);
    json.writeStringField("detail", error.detail());
  }

  @Override
  protected void addToRequirement(JsonGenerator json, String requirement) throws IOException {
    json.writeStringField("title", messages.title(requirement));
    json.writeStringField("demand", messages.gist(evaluation.ruleSet().demand(requirement)));
  }

  @Override
  protected void addToPlace(JsonGenerator json, Finding finding, Finding.At place)
      throws IOException {
    if (finding.places().size() > 1) {
      json.writeStringField("message", messages.message(finding.rule(), place));
    }
  }

  @Override
  protected void addToFinding(JsonGenerator json, Finding finding) throws IOException {
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
