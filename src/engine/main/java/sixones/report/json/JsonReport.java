package sixones.report.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.answer.AnswerWriter;
import sixones.answer.JsonBytes;
import sixones.bid.Defect;
import sixones.evaluation.Evaluation;
import sixones.finding.Finding;
import sixones.report.Language;
import sixones.report.NotEvaluated;
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
  protected void addToAnswer(JsonBytes json) {
    json.member("language", report.language().tag());
    if (!report.notEvaluated().isEmpty()) {
      writeObjects(json, "notEvaluated", report.notEvaluated(), one -> write(json, one));
    }
  }

  private static void write(JsonBytes json, NotEvaluated one) {
    json.member("id", one.id());
    json.member("title", one.title());
    json.member("demand", one.demand().gist());
    json.member("source", one.demand().source());
    json.member("address", one.demand().address());
  }

  @Override
  protected void addToDefect(JsonBytes json, Defect defect) {
    Problem.Error error = Problem.errors(List.of(defect), report.language()).get(0);
    json.member("detail", error.detail());
  }

  @Override
  protected void addToRequirement(JsonBytes json, String requirement) {
    ReportSection section = report.section(requirement);
    json.member("title", section.title());
    json.member("demand", section.demand().gist());
  }

  @Override
  protected void addToPlace(JsonBytes json, Finding finding, Finding.At place) {
    if (finding.places().size() > 1) {
      json.member("message", findings.get(finding.rule().id()).message(place));
    }
  }

  @Override
  protected void addToFinding(JsonBytes json, Finding finding) {
    ReportFinding told = findings.get(finding.rule().id());
    json.member("title", told.title());
    json.member("message", told.message());
    String advice = told.advice();
    if (advice != null) {
      json.member("advice", advice);
    }
    json.member("demand", told.demand().gist());
    json.member("source", told.demand().source());
    json.member("address", told.demand().address());
  }
}
