package sixones.report;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.rule.OtherBids;
import sixones.ruleset.RuleSet;

/** Builds the report of one evaluation. */
final class ReportBuilder {
  private final Evaluation evaluation;
  private final Messages messages;
  private final RuleSet ruleSet;

  ReportBuilder(Evaluation evaluation, Messages messages) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.ruleSet = evaluation.ruleSet();
  }

  Report build() {
    List<ReportFinding> findings = new ArrayList<>();
    evaluation.findings().forEach(f -> findings.add(ReportFinding.of(f, ruleSet, messages)));
    return new Report(
        messages.language(),
        head(),
        VerdictWords.of(evaluation.verdict(), evaluation.remaining(), messages.language()),
        counts(),
        Problem.errors(evaluation.defects(), messages.language()),
        ruleSet.requirements().stream().map(id -> section(id, findings)).toList(),
        whole(findings),
        List.copyOf(findings),
        ruleSet.otherBids().stream().map(this::notEvaluated).toList());
  }

  private NotEvaluated notEvaluated(OtherBids asked) {
    return new NotEvaluated(
        asked.id(),
        messages.in(asked.title()),
        messages.passage(ruleSet.citations().get(asked.citation())));
  }

  private ReportHead head() {
    String day = evaluation.asOf().toString();
    String applicant = messages.division(evaluation.draft().applicant());
    boolean untruthful = evaluation.draft().declaredUntruthful();
    return new ReportHead(
        messages.title(ruleSet),
        messages.text("text.head", Map.of("applicant", applicant, "day", TextNode.valueOf(day))),
        messages.text(
            "text.version",
            Map.of(
                "id", ruleSet.id(),
                "version", ruleSet.version(),
                "digest", ruleSet.digest().substring(0, 12))),
        evaluation.draft().digest(),
        untruthful ? messages.text("text.untruthful") : null);
  }

  private String counts() {
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    ruleSet.requirements().forEach(id -> count.merge(evaluation.verdictOn(id), 1, Integer::sum));
    return messages.text(
        "text.summary",
        Map.of(
            "met", count.getOrDefault(Verdict.MET, 0),
            "notMet", count.getOrDefault(Verdict.NOT_MET, 0),
            "open", count.getOrDefault(Verdict.OPEN, 0)));
  }

  private ReportSection section(String requirement, List<ReportFinding> all) {
    List<ReportFinding> here =
        all.stream().filter(f -> f.rule().requirement().equals(requirement)).toList();
    List<Gap> gaps = Gap.of(Report.in(ReportPart.GAP, here));
    boolean silent = gaps.isEmpty() && evaluation.verdictOn(requirement) == Verdict.OPEN;
    return new ReportSection(
        requirement,
        messages.title(requirement),
        VerdictWords.of(
            evaluation.verdictOn(requirement),
            evaluation.remainingOn(requirement),
            messages.language()),
        messages.passage(ruleSet.demand(requirement)),
        gaps,
        silent ? messages.text("text.silence") : null,
        Report.in(ReportPart.PASSED, here),
        Report.in(ReportPart.INAPPLICABLE, here));
  }

  private ReportSection whole(List<ReportFinding> all) {
    List<ReportFinding> here =
        all.stream().filter(f -> !ruleSet.requirements().contains(f.rule().requirement())).toList();
    return new ReportSection(
        null,
        messages.text("text.whole-bid"),
        null,
        null,
        Gap.of(Report.in(ReportPart.GAP, here)),
        null,
        Report.in(ReportPart.PASSED, here),
        Report.in(ReportPart.INAPPLICABLE, here));
  }
}
