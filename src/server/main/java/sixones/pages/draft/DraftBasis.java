package sixones.pages.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sixones.answer.Explanation;
import sixones.casework.ApplicantCase;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.finding.Focus;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.OpenPlaces;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;
import sixones.ruleset.RuleSet;

/** Checks drafts by the day and the rules of the round they name, and says so in words. */
@ApplicationScoped
class DraftBasis {
  @Inject Rounds rounds;
  @Inject Checks checks;
  @Inject RuleSetChoice ruleSets;
  @Inject OwnCases cases;

  /**
   * A draft that was checked, and by which day and rules.
   *
   * @param reply the notice it can reply to; null if it can to none
   */
  record Checked(String basis, Check check, CheckView view, DraftReply reply) {
    /** Returns a copy that offers to bring back an entry that was removed; null offers nothing. */
    Checked undoing(CheckView.Undo undo) {
      return undo == null ? this : new Checked(basis, check, view.undoing(undo), reply);
    }
  }

  /**
   * Lets a draft that can be the reply to a notice be changed only where the notice lets it. A
   * draft of a closed round can be nothing else.
   */
  Checked asReply(
      Person person, WorkingDraft draft, Checked checked, BidForm form, Language language) {
    Round round = round(person, draft);
    if (round == null || round.state() != RoundState.CLOSED) {
      return checked;
    }
    ApplicantCase own = cases.ofRound(person, round.id()).orElse(null);
    IssuedNotice notice = own == null ? null : own.waiting();
    if (notice == null) {
      return checked;
    }
    Examined before = cases.examined(person, own);
    if (!before.ruleSet().digest().equals(form.ruleSet().digest())) {
      return checked;
    }
    OpenPlaces open = new OpenPlaces(before.bid(), form.bid(), notice.mayChange());
    CheckView view = checked.view().locked(open, form);
    FieldWords words = new FieldWords(Messages.of(form.ruleSet(), language));
    DraftReply reply =
        new DraftReply(
            own.id(),
            Moments.end(notice.due(), language),
            view.open().stream()
                .map(part -> new DraftReply.Open(part.target(), words.place(part.pointer())))
                .toList(),
            open.unlisted());
    return new Checked(checked.basis(), checked.check(), view, reply);
  }

  /** Returns the round a draft names; null if it names none. */
  Round round(Person person, WorkingDraft draft) {
    return draft.round() == null ? null : rounds.find(person, draft.round());
  }

  /** Returns what gives the rules whose form a draft has, by the rule set it names. */
  Function<String, RuleSet> rules(Person person, WorkingDraft draft) {
    Round round = round(person, draft);
    return id -> checks.rules(person, round, id);
  }

  /** Returns the saved draft as a form; empty if a form cannot represent it. */
  Optional<BidForm> form(Person person, WorkingDrafts.Saved saved) {
    return checks.kept(saved.text(), rules(person, saved.draft()));
  }

  /** Checks a form of a draft. */
  Checked check(
      Person person, WorkingDraft draft, Checks.Changed changed, String asOf, PageFrame frame) {
    Round round = round(person, draft);
    Check check = checks.of(person, round, changed.form(), asOf, frame.language());
    CheckView view =
        checks.view("/applicant/drafts/" + draft.id(), check, frame.language(), changed, "");
    return new Checked(
        words(round, changed, asOf, frame.language()) + named(changed, frame), check, view, null);
  }

  /** Names the rule set of a form where there are several, or several versions. */
  private String named(Checks.Changed changed, PageFrame frame) {
    if (!ruleSets.isOpen()) {
      return "";
    }
    String title = ruleSets.title(changed.form().ruleSet(), frame.language());
    return " " + frame.text("applicant.draft.basis.rules", "title", title);
  }

  /** Explains a draft that was checked; empty if what checked it is older than explanations. */
  Optional<Explanation> explain(Person person, WorkingDraft draft, Check check, Focus focus) {
    return checks.explain(person, round(person, draft), check, focus);
  }

  private static String stage(Round round) {
    if (!round.state().isPlanned()) {
      return "";
    }
    return round.rules().version() == null ? ".planned" : ".named";
  }

  private static String words(Round round, Checks.Changed changed, String asOf, Language language) {
    PageWords words = PageWords.in(language);
    String own = asOf.isBlank() ? "" : ".own-day";
    if (round == null) {
      return words.text("applicant.draft.basis.none" + own);
    }
    String name = StoredJson.name(round, language);
    String ruleSet = changed.form().tree().path("ruleSet").asText();
    if (!Checks.isFor(round, ruleSet)) {
      return words.text("applicant.draft.basis.other", Map.of("round", name));
    }
    return words.text(
        "applicant.draft.basis" + stage(round) + own,
        Map.of("round", name, "day", Moments.format(round.evaluationDay(), language)));
  }
}
