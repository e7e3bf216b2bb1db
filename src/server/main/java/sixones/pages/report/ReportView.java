package sixones.pages.report;

import java.util.List;
import sixones.pages.bid.Quote;
import sixones.pages.bid.ReadableBid;
import sixones.people.Person;
import sixones.report.Messages;
import sixones.report.NotEvaluated;
import sixones.report.Passage;
import sixones.report.Reasoning;

/**
 * A report as the template {@code pages/report} renders it.
 *
 * @param unreadable the places that could not be read; the rest was evaluated
 * @param groups the requirements, in the order of the rule set
 * @param whole the findings of the bid as a whole
 * @param left the findings left to a person's judgement
 * @param remarks the open findings of advisory rules
 * @param context the findings shown for information
 * @param charts the figures compared with those of other bids
 * @param beside the message key of those other bids
 * @param bid the bid with the findings beside its fields; null if its bytes are not at hand
 * @param inFull which finding is explained in full; null if nobody can ask for that here
 */
public record ReportView(
    Headline headline,
    List<Line> unreadable,
    List<Group> groups,
    Findings whole,
    List<FindingView> left,
    List<FindingView> remarks,
    List<FindingView> context,
    List<Chart> charts,
    String beside,
    Basis basis,
    ReadableBid bid,
    WhyInFull inFull) {

  /** Returns the report with the bid as a person may see it. */
  public ReportView seenBy(Person person, Messages messages) {
    return new ReportView(
        headline,
        unreadable,
        groups,
        whole,
        left,
        remarks,
        context,
        charts,
        beside,
        basis,
        bid == null ? null : bid.seenBy(person, messages),
        inFull);
  }

  /** Returns the sources it cites, for paper, which has no links. */
  public List<Sources.Source> sources() {
    return Sources.of(this).all();
  }

  /**
   * What was evaluated, and the verdict on it.
   *
   * @param title the title of the rule set
   * @param bid the applicant and the day of evaluation
   * @param remaining what is left to do behind the verdict, in words; empty if nothing
   * @param warning that the bid declares itself untrue; null if it does not
   * @param counts how many requirements are met, not met and open
   */
  public record Headline(
      String title,
      String bid,
      String tone,
      String sign,
      String verdict,
      String remaining,
      String warning,
      String counts) {}

  /**
   * What the report rests on.
   *
   * @param version the rule set version
   * @param digest the digest of the draft
   * @param rules the address of the rule set; null if this release does not carry it
   * @param notEvaluated what was not evaluated, because other bids are needed
   */
  public record Basis(
      String version, String digest, String rules, List<NotEvaluated> notEvaluated) {}

  /**
   * One requirement: its demand and its findings.
   *
   * @param remaining what is left to do behind its verdict, in words
   * @param silence why it is open although nothing is; null otherwise
   */
  public record Group(
      String id,
      String title,
      String tone,
      String sign,
      String verdict,
      String remaining,
      Passage demand,
      String silence,
      Findings findings) {}

  /**
   * The findings on a requirement or on the bid as a whole.
   *
   * @param idle the rules that do not apply to this bid
   */
  public record Findings(List<FindingView> open, List<FindingView> passed, List<Named> idle) {
    /** Returns whether there is any. */
    public boolean isAny() {
      return !open.isEmpty() || !passed.isEmpty() || !idle.isEmpty();
    }
  }

  /**
   * One finding.
   *
   * @param address the page of its rule; null if this release does not carry it
   * @param same the other rules that the same gap keeps open
   * @param demand the passage its rule rests on
   * @param quotes what a person who judges it has to read
   * @param why the conditions behind it; null if they were not asked for
   */
  public record FindingView(
      String tone,
      String sign,
      String outcome,
      String title,
      String rule,
      String address,
      List<Line> lines,
      String advice,
      List<Named> same,
      Passage demand,
      List<Quote> quotes,
      Reasoning why) {}

  /**
   * A rule by title.
   *
   * @param address its page, or null
   */
  public record Named(String title, String address) {}

  /** A message and the places it applies to. */
  public record Line(String text, List<String> places) {}
}
