package sixones.pages.report;

import java.util.List;

/**
 * An evaluation as its page tells it, for the template {@code page/report}.
 *
 * @param head whose bid, as of which day
 * @param remaining what is left to do behind the verdict, in words; empty if nothing is
 * @param untruthful whether the bid declares that it is not true
 * @param counts how many requirements are met, not met and open
 * @param unreadable what could not be read; the rest is told below
 * @param groups what is said of each requirement, in the order of the programme
 * @param whole what keeps the bid from being met and belongs to no requirement
 * @param remarks open findings that touch no verdict
 * @param left what is left to people
 * @param context what is shown for information
 * @param charts figures beside those of other bids
 * @param beside what those others are called, as a key of words
 * @param version the rule set version
 * @param digest the digest of the draft
 * @param rules the page of the rule set, or null if this release does not carry it
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
    List<Told> whole,
    List<Told> remarks,
    List<Told> left,
    List<Told> context,
    List<Chart> charts,
    String beside,
    String version,
    String digest,
    String rules) {

  /**
   * One requirement: what is demanded and what was found.
   *
   * @param remaining what is left to do behind its verdict, in words
   * @param idle the rules that have nothing to judge in this bid
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
      List<Told> open,
      List<Told> passed,
      List<Named> idle) {}

  /**
   * One finding.
   *
   * @param address the page of its rule, or null if this release does not carry it
   * @param same the rules that the same gap keeps open
   */
  public record Told(
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

  /** A rule by its title, and its page or null. */
  public record Named(String title, String address) {}

  /** A sentence and the places it is said of. */
  public record Line(String text, List<String> places) {}
}
