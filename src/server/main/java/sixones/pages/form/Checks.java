package sixones.pages.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.EntryReference;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.finding.Focus;
import sixones.pages.choice.DivisionsByName;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.DraftEvaluator;
import sixones.submission.RoundEvaluators;
import sixones.submission.Submission;
import sixones.text.Text;

/** Builds and checks forms, for the self-check and working drafts alike. */
@ApplicationScoped
public class Checks {
  @Inject Evaluations evaluations;
  @Inject RoundEvaluators rounds;
  @Inject Rounds calls;
  @Inject RuleSets ruleSets;
  @Inject Examples examples;

  private final Map<RuleSet, DivisionsByName> divisions = new ConcurrentHashMap<>();
  private final Map<RuleSet, Map<String, List<String>>> accepted = new ConcurrentHashMap<>();

  /** The field of the button that asks for everything that is missing. */
  private static final String ASKED = "asked";

  private static final String RULE_SET = "/ruleSet";

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

  /** Reads the submitted fields as a form of the newest rules of the rule set they name. */
  public BidForm sent(Map<String, String> fields) {
    return sent(fields, this::named);
  }

  /**
   * Reads the submitted fields as a form.
   *
   * @param rules gives the rules by the id that the fields name
   */
  public BidForm sent(Map<String, String> fields, Function<String, RuleSet> rules) {
    RuleSet ruleSet = rules.apply(fields.getOrDefault(RULE_SET, ""));
    BidForm form =
        BidForm.of(fields, ruleSet, new ChoiceLabels(ruleSet)::of, divisions(ruleSet)::code);
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
    return changed(sent, this::named);
  }

  /**
   * Reads the submitted fields as a form, and does what its button says.
   *
   * @param rules gives the rules by the id that the fields name
   */
  public Changed changed(Map<String, String> sent, Function<String, RuleSet> rules) {
    BidForm form = sent(sent, rules);
    Asked asked = asked(sent);
    String added = sent.getOrDefault("add", "");
    String removed = sent.getOrDefault("remove", "");
    if (added.startsWith(NEW)) {
      String list = added.substring(NEW.length());
      EntryReference reference = Shapes.isList(form.contract(), list) ? form.referring(list) : null;
      return reference == null
          ? new Changed(form, "", "", "", asked)
          : new Changed(form, list, reference.list(), list, asked);
    }
    String list = added.isEmpty() ? removed.replaceFirst("/[^/]*$", "") : added;
    if (!Shapes.isList(form.contract(), list)) {
      return new Changed(form, "", "", "", asked);
    }
    if (added.isEmpty()) {
      return new Changed(form.without(removed), list, "", list, asked);
    }
    BidForm more = form.withEntry(list);
    String last = list + "/" + (more.tree().at(list).size() - 1);
    return new Changed(more, list, "", last, asked);
  }

  /** Returns a submitted form as it is. */
  public Changed unchanged(BidForm form, Map<String, String> sent) {
    return new Changed(form, "", "", "", asked(sent));
  }

  private static Asked asked(Map<String, String> sent) {
    return sent.getOrDefault(ASKED, "").isEmpty() ? Asked.NO : Asked.YES;
  }

  /**
   * Returns a form that got an entry of an earlier state of it back.
   *
   * @param entry the pointer the entry had
   * @param sent the fields the form was submitted with
   */
  public Changed restored(BidForm form, BidForm before, String entry, Map<String, String> sent) {
    String list = entry.replaceFirst("/[^/]*$", "");
    boolean isThere =
        Shapes.isList(form.contract(), list) && !before.tree().at(entry).isMissingNode();
    return isThere
        ? new Changed(form.withEntry(entry, before.tree().at(entry)), list, "", entry, asked(sent))
        : unchanged(form, sent);
  }

  /** Returns the label of a place, such as the number of an entry. */
  public String label(BidForm form, String pointer, Language language) {
    return new FieldWords(Messages.of(form.ruleSet(), language)).label(pointer);
  }

  /**
   * Returns the form of a stored text; empty if a form cannot represent it.
   *
   * @param rules gives the rules by the id that the text names
   */
  public Optional<BidForm> kept(WorkingDrafts.Text text, Function<String, RuleSet> rules) {
    return KeptForm.of(text, rules);
  }

  /** Returns the form of a submission; empty if a form cannot represent it. */
  public Optional<BidForm> submitted(Person person, Submission submission, byte[] bytes) {
    Round round = calls.find(person, submission.round());
    RuleSet pinned = rules(person, round, round.ruleSet());
    return KeptForm.of(new WorkingDrafts.Text(submission.content().form(), bytes), id -> pinned);
  }

