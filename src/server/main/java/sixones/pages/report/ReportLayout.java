package sixones.pages.report;

import java.util.List;
import java.util.Map;
import sixones.pages.bid.Quotes;
import sixones.pages.bid.ReadableBid;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Gap;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.Reasoning;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.ReportSection;
import sixones.rule.Severity;

/** Lays out a report as a page does, with labels for places and links to rules. */
final class ReportLayout {
  private final Report report;
  private final Messages messages;
  private final FieldWords words;
  private final RuleLinks links;
  private final Quotes quotes;
  private final Map<String, Reasoning> reasons;

  /**
   * Creates a layout.
   *
   * @param bid the bid to quote; null if its bytes are not at hand
   * @param reasons why each finding is what it is, by rule; empty if that was not asked
   */
  ReportLayout(
      Report report,
      Messages messages,
      RuleLinks links,
      ReadableBid bid,
      Map<String, Reasoning> reasons) {
    this.report = report;
    this.messages = messages;
    this.words = new FieldWords(messages);
    this.links = links;
    this.reasons = reasons;
    this.quotes = bid == null ? null : new Quotes(bid, messages);
  }

  ReportView.Headline headline() {
    return new ReportView.Headline(
        report.head().title(),
        report.head().bid(),
        VerdictStyle.tone(report.verdict().of()),
        VerdictStyle.of(report.verdict().of()),
        report.verdict().verdict(),
        report.verdict().left(),
        report.head().warning(),
        report.counts());
  }

  ReportView.Basis basis() {
    return new ReportView.Basis(
        report.head().ruleSet(), report.head().draft(), links.all(), report.notEvaluated());
  }

  /** Returns the places that could not be read. */
  List<ReportView.Line> unreadable() {
    return report.unreadable().stream().map(this::line).toList();
  }

  private ReportView.Line line(Problem.Error error) {
    return new ReportView.Line(words.says(error), List.of(words.place(error.pointer())));
  }

  List<ReportView.Group> groups() {
    return report.sections().stream().map(this::group).toList();
  }

  private ReportView.Group group(ReportSection section) {
    return new ReportView.Group(
        section.id(),
        section.title(),
        VerdictStyle.tone(section.verdict().of()),
        VerdictStyle.of(section.verdict().of()),
        section.verdict().verdict(),
        section.verdict().left(),
        section.demand(),
        section.silence(),
        findings(section));
  }

  /** Returns the findings of a requirement or of the bid as a whole. */
  ReportView.Findings findings(ReportSection section) {
    return new ReportView.Findings(
        section.gaps().stream().map(this::finding).toList(),
        section.passed().stream().map(f -> finding(f, List.of())).toList(),
        section.inapplicable().stream().map(this::named).toList());
  }

  /** Returns the findings of a part of the report. */
  List<ReportView.FindingView> part(ReportPart part) {
    return report.in(part).stream().map(f -> finding(f, List.of())).toList();
  }

  private ReportView.FindingView finding(Gap gap) {
    return finding(gap.finding(), gap.same());
  }

  private ReportView.FindingView finding(ReportFinding finding, List<ReportFinding> same) {
    boolean informs = finding.rule().severity() == Severity.CONTEXT;
    return new ReportView.FindingView(
        VerdictStyle.tone(finding.rule(), finding.outcome()),
        informs ? "i" : VerdictStyle.of(finding.outcome()),
        messages.text("outcome." + finding.outcome()),
        finding.title(),
        finding.rule().id(),
        links.of(finding.rule()),
        finding.lines(words::says).stream()
            .map(line -> new ReportView.Line(line.text(), places(line.pointers())))
            .toList(),
        finding.advice(),
        same.stream().map(this::named).toList(),
        finding.demand(),
        quotes == null ? List.of() : quotes.of(finding),
        reasons.get(finding.rule().id()));
  }

  private List<String> places(List<String> pointers) {
    return pointers.stream().map(words::place).toList();
  }

  private ReportView.Named named(ReportFinding finding) {
    return new ReportView.Named(finding.title(), links.of(finding.rule()));
  }
}
