package sixones.pages.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.draft.WorkingDrafts;
import sixones.fact.Applicant;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.Examples;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.report.Language;
import sixones.ruleset.RuleSet;

/** What a draft can begin from, or be replaced by, besides a file: a blank form, or an example. */
@ApplicationScoped
class Beginnings {
  static final String BLANK = "blank";

  @Inject Checks checks;
  @Inject Examples examples;
  @Inject RuleSetChoice ruleSets;

  /**
   * What a draft of one rule set can begin from.
   *
   * @param title the title of the rule set; null if there is no other
   */
  record Group(String title, List<Option> choices) {}

  /**
   * Returns what a draft can begin from, by rule set. Where there are several, a choice begins with
   * the id of its rule set and a slash.
   *
   * @param chosen the choice that is selected
   * @param blank whether a blank form is among them
   */
  List<Group> of(String chosen, boolean blank, Language language) {
    return ruleSets.all().stream().map(set -> group(set, chosen, blank, language)).toList();
  }

  private Group group(RuleSet rules, String chosen, boolean blank, Language language) {
    String set = ruleSets.isOpen() ? rules.id() + "/" : "";
    PageWords words = PageWords.in(language);
    List<Option> choices = new ArrayList<>();
    if (blank) {
      choices.add(option(set + BLANK, words.text("applicant.new.blank"), chosen));
    }
    Check empty = checks.of(checks.blank(rules), "", language);
    for (CheckView.Example example : checks.view("/", empty, language).examples()) {
      String label = words.text("applicant.new.example", Map.of("name", example.label()));
      choices.add(option(set + example.name(), label, chosen));
    }
    return new Group(set.isEmpty() ? null : ruleSets.title(rules.id(), language), choices);
  }

  private static Option option(String value, String label, String chosen) {
    return new Option(value, label, value.equals(chosen));
  }

  /** Returns the choice of a blank form of a rule set. */
  String blank(RuleSet rules) {
    return ruleSets.isOpen() ? rules.id() + "/" + BLANK : BLANK;
  }

  /**
   * Builds the content, always with the code of the applicant the person acts for; a blank one with
   * its names, too.
   *
   * @param rules the rule set of a choice that names none
   * @param from a choice
   * @throws NotFoundException if there is no such choice
   */
  WorkingDrafts.Text text(Person person, RuleSet rules, String from) {
    int slash = from.indexOf('/');
    return slash < 0
        ? begun(person, rules, from)
        : begun(person, ruleSets.find(from.substring(0, slash)), from.substring(slash + 1));
  }

  private WorkingDrafts.Text begun(Person person, RuleSet rules, String from) {
    BidForm form =
        from.equals(BLANK)
            ? checks.blank(rules)
            : BidForm.of(
                examples.bid(rules, from).orElseThrow(NotFoundException::new).tree(), rules);
    ObjectNode bid = form.tree().deepCopy();
    String place = rules.contract().applicant();
    int slash = place.lastIndexOf('/');
    ObjectNode around = slash == 0 ? bid : bid.withObject(place.substring(0, slash));
    around.put(place.substring(slash + 1), person.applicant());
    if (from.equals(BLANK)) {
      rules.applicant(person.applicant()).ifPresent(one -> name(rules, one, place, around));
    }
    return new WorkingDrafts.Text(Draft.Format.JSON, BidForm.of(bid, rules).file());
  }

  /** Names the applicant if exactly one member beside its id takes names. */
  private static void name(RuleSet rules, Applicant one, String place, ObjectNode around) {
    String beside = place.substring(0, place.lastIndexOf('/') + 1);
    List<String> names =
        rules.contract().members().entrySet().stream()
            .filter(member -> member.getValue().kind().equals("names"))
            .map(Map.Entry::getKey)
            .filter(at -> at.startsWith(beside) && at.indexOf('/', beside.length()) < 0)
            .toList();
    if (names.size() == 1) {
      String name = names.get(0).substring(beside.length());
      around.putObject(name).put("en", one.en()).put("zh", one.zh());
    }
  }
}
