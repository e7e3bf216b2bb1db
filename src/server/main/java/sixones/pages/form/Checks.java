package sixones.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sixones.bid.Draft;
import sixones.bid.EntryReference;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluations;
import sixones.fact.Applicant;
import sixones.pages.choice.DivisionsByName;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.round.Round;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.DraftEvaluator;
import sixones.submission.RoundEvaluators;
import sixones.text.Text;

/** Builds and checks forms, for the self-check and working drafts alike. */
@ApplicationScoped
public class Checks {
  @Inject Evaluations evaluations;
  @Inject RoundEvaluators rounds;
  @Inject RuleSets ruleSets;
  @Inject Examples examples;
  @Inject Sections sections;
  @Inject Accepted accepted;

  private final Map<RuleSet, DivisionsByName> divisions = new ConcurrentHashMap<>();

  /** The field of the button that asks for everything that is missing. */
  private static final String ASKED = "asked";

  /** What the title of something new is called in a form, before the list that refers to it. */
  private static final String NEW = "new:";

  /** Whether a reader asked for everything that is missing. */
  public enum Asked {
    YES,
    NO,
    /** If anything is to be corrected: somebody opened what was kept. */
    IF_WRONG;

    boolean isOf(Tasks tasks) {
      return this == YES || this == IF_WRONG && tasks.isAnyToCorrect();
    }
  }

  /**
   * A form after a button was pressed.
   *
   * @param list the pointer of the list that gained or lost an entry; empty if none
   * @param also the pointer of the list that gained what that one refers to; empty if none
   * @param focus the pointer of the part to focus; empty if none
   */
  public record Changed(BidForm form, String list, String also, String focus, Asked asked) {
    public static Changed not(BidForm form) {
      return new Changed(form, "", "", "", Asked.YES);
    }

    /** Returns a form that was kept, as it is opened. */
    public static Changed opened(BidForm form) {
      return new Changed(form, "", "", "", Asked.IF_WRONG);
    }
  }

  /** Reads the submitted fields as a form. */
  public BidForm sent(Map<String, String> fields) {
    RuleSet ruleSet = ruleSets.find(fields.getOrDefault("/ruleSet", "")).orElse(newest());
    BidForm form = BidForm.of(fields, new ChoiceLabels(ruleSet)::of, divisions(ruleSet)::code);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (field.getKey().startsWith(NEW) && !field.getValue().isBlank()) {
        String title = field.getValue().strip();
        String member = Text.isHan(title) ? "zh" : "en";
        form = form.withReferred(field.getKey().substring(NEW.length()), title, member);
      }
    }
    return form;
  }

  /**
   * Reads the submitted fields as a form, and adds or removes the list entry named by the fields
   * {@code add} and {@code remove}.
   */
  public Changed changed(Map<String, String> sent) {
    BidForm form = sent(sent);
    Asked asked = sent.getOrDefault(ASKED, "").isEmpty() ? Asked.NO : Asked.YES;
    String added = sent.getOrDefault("add", "");
    String removed = sent.getOrDefault("remove", "");
    if (added.startsWith(NEW)) {
      String list = added.substring(NEW.length());
      EntryReference reference = Shapes.isList(list) ? BidForm.referring(list) : null;
      return reference == null
          ? new Changed(form, "", "", "", asked)
          : new Changed(form, list, reference.list(), list, asked);
    }
    String list = added.isEmpty() ? removed.replaceFirst("/[^/]*$", "") : added;
    if (!Shapes.isList(list)) {
      return new Changed(form, "", "", "", asked);
    }
    if (added.isEmpty()) {
      return new Changed(form.without(removed), list, "", list, asked);
    }
    BidForm more = form.withEntry(list);
    String last = list + "/" + (more.tree().at(list).size() - 1);
    return new Changed(more, list, "", last, asked);
  }

  /** Returns an empty form of the newest rule set. */
  public BidForm blank() {
    return BidForm.blank(newest().id(), sections.of(newest()).keySet());
  }

  /** Returns what the newest rule set knows of an applicant; empty if it is not on the roll. */
  public Optional<Applicant> applicant(String id) {
    return newest().applicants().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Checks a form by the newest rules. */
  public Check of(BidForm form, String asOf, Language language) {
    return Check.of(form, asOf, evaluations.today(), byNewestRules(), language);
  }

  /** Checks a form of an applicant by what the round it can be handed in to pins. */
  public Check of(Person person, BidForm form, String asOf, Language language) {
    String ruleSet = form.tree().path("ruleSet").asText();
    DraftEvaluator pinned = rounds.find(person, ruleSet).orElse(byNewestRules());
    return Check.of(form, asOf, evaluations.today(), pinned, language).by(person.applicant());
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
        divisions(carried(ruleSet)),
        changed,
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

  private DivisionsByName divisions(RuleSet ruleSet) {
    return divisions.computeIfAbsent(ruleSet, DivisionsByName::new);
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
