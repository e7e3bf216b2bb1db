package sixones.pages.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.evaluation.Evaluations;
import sixones.fact.Applicant;
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

  /** Returns them by id, with their names. */
  List<Option> all(Language language) {
    Map<String, Option> all = new LinkedHashMap<>();
    for (RuleSet ruleSet : ruleSets.all()) {
      for (Applicant applicant : ruleSet.applicants()) {
        String id = applicant.id();
        if (ruleSets.mayBid(id, evaluations.today())) {
          all.putIfAbsent(id, new Option(id, frames.applicant(id, language), false));
        }
      }
    }
    return List.copyOf(all.values());
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

  /** Returns their ids by their names in every language. */
  Map<String, String> byName() {
    Map<String, String> all = new HashMap<>();
    for (Language language : Language.values()) {
      all(language).forEach(applicant -> all.put(applicant.label(), applicant.value()));
    }
    return all;
  }
}
