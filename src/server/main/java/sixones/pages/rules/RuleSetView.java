package sixones.pages.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sixones.library.RuleLibrary;
import sixones.pages.frame.PageAddresses;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.NotEvaluated;
import sixones.report.Passage;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/**
 * A rule set version as its template renders it.
 *
 * @param changes the address of what changed since the version before; null if there is none
 * @param others the other versions
 * @param notEvaluated what the programme asks that one bid alone cannot show
 */
public record RuleSetView(
    String title,
    String version,
    String address,
    String changes,
    List<Version> others,
    List<Group> groups,
    List<NotEvaluated> notEvaluated) {

  /** Another version of the rule set. */
  public record Version(String name, String address) {}

  /**
   * A requirement, or a group of rules on the whole bid.
   *
   * @param demand the gist of the demand; null for a group
   */
  public record Group(
      String title, String demand, String source, String sourceAddress, List<Entry> rules) {}

  /** Returns the address of the JSON Schema of its bids. */
  public String schema() {
    return "/api/schemas" + address.substring("/rules".length());
  }

  public record Entry(String id, String title, String severity, String address) {}

  /**
   * Returns a view of a version.
   *
   * @param versions the known versions of the rule set, the newest first
   */
  static RuleSetView of(RuleSet set, List<RuleSet> versions, Language language) {
    Messages messages = Messages.of(set, language);
    Set<String> ids = new LinkedHashSet<>(set.requirements());
    set.rules().values().forEach(rule -> ids.add(rule.requirement()));
    List<Group> groups = new ArrayList<>();
    for (String id : ids) {
      Passage demand = set.requirements().contains(id) ? messages.passage(set.demand(id)) : null;
      groups.add(
          new Group(
              messages.title(id),
              demand == null ? null : demand.gist(),
              demand == null ? null : demand.source(),
              demand == null ? null : demand.address(),
              set.rules().values().stream()
                  .filter(rule -> rule.requirement().equals(id))
                  .map(rule -> entry(set, rule, messages))
                  .toList()));
    }
    String version = set.id() + " " + set.version() + "+" + set.digest().substring(0, 12);
    boolean isFirst = RuleLibrary.before(versions, set).isEmpty();
    return new RuleSetView(
        messages.title(set),
        version,
        PageAddresses.rules(set),
        isFirst ? null : PageAddresses.rules(set) + "/changes",
        versions.stream()
            .filter(other -> !other.version().equals(set.version()))
            .map(o -> new Version(o.id() + " " + o.version(), PageAddresses.rules(o)))
            .toList(),
        groups,
        set.otherBids().stream()
            .map(
                asked ->
                    new NotEvaluated(
                        asked.id(),
                        messages.in(asked.title()),
                        messages.passage(set.citations().get(asked.citation()))))
            .toList());
  }

  private static Entry entry(RuleSet set, Rule rule, Messages messages) {
    return new Entry(
        rule.id(),
        messages.title(rule.id()),
        messages.text("severity." + rule.severity().word()),
        PageAddresses.rules(set) + "/" + rule.id());
  }
}
