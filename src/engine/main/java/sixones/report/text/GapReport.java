package sixones.report.text;

import java.util.List;
import java.util.Map;
import sixones.evaluation.Verdict;
import sixones.report.Gap;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportLine;
import sixones.report.ReportSection;
import sixones.report.Signs;

/** The section of a text report on what keeps requirements from being met, with advice. */
final class GapReport {
  private final Report report;
  private final Paint paint;
  private final TextPage page;
  private boolean written;

  GapReport(Report report, Paint paint, TextPage page) {
    this.report = report;
    this.paint = paint;
    this.page = page;
  }

  /** Writes the gaps of each requirement, or that there are none. */
  void write() {
    for (ReportSection section : report.sections()) {
      if (!section.gaps().isEmpty() || section.silence() != null) {
        writeHeading(section.title());
        page.block(2, text("text.demand"), passage(section.demand()), paint::faint);
        if (section.silence() != null) {
          page.block(2, "", section.silence(), t -> t);
        }
        section.gaps().forEach(this::write);
      }
    }
    if (!report.whole().gaps().isEmpty()) {
      writeHeading(report.whole().title());
      report.whole().gaps().forEach(this::write);
    }
    if (!written && report.verdict().of() == Verdict.MET) {
      page.line("");
      page.line(text("text.nothing-in-the-way"));
    }
  }

  private void writeHeading(String title) {
    if (!written) {
      page.heading(text("text.in-the-way"));
    }
    written = true;
    page.line("");
    page.line(paint.bold(title));
  }

  private void write(Gap gap) {
    writeFinding(gap.finding());
    if (!gap.same().isEmpty()) {
      List<String> rules = gap.same().stream().map(f -> f.rule().id()).toList();
      String same = text("text.same-gap", Map.of("rules", String.join(", ", rules)));
      page.block(4, "", same, paint::faint);
    }
  }

  private void writeFinding(ReportFinding finding) {
    page.line(
        "  "
            + paint.outcome(finding.outcome(), Signs.of(finding.outcome()))
            + " "
            + paint.bold(finding.title())
            + "  "
            + paint.faint(finding.rule().id()));
    for (ReportLine line : finding.lines()) {
      page.block(4, "", line.text(), t -> t);
      page.places(4, String.join(" ", line.pointers()));
    }
    String advice = finding.advice();
    if (advice != null) {
      page.block(4, "→ ", advice, t -> t);
    }
  }

  private String passage(Passage demand) {
    return text("text.passage", Map.of("gist", demand.gist(), "source", demand.source()));
  }

  private String text(String key) {
    return text(key, Map.of());
  }

  private String text(String key, Map<String, ?> values) {
    return Messages.text(report.language(), key, values);
  }
}
