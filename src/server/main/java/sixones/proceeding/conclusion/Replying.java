package sixones.proceeding.conclusion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.DraftDifference;
import sixones.proceeding.act.Reply;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.text.Text;

/** Tells whether a bid may be handed in as a reply. */
public final class Replying {
  private static final int MOST_FAULTS = 100;
  private static final int SHOWN = 60;

  private Replying() {}

  /**
   * Returns what a reply changes.
   *
   * @param before the evaluation that the notice told of
   * @param mayChange the places that may change
   * @param marksUnlisted whether other changes are marked, not refused
   * @param addsFiles whether evidence files are added, so that the bid need not change
   * @throws Refused with a fault for each change that is not listed, or if nothing changed, or if
   *     it is another applicant's bid or one for other rules
   */
  public static List<Reply.Changed> changes(
      Examined before,
      Examined after,
      List<String> mayChange,
      boolean marksUnlisted,
      boolean addsFiles) {
    List<Difference> differences = differences(before, after, mayChange);
    if (differences.isEmpty() && !addsFiles) {
      throw Refused.wrong("", "nothing-changed", Map.of());
    }
    List<Reply.Changed> changes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Difference one : differences) {
      DraftDifference.Change change = one.change();
      changes.add(new Reply.Changed(change.before(), change.after(), one.by()));
      if (one.by().equals("unlisted") && !marksUnlisted && faults.size() < MOST_FAULTS) {
        faults.add(unlisted(change));
      }
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
    return changes;
  }

  /**
   * Returns what a bid would change as a reply, whether it may or not.
   *
   * @throws Refused if it is another applicant's bid or one for other rules
   */
  public static List<Difference> differences(
      Examined before, Examined after, List<String> mayChange) {
    isOfTheCase(before, after);
    Set<String> follow = new HashSet<>();
    before.ruleSet().followers().values().forEach(follow::addAll);
    List<String> listed = mayChange.stream().filter(place -> !follow.contains(place)).toList();
    List<Difference> differences = new ArrayList<>();
    for (DraftDifference.Change change : DraftDifference.between(before.bid(), after.bid())) {
      String place = inBefore(change, before, after);
      String by =
          Candidate.allows(listed, place)
              ? "listed"
              : Candidate.allows(mayChange, place) ? "follows" : "unlisted";
      differences.add(new Difference(change, by));
    }
    return differences;
  }

  /**
   * A value that differs from the bid the notice tells of.
   *
   * @param by {@code listed}, {@code follows} or {@code unlisted}
   */
  public record Difference(DraftDifference.Change change, String by) {}

  private static void isOfTheCase(Examined before, Examined after) {
    String applicant = before.evaluation().draft().applicant();
    if (!applicant.equals(after.evaluation().draft().applicant())) {
      throw Refused.wrong("", "another-applicant", Map.of("applicant", applicant));
    }
    if (!before.ruleSet().digest().equals(after.ruleSet().digest())) {
      throw Refused.wrong("", "another-rule-set", Map.of("ruleSet", before.ruleSet().id()));
    }
  }

  private static String inBefore(DraftDifference.Change change, Examined before, Examined after) {
    if (change.before() != null) {
      return change.before();
    }
    String place = BidPlaces.mapped(change.after(), after.bid(), before.bid());
    return place == null ? change.after() : place;
  }

  private static Fault unlisted(DraftDifference.Change change) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("was", change.was() == null ? "" : Text.shortened(change.was().asText(), SHOWN));
    values.put("is", change.is() == null ? "" : Text.shortened(change.is().asText(), SHOWN));
    return new Fault(change.after() == null ? change.before() : change.after(), "unlisted", values);
  }
}
