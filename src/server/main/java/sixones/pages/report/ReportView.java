package sixones.pages.report;

import java.util.List;

/**
 * A report as the template {@code pages/report} renders it.
 *
 * @param head the city and the day of evaluation
 * @param remaining what is left to do behind the verdict, in words; empty if nothing
 * @param untruthful whether the bid declares itself untrue
 * @param counts how many requirements are met, not met and open
 * @param unreadable the places that could not be read; the rest was evaluated
 * @param groups the requirements, in the order of the rule set
 * @param whole the open findings that hold up the bid and belong to no requirement
 * @param remarks the open findings of advisory rules
 * @param left the findings left to a person's judgement
 * @param context the findings shown for information
 * @param charts the figures compared with those of other bids
 * @param beside the message key of those other bids
 * @param version the rule set version
 * @param digest the digest of the draft
 * @param rules the address of the rule set; null if this release does not carry it
 */
public record ReportView(
    String title,
    String head,
    String tone,
    String sign,
    String verdict,
    String remaining,
    boolean untruthful,
    String counts,
    List<Line> unreadable,
    List<Group> groups,
    List<ReportFinding> whole,
    List<ReportFinding> remarks,
    List<ReportFinding> left,
    List<ReportFinding> context,
    List<Chart> charts,
    String beside,
    String version,
    String digest,
    String rules) {

  /**
   * One requirement: its demand and its findings.
   *
   * @param remaining what is left to do behind its verdict, in words
   * @param idle the rules that do not apply to this bid
   */
  public record Group(
      String id,
      String title,
      String tone,
      String sign,
      String verdict,
      String remaining,
      String demand,
      String source,
      String address,
      List<ReportFinding> open,
      List<ReportFinding> passed,
      List<Named> idle) {}

  /**
   * One finding.
   *
   * @param address the page of its rule; null if this release does not carry it
   * @param same the other rules that the same gap keeps open
   */
  public record ReportFinding(
      String tone,
      String sign,
      String outcome,
      String title,
      String rule,
      String address,
      List<Line> lines,
      String advice,
      List<Named> same,
      String gist,
      String source,
      String sourceAddress) {}

  /**
   * A rule by title.
   *
   * @param address its page, or null
   */
  public record Named(String title, String address) {}

  /** A message and the places it applies to. */
  public record Line(String text, List<String> places) {}
}
