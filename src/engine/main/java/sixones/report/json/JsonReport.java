package sixones.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.answer.AnswerWriter;
import sixones.bid.Defect;
import sixones.evaluation.Evaluation;
import sixones.finding.Finding;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportSection;

/** The answer with the sentences of its report, beside the ids and values of the document. */
public final class JsonReport extends AnswerWriter {
  private final Report report;
  private final Map<String, ReportFinding> findings = new HashMap<>();

  private JsonReport(Evaluation evaluation, Report report) {
    super(evaluation);
    this.report = report;
    report.findings().forEach(finding -> findings.put(finding.rule().id(), finding));
  }

  /** Writes the answer in a language. */
  public static byte[] render(Evaluation evaluation, Language language) {
    return new JsonReport(evaluation, Report.of(evaluation, language)).bytes();
  }

  @Override
  protected void addToAnswer(JsonGenerator json) throws IOException {
    json.writeStringField("language", report.language().tag());
  }

  @Override
  protected void addToDefect(JsonGenerator json, Defect defect) throws IOException {
    Problem.Error error = Problem.errors(List.of(defect), report.language()).get(0);
    json.writeStringField("detail", error.detail());
  }

  @Override
  protected void addToRequirement(JsonGenerator json, String requirement) throws IOException {
    ReportSection section = report.section(requirement);
    json.writeStringField("title", section.title());
    json.writeStringField("demand", section.demand().gist());
  }

  @Override
  protected void addToPlace(JsonGenerator json, Finding finding, Finding.At place)
      throws IOException {
    if (finding.places().size() > 1) {
      json.writeStringField("message", findings.get(finding.rule().id()).message(place));
    }
  }

  @Override
  protected void addToFinding(JsonGenerator json, Finding finding) throws IOException {
    ReportFinding told = findings.get(finding.rule().id());
    json.writeStringField("title", told.title());
    json.writeStringField("message", told.message());
    String advice = told.advice();
    if (advice != null) {
      json.writeStringField("advice", advice);
    }
    json.writeStringField("demand", told.demand().gist());
    json.writeStringField("source", told.demand().source());
    json.writeStringField("address", told.demand().address());
  }
}
