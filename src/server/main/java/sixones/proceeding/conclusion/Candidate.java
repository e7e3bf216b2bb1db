package sixones.proceeding.conclusion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sixones.bid.BidContract;
import sixones.bid.EntryReference;
import sixones.finding.Finding;
import sixones.proceeding.act.NoticeItem;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;

/**
 * What a notice has to tell or to drop with a reason: the places of one rule that the applicant can
 * mend and that have the same outcome.
 *
 * @param kind one of {@link NoticeItem#KINDS}
 * @param mayChange the places that a reply may change for it
 */
public record Candidate(
    Rule rule, Outcome outcome, String kind, List<String> pointers, List<String> mayChange) {
  public Candidate {
    pointers = List.copyOf(pointers);
    mayChange = List.copyOf(mayChange);
  }

  /**
   * Returns the candidates of all rules, in the order of the rule set: what fails, is incomplete or
   * can be cleared of what the verdict rests on, and what is left blank where people judge.
   *
   * @param conclusion what follows from the evaluation with the determinations in force
   */
  public static List<Candidate> of(Examined examined, Conclusion conclusion) {
    List<Candidate> candidates = new ArrayList<>();
    for (Finding finding : conclusion.findings()) {
      Map<Outcome, List<Finding.At>> places = new TreeMap<>();
      for (Finding.At place : finding.places()) {
        if (isMendable(finding.rule(), place)) {
          places.computeIfAbsent(place.outcome(), outcome -> new ArrayList<>()).add(place);
        }
      }
      places.forEach(
          (outcome, at) -> candidates.add(candidate(examined, finding.rule(), outcome, at)));
    }
    return candidates;
  }

  private static boolean isMendable(Rule rule, Finding.At place) {
    return switch (place.outcome()) {
      case FAIL -> rule.severity() == Severity.REQUIRED;
      case REVIEW -> rule.severity() == Severity.REQUIRED && !place.isRelaxed();
      case INCOMPLETE -> rule.severity() == Severity.REQUIRED || rule.severity() == Severity.JUDGED;
      default -> false;
    };
  }

  private static Candidate candidate(
      Examined examined, Rule rule, Outcome outcome, List<Finding.At> at) {
    List<String> pointers = at.stream().map(Finding.At::pointer).toList();
    String kind =
        outcome == Outcome.FAIL
            ? "wrong"
            : outcome == Outcome.REVIEW || at.stream().anyMatch(one -> one.unreadable() != null)
                ? "unclear"
                : "missing";
    return new Candidate(rule, outcome, kind, pointers, mayChange(examined, rule.id(), pointers));
  }

  /**
   * Returns the places a reply may change to mend places: those, their facts, and the followers the
   * rule set declares. For a rule set that declares none, what the rule reads stands in for them,
   * and what by the contract repeats a place that may change: a name and what refers to it.
   */
  public static List<String> mayChange(Examined examined, String rule, List<String> pointers) {
    ReadPlaces reads = new ReadPlaces(examined, examined.ruleSet().rules().get(rule));
    Set<String> places = new LinkedHashSet<>();
    for (String pointer : pointers) {
      String fact = reads.fact(pointer);
      places.add(fact == null || fact.isEmpty() ? pointer : fact);
      if (fact == null) {
        places.add(pointer + "/*");
      }
      String holder = pointer.substring(0, pointer.lastIndexOf('/'));
      if (!examined.bid().at(holder).isContainerNode()) {
        // What is blank as a whole is filled in as a whole.
        places.add(holder);
      }
    }
    Map<String, List<String>> followers = examined.ruleSet().followers();
    Set<String> all = new LinkedHashSet<>(places);
    for (String pointer : pointers) {
      if (followers.isEmpty()) {
        all.addAll(reads.of(pointer).values());
        all.addAll(referring(examined.ruleSet().contract(), pointer));
      }
      followers.forEach(
          (place, follow) -> all.addAll(BidPlaces.touches(pointer, place) ? follow : List.of()));
    }
    // The applicant is whose case it is, and no place is the whole bid.
    all.remove(examined.ruleSet().contract().applicant().toString());
    all.remove("");
    return List.copyOf(all);
  }

  /** An id that nobody reads need not change with what it stands for, so it draws nothing along. */
  private static List<String> referring(BidContract contract, String pointer) {
    List<String> referring = new ArrayList<>();
    contract
        .members()
        .forEach(
            (place, member) -> {
              EntryReference to = member.reference();
              if (to != null
                  && !to.closed()
                  && !pointer.isEmpty()
                  && BidPlaces.touches(pointer, to.list() + "/*/" + to.by())) {
                referring.add(place);
              }
            });
    return referring;
  }

  /** Returns it as an item of a notice. */
  public NoticeItem item(int n) {
    return new NoticeItem(
        n,
        kind,
        rule.requirement(),
        rule.id(),
        pointers,
        outcome.name(),
        rule.citation(),
        null,
        null,
        mayChange);
  }

  /** Returns whether a change of the bid at a place is one of what may change. */
  public static boolean allows(List<String> mayChange, String pointer) {
    return mayChange.stream().anyMatch(pattern -> BidPlaces.isWithin(pointer, pattern));
  }
}
