package sixones.report.text;

import java.util.Map;
import sixones.answer.Explanation;
import sixones.finding.Why;
import sixones.report.Column;
import sixones.report.ContractLabels;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.Reasoning;
import sixones.report.Reasons;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.Signs;
import sixones.rule.Outcome;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;

/** Lays out the conditions behind the findings as text for a terminal. */
public final class WhyReport {
  private static final int MOST_LISTS = 5;

  private final Report report;
  private final Paint paint;
  private final TextPage page;

  private WhyReport(Report report, Paint paint) {
    this.report = report;
    this.paint = paint;
    this.page = new TextPage(paint);
  }

  /**
   * Renders why the findings of a report are what they are.
   *
   * @param detail whether to explain what passed, and what does not apply, too
   */
  public static String render(
      Report report,
      Explanation explanation,
      RuleSet rules,
      Paint paint,
      TextReport.Detail detail) {
    WhyReport text = new WhyReport(report, paint);
    Reasons reasons =
        new Reasons(
            rules, report.language(), new ContractLabels(rules.contract(), report.language()));
    text.page.heading(text.words("text.why"));
    boolean all = detail == TextReport.Detail.ALL || explanation.focus().isOfOne();
    int told = 0;
    for (Why why : explanation.findings()) {
      ReportFinding finding = report.finding(why.rule());
      if ((all || isOpen(finding)) && !why.facts().isEmpty()) {
        text.write(finding, reasons.of(why));
        told++;
      }
    }
    if (told == 0) {
      String nothing = all ? "text.why.nothing" : "text.why.passed";
      text.page.line("");
      text.page.block(2, "", text.words(nothing), t -> t);
    }
    return text.page.toString();
  }

  private static boolean isOpen(ReportFinding finding) {
    return finding.outcome() != Outcome.PASS && finding.part() != ReportPart.INAPPLICABLE;
  }

  private void write(ReportFinding finding, Reasoning why) {
    page.line("");
    page.line(
        "  "
            + paint.outcome(finding.outcome(), Signs.of(finding.outcome()))
            + " "
            + paint.bold(finding.title())
            + "  "
            + paint.faint(why.rule()));
    for (Reasoning.OfFact fact : why.facts()) {
      page.places(4, fact.place().isEmpty() ? words("text.whole-bid") : fact.place());
      if (fact.note() != null) {
        page.block(4, "→ ", fact.note(), t -> t);
      }
      fact.checks().forEach(check -> write(check, fact.outcome() != null));
    }
    if (!why.read().isEmpty()) {
      page.block(4, "", words("why.read"), paint::faint);
      why.read().forEach(read -> page.block(6, "", said(read.said(), read.source()), paint::faint));
    }
    if (why.left() != null) {
      page.block(4, "", why.left(), paint::faint);
      why.lists().stream().limit(MOST_LISTS).forEach(list -> write(why.rule(), list));
    }
  }

  /** A list that is left out has the options that explain it. */
  private void write(String rule, Reasoning.Left list) {
    String options = "--rule " + rule + " --pointer " + Column.harmless(list.pointer());
    page.block(6, "", list.said() + "  " + options, paint::faint);
  }

  /** What holds stands out, unless the rule does not apply. */
  private void write(Reasoning.OfCheck check, boolean applies) {
    boolean bold = applies && check.truth() == Truth.HOLDS;
    page.block(4, "", check.heading(), bold ? paint::bold : t -> t);
    for (Reasoning.Line line : check.lines()) {
      int depth = 6 + 2 * line.depth();
      page.block(depth, Signs.of(line.truth()) + " ", joined(line), t -> t);
      if (line.against() != null) {
        page.block(depth + 2, "", said(line.against(), line.source()), paint::faint);
      }
    }
  }

  private String joined(Reasoning.Line line) {
    Map<String, String> values = Map.of("demand", line.demand(), "found", line.found());
    return line.found().isEmpty()
        ? line.demand()
        : Messages.text(report.language(), "text.why.found", values);
  }

  private String said(String said, Passage source) {
    return source == null
        ? said
        : Messages.text(
            report.language(), "text.why.source", Map.of("said", said, "source", source.source()));
  }

  private String words(String key) {
    return Messages.text(report.language(), key, Map.of());
  }
}
