package sixones.pages.paper;

import java.util.ArrayList;
import java.util.List;
import sixones.pages.report.ReportView;
import sixones.report.Passage;

/**
 * A report as it is printed: what is to be done first, what passed in one line each, and the
 * sources as a list at the end.
 *
 * @param groups the requirements, in the order of the rule set
 * @param open the requirements with something to supply, correct or review
 * @param passed the requirements with rules that passed
 * @param idle the titles of rules that do not apply
 */
record ReportPaper(
    ReportView.Headline headline,
    List<Group> groups,
    List<ReportView.Line> unreadable,
    List<Group> open,
    List<Item> left,
    List<Item> remarks,
    List<Item> context,
    List<Group> passed,
    List<String> idle,
    List<Sources.Source> sources,
    ReportView.Basis basis) {

  /**
   * A requirement.
   *
   * @param title null for the bid as a whole
   * @param demand what it demands; null for the bid as a whole
   * @param source the number of its source; 0 for none
   * @param silence why it is open although nothing is; null otherwise
   */
  record Group(
      String title,
      String verdict,
      String remaining,
      String demand,
      int source,
      String silence,
      List<Item> open,
      List<Item> passed) {}

  /**
   * A finding.
   *
   * @param same the titles of other rules that the same gap keeps open
   * @param source the number of the source it rests on
   */
  record Item(
      String title,
      String outcome,
      List<ReportView.Line> lines,
      String advice,
      List<String> same,
      String gist,
      int source) {}

  static ReportPaper of(ReportView report) {
    Sources sources = new Sources();
    List<Group> groups = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (ReportView.Group group : report.groups()) {
      groups.add(group(group, sources));
      group.findings().idle().forEach(rule -> idle.add(rule.title()));
    }
    List<Group> all = new ArrayList<>(groups);
    all.add(whole(report.whole(), sources));
    report.whole().idle().forEach(rule -> idle.add(rule.title()));
    return new ReportPaper(
        report.headline(),
        groups,
        report.unreadable(),
        all.stream().filter(g -> !g.open().isEmpty() || g.silence() != null).toList(),
        items(report.left(), sources),
        items(report.remarks(), sources),
        items(report.context(), sources),
        all.stream().filter(g -> !g.passed().isEmpty()).toList(),
        idle,
        sources.all(),
        report.basis());
  }

  private static Group group(ReportView.Group group, Sources sources) {
    Passage demand = group.demand();
    return new Group(
        group.title(),
        group.verdict(),
        group.remaining(),
        demand.gist(),
        sources.cite(demand),
        group.silence(),
        items(group.findings().open(), sources),
        items(group.findings().passed(), sources));
  }

  private static Group whole(ReportView.Findings findings, Sources sources) {
    return new Group(
        null,
        null,
        null,
        null,
        0,
        null,
        items(findings.open(), sources),
        items(findings.passed(), sources));
  }

  private static List<Item> items(List<ReportView.FindingView> findings, Sources sources) {
    return findings.stream().map(finding -> item(finding, sources)).toList();
  }

  private static Item item(ReportView.FindingView finding, Sources sources) {
    return new Item(
        finding.title(),
        finding.outcome(),
        finding.lines(),
        finding.advice(),
        finding.same().stream().map(ReportView.Named::title).toList(),
        finding.demand().gist(),
        sources.cite(finding.demand()));
  }
}
