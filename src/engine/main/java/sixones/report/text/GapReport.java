package sixones.report.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.report.Gap;
import sixones.report.Messages;
import sixones.rule.Citation;
import sixones.rule.Outcome;

/** The section of a text report on what keeps requirements from being met, with advice. */
final class GapReport {
  private final Evaluation evaluation;
  private final Messages messages;
  private final Paint paint;
  private final TextPage page;

  GapReport(Evaluation evaluation, Messages messages, Paint paint, TextPage page) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.paint = paint;
    this.page = page;
  }

  /** Writes the findings that hold up each requirement, or that there are none. */
  void write() {
    boolean any = false;
    for (String requirement : evaluation.ruleSet().requirements()) {
      List<Finding> open = evaluation.inTheWayOf(requirement);
      if (open.isEmpty()) {
        continue;
      }
      writeHeading(any);
      any = true;
      page.line(paint.bold(messages.title(requirement)));
      page.block(2, messages.text("text.demand"), demandOf(requirement), paint::faint);
      writeGaps(open);
    }
    List<Finding> whole = evaluation.inTheWayOfTheBid();
    if (!whole.isEmpty()) {
      writeHeading(any);
      page.line(paint.bold(messages.text("text.whole-bid")));
      writeGaps(whole);
    } else if (!any && evaluation.verdict() == Verdict.MET) {
      page.line("");
      page.line(messages.text("text.nothing-in-the-way"));
    }
  }

  private void writeHeading(boolean written) {
    if (!written) {
      page.heading(messages.text("text.in-the-way"));
    }
    page.line("");
  }

  /** Writes findings, grouping those that the same blank keeps open. */
  private void writeGaps(List<Finding> open) {
    for (Gap gap : Gap.of(open)) {
      writeFinding(gap.finding());
      if (!gap.same().isEmpty()) {
        String rules = String.join(", ", gap.same().stream().map(f -> f.rule().id()).toList());
        page.block(4, "", messages.text("text.same-gap", Map.of("rules", rules)), paint::faint);
      }
    }
  }

  private String demandOf(String requirement) {
    Citation demand = evaluation.ruleSet().demand(requirement);
    return messages.text(
        "text.passage", Map.of("gist", messages.gist(demand), "source", messages.source(demand)));
  }

  private void writeFinding(Finding finding) {
    String sign = paint.outcome(finding.outcome(), TextReport.SIGNS.get(finding.outcome()));
    page.line(
        "  "
            + sign
            + " "
            + paint.bold(messages.title(finding.rule().id()))
            + "  "
            + paint.faint(finding.rule().id()));
    openPlaces(finding)
        .forEach(
            (says, pointers) -> {
              page.block(4, "", says, t -> t);
              page.places(4, pointers);
            });
    String advice = messages.advice(finding);
    if (advice != null) {
      page.block(4, "→ ", advice, t -> t);
    }
  }

  /** Returns the messages on open places, each with the pointers it applies to. */
  private Map<String, String> openPlaces(Finding finding) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Finding.At place : finding.places()) {
      if (place.outcome() != Outcome.PASS) {
        String says = messages.message(finding.rule(), place);
        told.merge(says, place.pointer(), (one, other) -> one + " " + other);
      }
    }
    return told;
  }
}
