package sixones.pages.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import sixones.evaluation.Evaluations;
import sixones.fact.Applicant;
import sixones.pages.choice.DivisionsByName;
import sixones.pages.choice.FewApplicants;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrames;
import sixones.report.Language;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.text.Text;

/** The applicants that may bid today under any rule set of this application. */
@ApplicationScoped
class Applicants {
  @Inject RuleSets ruleSets;
  @Inject Evaluations evaluations;
  @Inject PageFrames frames;

  private final Map<RuleSet, DivisionsByName> names = new ConcurrentHashMap<>();

  /** Returns them by id, with their names. */
  List<Option> all(Language language) {
    return ruleSets.all().stream()
        .flatMap(this::ids)
        .distinct()
        .map(id -> new Option(id, frames.applicant(id, language), false))
        .toList();
  }

  private Stream<String> ids(RuleSet ruleSet) {
    return ruleSet.applicants().stream()
        .map(Applicant::id)
        .filter(id -> ruleSets.mayBid(id, evaluations.today()));
  }

  /** Returns as many as a page lists; of too many those that a text is a part of. */
  List<Option> few(String text, Language language) {
    List<Option> all = all(language);
    if (all.size() <= FewApplicants.MOST) {
      return all;
    }
    String part = text == null ? null : Text.fold(text);
    return all.stream()
        .filter(
            one ->
                part == null || one.value().contains(part) || Text.fold(one.label()).contains(part))
        .limit(FewApplicants.MOST)
        .toList();
  }

  /** Returns whether there are more than a page lists. */
  boolean areMany(Language language) {
    return all(language).size() > FewApplicants.MOST;
  }

  /** Returns those of one rule set; none if they are more than one table adds. */
  List<Option> few(RuleSet ruleSet, Language language) {
    List<String> ids = ids(ruleSet).toList();
    return ids.size() > PeopleFile.MOST
        ? List.of()
        : ids.stream().map(id -> new Option(id, frames.applicant(id, language), false)).toList();
  }

  /**
   * Returns the ids of all that a text names, in any language; a county shares its name with others
   * often.
   */
  Set<String> named(String text) {
    Set<String> named = new TreeSet<>();
    for (RuleSet ruleSet : ruleSets.newest()) {
      named.addAll(names.computeIfAbsent(ruleSet, DivisionsByName::new).codes(text));
    }
    named.removeIf(id -> !ruleSets.mayBid(id, evaluations.today()));
    return named;
  }
}
