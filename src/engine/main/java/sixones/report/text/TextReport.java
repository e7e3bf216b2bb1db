package sixones.report.text;

import com.ibm.icu.lang.UCharacter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.report.NotEvaluated;
import sixones.report.Passage;
import sixones.report.Problem;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportHead;
import sixones.report.ReportLine;
import sixones.report.ReportPart;
import sixones.report.ReportSection;
import sixones.report.Signs;
import sixones.report.VerdictWords;

/**
 * Lays out a report as text for a terminal: the verdicts, unreadable places, gaps with advice, what
 * is left to people, remarks, context, what needs other bids, and a count of passed rules.
 */
public final class TextReport {
  private final Report report;
  private final Paint paint;
  private final boolean all;
  private final TextPage page;

  private TextReport(Report report, Paint paint, boolean all) {
    this.report = report;
    this.paint = paint;
    this.all = all;
    this.page = new TextPage(paint);
  }

  /** How much the report says on rules that passed. */
  public enum Detail {
    SHORT,
    ALL
  }

  /** Renders the report. */
  public static String render(Report report, Paint paint, Detail detail) {
    TextReport text = new TextReport(report, paint, detail == Detail.ALL);
    text.write();
    return text.page.toString();
  }

  private void write() {
    writeHead();
    writeVerdicts();
    writeUnreadable();
    new GapReport(report, paint, page).write();
    writePart("text.left-to-people", ReportPart.LEFT_TO_PEOPLE);
    writePart("text.remarks", ReportPart.REMARK);
    writePart("text.context", ReportPart.CONTEXT);
    if (all) {
      writePart("text.all", ReportPart.PASSED);
    }
    writeNotEvaluated();
    writeCounts();
  }

  private void writeHead() {
    ReportHead head = report.head();
    String draft = text("text.draft", Map.of("digest", head.draft().substring(0, 19)));
    page.line(paint.bold(text("text.product") + " · " + head.title()));
    page.line(head.bid());
    page.line(paint.faint(head.ruleSet() + "   " + draft));
    if (head.warning() != null) {
      page.line(paint.bold("! " + head.warning()));
    }
    page.line("");
  }

  private void writeVerdicts() {
    int widest = Column.width(capitals(report.verdict()));
    for (ReportSection section : report.sections()) {
      widest = Math.max(widest, Column.width(capitals(section.verdict())));
    }
    for (ReportSection section : report.sections()) {
      String left = section.verdict().left();
      page.line(
          "  "
              + verdict(section.verdict(), widest)
              + "  "
              + section.title()
              + (left.isEmpty() ? "" : paint.faint(" · " + left)));
    }
    page.line("");
    page.line(
        "  "
            + verdict(report.verdict(), widest)
            + "  "
            + paint.bold(text("text.bid"))
            + paint.faint(" · " + report.counts()));
    if (!report.verdict().left().isEmpty()) {
      page.line(" ".repeat(widest + 6) + paint.faint(report.verdict().left()));
    }
  }

  private String verdict(VerdictWords words, int columns) {
    String said = Column.padded(capitals(words), columns);
    return paint.verdict(words.of(), Signs.of(words.of()) + " " + said);
  }

  private static String capitals(VerdictWords words) {
    return UCharacter.toUpperCase(Locale.ROOT, words.verdict());
  }

  private void writeUnreadable() {
    if (report.unreadable().isEmpty()) {
      return;
    }
    page.heading(text("text.unreadable"));
    for (Problem.Error error : report.unreadable()) {
      page.block(2, "", error.pointer() + ": " + error.detail(), t -> t);
    }
  }

  private void writePart(String heading, ReportPart part) {
    List<ReportFinding> findings = report.in(part);
    if (!findings.isEmpty()) {
      page.heading(text(heading));
      findings.forEach(this::writeBrief);
    }
  }

  private void writeNotEvaluated() {
    if (report.notEvaluated().isEmpty()) {
      return;
    }
    page.heading(text("text.other-bids"));
    for (NotEvaluated one : report.notEvaluated()) {
      Passage demand = one.demand();
      page.line("  " + paint.bold(one.title()) + "  " + paint.faint(one.id()));
      String passage =
          text("text.passage", Map.of("gist", demand.gist(), "source", demand.source()));
      page.block(4, "", passage, paint::faint);
    }
  }

  /** Writes each message of a finding with the rule's id and the places it applies to. */
  private void writeBrief(ReportFinding finding) {
    for (ReportLine line : finding.lines()) {
      String sign = paint.outcome(line.outcome(), Signs.of(line.outcome()));
      List<String> lines = Column.wrapped(Column.harmless(line.text()), TextPage.COLUMNS - 4);
      page.line("  " + sign + " " + lines.get(0));
      lines.stream().skip(1).forEach(more -> page.line("    " + more));
      page.places(4, finding.rule().id() + "  " + String.join(" ", line.pointers()));
    }
  }

  private void writeCounts() {
    int passed = report.in(ReportPart.PASSED).size();
    int idle = report.in(ReportPart.INAPPLICABLE).size();
    String count = text("text.passed", Map.of("count", passed));
    String hint = all ? "" : text("text.passed.hint");
    String inapplicable = idle == 0 ? "" : " · " + text("text.inapplicable", Map.of("count", idle));
    page.line("");
    page.line(paint.faint(count + hint + inapplicable));
  }

  private String text(String key) {
    return text(key, Map.of());
  }

  private String text(String key, Map<String, ?> values) {
    return Messages.text(report.language(), key, values);
  }
}
