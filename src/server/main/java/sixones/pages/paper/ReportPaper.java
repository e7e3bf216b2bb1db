package sixones.pages.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sixones.pages.bid.BidPart;
import sixones.pages.bid.Quote;
import sixones.pages.report.ReportView;
import sixones.pages.report.Sources;
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
  private static final int COLUMNS = 3;

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
      List<Item> passed) {
    /** Returns the lines it takes among what passed. */
    int height() {
      return passed.size() + 1;
    }
  }

  /**
   * A finding.
   *
   * @param same the titles of other rules that the same gap keeps open
   * @param gist what the source demands; null if the report said so before
   * @param source the number of the source it rests on
   * @param quotes what a person who judges it has to read and the report did not quote before
   */
  record Item(
      String title,
      String outcome,
      List<ReportView.Line> lines,
      String advice,
      List<String> same,
      String gist,
      int source,
      List<Quote> quotes) {}

  /** Returns the requirements with rules that passed, in columns of much the same length. */
  public List<List<Group>> columns() {
    int lines = passed.stream().mapToInt(Group::height).sum();
    List<List<Group>> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(new ArrayList<>());
    }
    int above = 0;
    for (Group group : passed) {
      int middle = above + group.height() / 2;
      columns.get(Math.min(COLUMNS * middle / lines, COLUMNS - 1)).add(group);
      above += group.height();
    }
    return columns;
  }

  static ReportPaper of(ReportView report) {
    return new Maker(Sources.of(report)).paper(report);
  }

  /** Lays a report out from the first page to the last, and says nothing twice. */
  private static final class Maker {
    private final Sources sources;
    private final Set<String> explained = new HashSet<>();
    private final Set<String> quoted = new HashSet<>();

    Maker(Sources sources) {
      this.sources = sources;
    }

    ReportPaper paper(ReportView report) {
      List<Group> groups = new ArrayList<>();
      List<String> idle = new ArrayList<>();
      for (ReportView.Group group : report.groups()) {
        groups.add(group(group));
        group.findings().idle().forEach(rule -> idle.add(rule.title()));
      }
      List<Group> all = new ArrayList<>(groups);
      all.add(whole(report.whole()));
      report.whole().idle().forEach(rule -> idle.add(rule.title()));
      return new ReportPaper(
          report.headline(),
          groups,
          report.unreadable(),
          all.stream().filter(g -> !g.open().isEmpty() || g.silence() != null).toList(),
          items(report.left()),
          items(report.remarks()),
          lines(report.context()),
          all.stream().filter(g -> !g.passed().isEmpty()).toList(),
          idle,
          sources.all(),
          report.basis());
    }

    private Group group(ReportView.Group group) {
      Passage demand = group.demand();
      return new Group(
          group.title(),
          group.verdict(),
          group.remaining(),
          demand.gist(),
          sources.number(demand),
          group.silence(),
          items(group.findings().open()),
          lines(group.findings().passed()));
    }

    private Group whole(ReportView.Findings findings) {
      List<Item> open = items(findings.open());
      return new Group(null, null, null, null, 0, null, open, lines(findings.passed()));
    }

    private List<Item> items(List<ReportView.FindingView> findings) {
      List<Item> items = new ArrayList<>();
      for (ReportView.FindingView finding : findings) {
        int source = sources.number(finding.demand());
        String gist = explained.add(finding.demand().gist()) ? finding.demand().gist() : null;
        items.add(item(finding, gist, source, quotes(finding)));
      }
      return items;
    }

    /** Returns findings that take a line each. */
    private List<Item> lines(List<ReportView.FindingView> findings) {
      return findings.stream()
          .map(finding -> item(finding, null, sources.number(finding.demand()), List.of()))
          .toList();
    }

    private static Item item(
        ReportView.FindingView finding, String gist, int source, List<Quote> quotes) {
      return new Item(
          finding.title(),
          finding.outcome(),
          finding.lines(),
          finding.advice(),
          finding.same().stream().map(ReportView.Named::title).toList(),
          gist,
          source,
          quotes);
    }

    private List<Quote> quotes(ReportView.FindingView finding) {
      List<Quote> quotes = new ArrayList<>();
      for (Quote quote : finding.quotes()) {
        List<BidPart> parts =
            quote.parts().stream().filter(part -> quoted.add(part.pointer())).toList();
        if (!parts.isEmpty()) {
          quotes.add(new Quote(quote.place(), parts));
        }
      }
      return quotes;
    }
  }
}
