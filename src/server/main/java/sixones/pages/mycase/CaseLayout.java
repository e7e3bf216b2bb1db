package sixones.pages.mycase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.ApplicantCase;
import sixones.casework.OwnCases;
import sixones.draft.WorkingDrafts;
import sixones.pages.frame.CaseRules;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.mycase.MyCaseView.DecisionView;
import sixones.pages.mycase.MyCaseView.DoneRow;
import sixones.pages.mycase.MyCaseView.GroundView;
import sixones.pages.mycase.MyCaseView.LetterRow;
import sixones.pages.mycase.MyCaseView.NoticeView;
import sixones.pages.mycase.MyCaseView.ReplyDraft;
import sixones.pages.mycase.MyCaseView.Told;
import sixones.people.Person;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Decision;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Column;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.store.Cursor;

/** Lays out an applicant's case. */
@ApplicationScoped
class CaseLayout {
  private static final int DRAFTS = 100;

  @Inject OwnCases cases;
  @Inject WorkingDrafts drafts;

  MyCaseView of(
      Person person, ApplicantCase own, String done, ErrorSummary trouble, PageFrame frame) {
    Map<UUID, Examined> examined = new HashMap<>();
    examined.put(own.evaluation(), cases.examined(person, own));
    for (IssuedNotice notice : own.notices()) {
      examined.computeIfAbsent(
          notice.notice().evaluation(), id -> cases.examined(person, own, notice));
    }
    List<ReplyDraft> replies =
        own.waiting() == null
            ? List.of()
            : drafts.list(person, Cursor.START, DRAFTS).items().stream()
                .filter(draft -> own.round().id().equals(draft.round()))
                .map(
                    draft ->
                        new ReplyDraft(
                            draft.id(),
                            draft.name(),
                            Moments.exact(draft.savedAt(), frame.language())))
                .toList();
    return of(own, examined, replies, done, trouble, frame.language());
  }

  /**
   * Lays out a case.
   *
   * @param examined the evaluations that it and its notices name, by id
   */
  static MyCaseView of(
      ApplicantCase own,
      Map<UUID, Examined> examined,
      List<ReplyDraft> replies,
      String done,
      ErrorSummary trouble,
      Language language) {
    CaseWords words = new CaseWords(language);
    List<NoticeView> notices = new ArrayList<>();
    own.notices()
        .forEach(
            notice ->
                notices.add(
                    new NoticeWords(examined.get(notice.notice().evaluation()), language)
                        .notice(notice)));
    Collections.reverse(notices);
    NoticeWords rules = new NoticeWords(examined.get(own.evaluation()), language);
    List<DecisionView> decisions = new ArrayList<>();
    own.decisions().forEach(one -> decisions.add(decision(one, rules, words, language)));
    Collections.reverse(decisions);
    List<String> proceeds = new ArrayList<>(CaseRules.of(own.proceeds(), language));
    if (own.proceeds().remedy() != null) {
      proceeds.add(words.said(own.proceeds().remedy()));
    }
    return new MyCaseView(
        own.id(),
        Column.harmless(StoredJson.name(own.round(), language)),
        told(own, done, words),
        trouble,
        words.stand(own),
        notices,
        replies,
        decisions,
        own.letters().stream()
            .map(
                letter ->
                    new LetterRow(
                        "/cases/" + letter.bidCase() + "/letters/" + letter.of(),
                        words.text("notices.letter." + letter.kind()),
                        Moments.exact(letter.issuedAt(), language)))
            .toList(),
        own.done().stream().map(one -> done(one, words, language)).toList(),
        proceeds,
        new MyCaseView.May(own.waiting() != null, !own.state().isEnd(), !own.state().isEnd()));
  }

  private static Told told(ApplicantCase own, String done, CaseWords words) {
    ActKind kind =
        "reply".equals(done)
            ? ActKind.REPLY
            : "give-up".equals(done)
                ? ActKind.GIVE_UP
                : "recusal".equals(done) ? ActKind.RECUSE : null;
    ApplicantCase.Done last =
        own.done().stream().filter(one -> one.kind() == kind).reduce((a, b) -> b).orElse(null);
    if (last == null) {
      return null;
    }
    boolean isReply = kind == ActKind.REPLY;
    return new Told(
        words.text("mycase.told." + done),
        isReply ? "/applicant/submissions/" + last.submission() : null,
        isReply ? words.text("mycase.told.receipt") : null);
  }

  private static DoneRow done(ApplicantCase.Done one, CaseWords words, Language language) {
    String what =
        one.kind() == ActKind.RECUSE
            ? words.text(
                "mycase.done.recuse." + one.answer(),
                Map.of("name", one.about() == null ? "" : Column.harmless(one.about())))
            : words.text("mycase.done." + one.kind().id());
    return new DoneRow(
        what,
        Moments.exact(one.at(), language),
        one.by(),
        one.submission() == null ? null : "/applicant/submissions/" + one.submission(),
        words.said(one.reasons()));
  }

  private static DecisionView decision(
      ApplicantCase.Told told, NoticeWords rules, CaseWords words, Language language) {
    Decision decision = told.decision();
    String kind =
        told.kind() == ActKind.DECIDE
            ? Boolean.TRUE.equals(decision.listed()) ? "selected" : "not-selected"
            : told.kind().id();
    List<GroundView> grounds = new ArrayList<>();
    for (Decision.Ground ground : decision.grounds()) {
      List<String> says = new ArrayList<>();
      if (ground.notMendable() != null) {
        says.add(words.text("mycase.ground.not-mendable") + " " + words.said(ground.notMendable()));
      }
      if (ground.late() != null) {
        says.add(words.text("mycase.ground.late") + " " + words.said(ground.late()));
      }
      grounds.add(
          new GroundView(
              rules.title(ground.rule()),
              ground.pointer() == null ? null : rules.place(ground.pointer()),
              says));
    }
    for (Decision.Despite despite : decision.despite()) {
      if (told.kind() == ActKind.ACCEPT) {
        grounds.add(
            new GroundView(
                rules.title(despite.rule()),
                null,
                List.of(
                    words.text("mycase.ground.despite") + " " + words.said(despite.reasons()))));
      }
    }
    Decision.Leaders leaders = decision.leaders();
    String by =
        leaders == null
            ? null
            : words.text(
                "mycase.decided.by",
                Map.of(
                    "body",
                    Column.harmless(leaders.body()),
                    "day",
                    leaders.day().toString(),
                    "minutes",
                    Column.harmless(leaders.minutes())));
    return new DecisionView(
        words.text("mycase.decided." + kind),
        Moments.exact(told.at(), language),
        told.superseded(),
        by,
        grounds,
        words.said(decision.reasons()));
  }
}
