package sixones.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluations;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.round.Round;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.DraftEvaluator;
import sixones.submission.RoundEvaluators;

/** Builds and checks forms, for the self-check and working drafts alike. */
@ApplicationScoped
public class Checks {
  @Inject Evaluations evaluations;
  @Inject RoundEvaluators rounds;
  @Inject RuleSets ruleSets;
  @Inject Examples examples;
  @Inject Sections sections;
  @Inject Accepted accepted;

  /**
   * A form after a button was pressed.
   *
   * @param list the pointer of the list that gained or lost an entry; empty if none
   * @param focus the pointer of the part to focus; empty if none
   */
  public record Changed(BidForm form, String list, String focus) {
    public static Changed not(BidForm form) {
      return new Changed(form, "", "");
    }
  }

  /** Reads the submitted fields as a form. */
  public BidForm sent(Map<String, String> fields) {
    RuleSet ruleSet = ruleSets.find(fields.getOrDefault("/ruleSet", "")).orElse(newest());
    return BidForm.of(fields, new ChoiceLabels(ruleSet)::of);
  }

  /**
   * Reads the submitted fields as a form, and adds or removes the list entry named by the fields
   * {@code add} and {@code remove}.
   */
  public Changed changed(Map<String, String> sent) {
    BidForm form = sent(sent);
    String added = sent.getOrDefault("add", "");
    String removed = sent.getOrDefault("remove", "");
    String list = added.isEmpty() ? removed.replaceFirst("/[^/]*$", "") : added;
    if (!Shapes.isList(list)) {
      return Changed.not(form);
    }
    if (added.isEmpty()) {
      return new Changed(form.without(removed), list, list);
    }
    BidForm more = form.withEntry(list);
    return new Changed(more, list, list + "/" + (more.tree().at(list).size() - 1));
  }

  /** Returns an empty form of the newest rule set. */
  public BidForm blank() {
    return BidForm.blank(newest().id(), sections.of(newest()).keySet());
  }

  /** Checks a form by the newest rules. */
  public Check of(BidForm form, String asOf, Language language) {
    return Check.of(form, asOf, evaluations.today(), byNewestRules(), language);
  }

  /** Checks a form of an applicant by what the round it can be handed in to pins. */
  public Check of(Person person, BidForm form, String asOf, Language language) {
    String ruleSet = form.tree().path("ruleSet").asText();
    DraftEvaluator pinned = rounds.find(person, ruleSet).orElse(byNewestRules());
    return Check.of(form, asOf, evaluations.today(), pinned, language);
  }

  /**
   * Returns the evaluator for the drafts of an applicant that name a rule set: what the first open
   * round among those given pins, or else the newest rules.
   */
  public DraftEvaluator evaluator(Person person, Collection<Round> among, String ruleSet) {
    return rounds.find(person, among, ruleSet).orElse(byNewestRules());
  }

  private DraftEvaluator byNewestRules() {
    return (bytes, format, day) -> evaluations.run(Draft.readPartly(bytes, format), day);
  }

  /**
   * Returns the view of a check.
   *
   * @param self the address of the page
   * @param changed the form after a button was pressed
   * @param pasted the text of a bid file that cannot be read
   */
  public CheckView view(
      String self, Check check, Language language, Changed changed, String pasted) {
    RuleSet ruleSet =
        check.evaluation() != null
            ? check.evaluation().ruleSet()
            : ruleSets.find(check.form().tree().path("ruleSet").asText()).orElse(newest());
    return CheckView.of(
        self,
        check,
        language,
        ruleSet,
        sections.of(carried(ruleSet)),
        accepted.of(carried(ruleSet)),
        changed.focus(),
        changed.list(),
        pasted,
        examples);
  }

  /** Returns the view of a check whose form no button changed. */
  public CheckView view(String self, Check check, Language language) {
    return view(self, check, language, Changed.not(check.form()), "");
  }

  /**
   * Returns the view of a file that is not UTF-8.
   *
   * @param address the address the chosen encoding is submitted to
   * @param along the hidden fields of that form
   */
  public OtherEncoding otherEncoding(
      ChosenFile file, String address, Map<String, String> along, Language language) {
    FieldWords words = new FieldWords(language, Messages.of(newest(), language));
    return OtherEncoding.of(file, address, along, words, language);
  }

  /** Returns what is wrong with the values of a form, by its fields, whatever the rules say. */
  public List<DefectWords.Named> defects(BidForm form, Language language) {
    try {
      Draft.read(form.file(), Draft.Format.JSON);
      return List.of();
    } catch (UnreadableDraft e) {
      return DefectWords.named(
          Problem.of(e, language).errors(), form.stated().understood(), language);
    }
  }

  /** Returns the rule set whose words and choices a form has. */
  public RuleSet ruleSet(BidForm form) {
    return ruleSets.find(form.tree().path("ruleSet").asText()).orElse(newest());
  }

  /** Returns the words that rules accept in free-text fields, by place without indexes. */
  public Map<String, List<String>> accepted(RuleSet ruleSet) {
    return accepted.of(carried(ruleSet));
  }

  /** The version whose form is shown: this application has the form of its own versions alone. */
  private RuleSet carried(RuleSet ruleSet) {
    return ruleSets.all().contains(ruleSet)
        ? ruleSet
        : ruleSets.find(ruleSet.id()).orElse(newest());
  }

  private RuleSet newest() {
    return ruleSets.all().get(0);
  }
}
