package sixones.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/**
 * One finding in the words of a report. Its sentences are formatted when they are asked for, so
 * that a presentation pays only for those it shows.
 */
public final class ReportFinding {
  private final Finding finding;
  private final ReportPart part;
  private final Passage demand;
  private final Messages messages;

  private ReportFinding(Finding finding, ReportPart part, Passage demand, Messages messages) {
    this.finding = finding;
    this.part = part;
    this.demand = demand;
    this.messages = messages;
  }

  /** Presents a finding of a rule set. */
  public static ReportFinding of(Finding finding, RuleSet ruleSet, Messages messages) {
    Rule rule = finding.rule();
    boolean ofRequirement = ruleSet.requirements().contains(rule.requirement());
    return new ReportFinding(
        finding,
        ReportPart.of(finding, ofRequirement),
        messages.passage(ruleSet.citations().get(rule.citation())),
        messages);
  }

  public Rule rule() {
    return finding.rule();
  }

  public Outcome outcome() {
    return finding.outcome();
  }

  /** Returns the part of the report it stands in. */
  public ReportPart part() {
    return part;
  }

  /** Returns the passage its rule rests on. */
  public Passage demand() {
    return demand;
  }

  /** Returns the title of its rule. */
  public String title() {
    return messages.title(rule().id());
  }

  /**
   * Returns the one message that speaks for the finding: that on the first of its worst places. Of
   * incomplete places a blank one speaks first, for it says most plainly what to supply.
   */
  public String message() {
    Finding.At worst = worst();
    return worst == null ? messages.text("finding.inapplicable") : message(worst);
  }

  private Finding.At worst() {
    if (outcome() == Outcome.INCOMPLETE) {
      for (Finding.At place : finding.places()) {
        if (place.outcome() == Outcome.INCOMPLETE && !place.values().containsKey("found")) {
          return place;
        }
      }
    }
    return finding.worst();
  }

  /** Returns what the applicant can do next; null if there is nothing to do. */
  public String advice() {
    return messages.advice(finding);
  }

  /** Returns the advice at one of its places; null unless the place has the finding's outcome. */
  public String adviceAt(ReportPlace place) {
    return place.at().outcome() == outcome() ? advice() : null;
  }

  /** Returns every place the rule examined. */
  public List<ReportPlace> places() {
    return finding.places().stream().map(this::place).toList();
  }

  /**
   * Returns the places a reader is shown: all of a finding that passed, and of any other those that
   * did not pass.
   */
  public List<ReportPlace> shown() {
    return finding.places().stream()
        .filter(place -> outcome() == Outcome.PASS || place.outcome() != Outcome.PASS)
        .map(this::place)
        .toList();
  }

  private ReportPlace place(Finding.At at) {
    return new ReportPlace(at, message(at));
  }

  /** Returns the message on one of its places. */
  public String message(Finding.At place) {
    return messages.message(rule(), place);
  }

  /** Returns the shown places by message, in their order; without places, the message alone. */
  public List<ReportLine> lines() {
    return lines(ReportPlace::message);
  }

  /**
   * Returns the shown places by message, in their order; without places, the message alone.
   *
   * @param words the message on a place in the words of a presentation
   */
  public List<ReportLine> lines(Function<ReportPlace, String> words) {
    Map<String, ReportLine> lines = new LinkedHashMap<>();
    for (ReportPlace place : shown()) {
      String text = words.apply(place);
      List<String> pointers = List.of(place.pointer());
      lines.merge(text, new ReportLine(place.at().outcome(), text, pointers), ReportFinding::both);
    }
    return lines.isEmpty()
        ? List.of(new ReportLine(outcome(), message(), List.of()))
        : List.copyOf(lines.values());
  }

  private static ReportLine both(ReportLine one, ReportLine other) {
    List<String> pointers = new ArrayList<>(one.pointers());
    pointers.addAll(other.pointers());
    return new ReportLine(one.outcome().worse(other.outcome()), one.text(), pointers);
  }

  /** Returns whether the same places, and no others, leave this finding and another incomplete. */
  boolean isLeftOpenWith(ReportFinding other) {
    return outcome() == Outcome.INCOMPLETE
        && other.outcome() == Outcome.INCOMPLETE
        && pointers().equals(other.pointers());
  }

  private List<String> pointers() {
    return finding.places().stream().map(Finding.At::pointer).toList();
  }
}