  /**
   * Returns the rules whose form a draft has: those that its round pins or names, or the newest of
   * the rule set the draft names.
   *
   * @param round the round the draft names, or null
   * @param id the rule set that the draft names; may be empty or unknown
   */
  public RuleSet rules(Person person, Round round, String id) {
    if (!isFor(round, id)) {
      return named(id);
    }
    String pinned = round.rules().bundle();
    return ruleSets.all().stream()
        .filter(set -> set.bundle().equals(pinned))
        .findFirst()
        .or(() -> rounds.rules(person, round))
        .orElseGet(() -> named(round.ruleSet()));
  }

  /** Returns an empty form of a rule set. */
  public BidForm blank(RuleSet ruleSet) {
    return BidForm.blank(ruleSet);
  }

  /**
   * Checks a form by the newest rules of the rule set it names, as of today unless it says another
   * day.
   */
  public Check of(BidForm form, String asOf, Language language) {
    return of(null, null, form, asOf, language);
  }

  /**
   * Checks a form by the day and the rules of a round.
   *
   * @param round the round the draft names; null for the newest rules as of today
   */
  public Check of(Person person, Round round, BidForm form, String asOf, Language language) {
    Round known = isFor(round, form.tree().at(RULE_SET).asText()) ? round : null;
    LocalDate day = known == null ? evaluations.today() : known.evaluationDay();
    Check check = Check.of(form, asOf, day, evaluator(person, known), language);
    return person == null ? check : check.by(person.applicant());
  }

  /**
   * Evaluates a draft by the day and the rules of a round.
   *
   * @param round the round the draft names; null for the newest rules as of today
   */
  public Evaluation evaluate(Person person, Round round, WorkingDrafts.Text text)
      throws UnreadableDraft, UnknownRuleSet, NoRuleInForce {
    String ruleSet = Draft.ruleSetOf(text.bytes(), text.form());
    Round known = isFor(round, ruleSet) ? round : null;
    LocalDate day = known == null ? evaluations.today() : known.evaluationDay();
    return evaluator(person, known).evaluate(text.bytes(), text.form(), day);
  }

  /** Explains a check by what made it; empty if that is older than explanations. */
  public Optional<Explanation> explain(Person person, Round round, Check check, Focus focus) {
    Round known = isFor(round, check.form().tree().path("ruleSet").asText()) ? round : null;
    byte[] bytes = check.form().file();
    LocalDate day = check.evaluation().asOf();
    try {
      return known != null && known.isPinned()
          ? rounds.explain(person, known, bytes, Draft.Format.JSON, day, focus)
          : Optional.of(
              Explanation.of(
                  check.evaluation(),
                  Draft.readPartly(
                      bytes, Draft.Format.JSON, check.evaluation().ruleSet().contract()),
                  focus));
    } catch (UnreadableDraft | NoRuleInForce e) {
      throw new IllegalStateException("what was evaluated can be explained", e);
    }
  }

  private DraftEvaluator evaluator(Person person, Round round) {
    return rounds
        .of(person, round, this::by)
        .orElse(
            (bytes, form, day) ->
                by(evaluations.ruleSetOf(bytes, form, null)).evaluate(bytes, form, day));
  }

  private DraftEvaluator by(RuleSet rules) {
    return (bytes, form, day) ->
        evaluations.run(Draft.readPartly(bytes, form, rules.contract()), day, rules);
  }

  /** Returns whether a round judges drafts that name a rule set. */
  public static boolean isFor(Round round, String ruleSet) {
    return round != null && (ruleSet.isEmpty() || round.ruleSet().equals(ruleSet));
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
    RuleSet ruleSet = check.form().ruleSet();
    return CheckView.of(
        self, check, language, accepted(ruleSet), divisions(ruleSet), changed, pasted, examples);
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
    return OtherEncoding.of(file, address, along, this::named, language);
  }

  private DivisionsByName divisions(RuleSet ruleSet) {
    return divisions.computeIfAbsent(ruleSet, DivisionsByName::new);
  }

  /** Returns what is wrong with the values of a form, by its fields, whatever the rules say. */
  public List<DefectWords.Named> defects(BidForm form, Language language) {
    try {
      Draft.read(form.file(), Draft.Format.JSON, form.contract());
      return List.of();
    } catch (UnreadableDraft e) {
      return DefectWords.named(
          Problem.of(e, language).errors(),
          form.stated().understood(),
          Messages.of(form.ruleSet(), language));
    }
  }

  /** Returns the words that rules accept in free-text fields, by place. */
  public Map<String, List<String>> accepted(RuleSet ruleSet) {
    return accepted.computeIfAbsent(ruleSet, Accepted::of);
  }

  /**
   * Returns the newest version of a rule set; of the first one if there is none with this id.
   *
   * @param id may be empty or unknown
   */
  public RuleSet named(String id) {
    return ruleSets.find(id).orElse(ruleSets.newest().get(0));
  }
}
