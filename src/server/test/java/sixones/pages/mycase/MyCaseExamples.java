package sixones.pages.mycase;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import sixones.casework.ApplicantCase;
import sixones.casework.ApplicantCasesInTests;
import sixones.casework.Cases;
import sixones.casework.ReplyFiles;
import sixones.casework.letter.IssuedLetter;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.EvidenceType;
import sixones.evidence.FileOwner;
import sixones.evidence.FilesInTests;
import sixones.library.RuleLibrary;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrame;
import sixones.pages.mycase.AskingPages.AskingView;
import sixones.pages.report.RuleLinks;
import sixones.people.Role;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.Replying;
import sixones.report.Language;
import sixones.round.RoundState;
import sixones.submission.SubmissionFiles;

/** An applicant's case in each state, its reply, and what it asks for. */
@Singleton
class MyCaseExamples implements PageExamples {
  private static final String RULE = "park-for-manufacturing";
  private static final String PLACE = "/parks/0/manufacturing";
  private static final String SCOPE = "/conferences/0/scope";
  private static final String SETTLED =
      "{'judgementsBeforeProposal':{'value':false,'citation':'a test'},"
          + "'corrections':{'value':2,'citation':'a test'},"
          + "'remedy':{'value':{'zh':'如有异议，可以向本机关书面提出。'},'citation':'a test'}}";
  private static final String GIVE_UP = "{'noReply':{'value':'give-up','citation':'a test'}}";

  @Inject RecordsInTests records;
  @Inject RuleLibrary library;

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    all.add(mycase("mycase-received", one -> {}));
    all.add(mycase("mycase-in-review", one -> one.take(1)));
    all.add(mycase("mycase-returned", MyCaseExamples::returned));
    all.add(
        new Example(
            "mycase-returned-give-up",
            language -> {
              CaseInTests one = bid(GIVE_UP);
              one.take(1);
              one.returned(10);
              one.later(Duration.ofDays(9).plusHours(15));
              return page(one, List.of(), null, language);
            }));
    all.add(mycase("mycase-replied", MyCaseExamples::replied));
    all.add(
        mycase(
            "mycase-lapsed",
            one -> {
              returned(one);
              one.later(Duration.ofDays(30));
            }));
    all.add(mycase("mycase-accepted", MyCaseExamples::accepted));
    all.add(mycase("mycase-refused", MyCaseExamples::refused));
    all.add(
        mycase(
            "mycase-reopened",
            one -> {
              refused(one);
              one.confirm(
                  2,
                  one.act(
                      1,
                      ActKind.REOPEN,
                      "{'ground':'own-error','reasons':{'en':'we overlooked a page'}}"));
            }));
    all.add(mycase("mycase-proposed", one -> proposed(one, true)));
    all.add(mycase("mycase-selected", one -> decided(one, true)));
    all.add(mycase("mycase-not-selected", one -> decided(one, false)));
    all.add(
        mycase(
            "mycase-given-up", one -> one.act(one.applicant(), one.asked(ActKind.GIVE_UP, "{}"))));
    all.add(late());
    all.add(reply("mycase-reply", true, false, List.of()));
    all.add(reply("mycase-reply-unconfirmed", true, false, List.of("confirm", "untruthful")));
    all.add(reply("mycase-reply-unlisted", true, true, List.of()));
    all.add(reply("mycase-reply-nothing", false, false, List.of()));
    all.add(replyRefused());
    all.add(files("mycase-files", true, false));
    all.add(files("mycase-files-refused", true, true));
    all.add(files("mycase-files-over", false, false));
    all.add(giveUp("mycase-give-up", Map.of(), List.of(), false));
    all.add(giveUp("mycase-give-up-sure", Map.of("reasons", "另有安排，不再申报。"), List.of(), true));
    all.add(giveUp("mycase-give-up-wrong", Map.of("reasons", "no"), List.of("reasons"), false));
    all.add(recusal("mycase-recusal", Map.of(), List.of()));
    all.add(
        recusal(
            "mycase-recusal-wrong",
            Map.of("officer", "王芳 ".repeat(20), "ground", "kin", "reasons", "…"),
            List.of("officer", "reasons")));
    return all;
  }

  private static PageFrame applicant(Language language) {
    return frame(language, Role.APPLICANT, "/applicant/cases");
  }

  private static CaseInTests bid(String settings) {
    return CaseInTests.of(
        EvaluatedInTests.changed(PLACE, false, SCOPE, "national"),
        CaseSettings.read(settings.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns a case with items of rules and one of the office, widened. */
  private static void returned(CaseInTests one) {
    one.take(1);
    Notice told = one.notice(10);
    List<NoticeItem> items = new ArrayList<>(told.items());
    items.add(
        new NoticeItem(
            items.size() + 1,
            "unproven",
            null,
            null,
            List.of("/conferences/0/name"),
            null,
            null,
            new GivenReasons("请说明会议是否已获批准举办。", null),
            new GivenReasons("请补充批准文件的名称和文号。", "Add the document’s name and number."),
            List.of("/conferences/*")));
    one.confirm(2, one.act(1, new Notice(null, items, told.dropped(), told.term(), null)));
    String widening =
        "{'notice':'%s','mayChange':['/parks/*'],'reasons':{'en':'the parks belong together'}}"
            .formatted(one.view().notices().get(0).id());
    one.confirm(2, one.act(1, ActKind.WIDEN, widening));
    one.later(Duration.ofDays(3));
  }

  private static void replied(CaseInTests one) {
    returned(one);
    if (one.reply(EvaluatedInTests.changed(PLACE, true, SCOPE, "national")) != null) {
      throw new AssertionError("the reply is refused");
    }
  }

  private static void accepted(CaseInTests one) {
    replied(one);
    one.confirm(
        2,
        one.act(
            1,
            ActKind.ACCEPT,
            "{'despite':[{'rule':'world-conference-world-scope',"
                + "'reasons':{'zh':'会议规格正在申请调整，予以受理。'}}]}"));
  }

  private static void refused(CaseInTests one) {
    returned(one);
    one.later(Duration.ofDays(30));
    one.act(1, ActKind.LAPSE, "{'notice':'" + one.view().notices().get(0).id() + "'}");
    one.confirm(
        2,
        one.act(
            1,
            ActKind.REFUSE,
            "{'grounds':[{'rule':'"
                + RULE
                + "','pointer':'"
                + PLACE
                + "'}],"
                + "'reasons':{'zh':'期限内未补正，园区不以制造业为主。'}}"));
  }

  private static void proposed(CaseInTests one, boolean listed) {
    accepted(one);
    one.confirm(2, one.act(1, ActKind.PROPOSE, "{'listed':" + listed + "}"));
  }

  private static void decided(CaseInTests one, boolean listed) {
    proposed(one, listed);
    one.confirm(
        2,
        one.act(
            1,
            ActKind.DECIDE,
            "{'listed':"
                + listed
                + ",'leaders':{'body':'省政府常务会议','day':'2026-03-02','minutes':'第3期'},"
                + "'despite':[],'reasons':{'zh':'综合各方面情况，经研究决定。'}}"));
  }

  private Example mycase(String name, Consumer<CaseInTests> acts) {
    return new Example(
        name,
        language -> {
          CaseInTests one = bid(SETTLED);
          acts.accept(one);
          return page(one, done(one), null, language);
        });
  }

  private static List<ApplicantCase.Done> done(CaseInTests one) {
    List<ApplicantCase.Done> done = new ArrayList<>();
    done.add(
        new ApplicantCase.Done(
            ActKind.RECUSE,
            one.now,
            "li.wei",
            null,
            "王芳",
            "asked",
            new GivenReasons("其配偶在本园区企业任职。", null)));
    one.acts.stream()
        .filter(act -> act.kind() == ActKind.REPLY || act.kind() == ActKind.GIVE_UP)
        .forEach(
            act ->
                done.add(
                    new ApplicantCase.Done(
                        act.kind(),
                        act.at(),
                        "li.wei",
                        act.kind() == ActKind.REPLY ? RecordsInTests.ID : null,
                        null,
                        null,
                        null)));
    return done;
  }

  private static List<IssuedLetter> letters(CaseInTests one) {
    List<IssuedLetter> letters = new ArrayList<>();
    one.view()
        .notices()
        .forEach(
            notice ->
                letters.add(
                    new IssuedLetter(
                        "a".repeat(64),
                        one.bidCase.id(),
                        notice.id(),
                        notice.id(),
                        "correction",
                        notice.issuedAt())));
    return letters;
  }

  private ApplicantCase own(CaseInTests one, List<ApplicantCase.Done> done) {
    return ApplicantCasesInTests.of(
        one.view(), records.round(RoundState.CLOSED), letters(one), done);
  }

  private io.quarkus.qute.TemplateInstance page(
      CaseInTests one, List<ApplicantCase.Done> done, ErrorSummary trouble, Language language) {
    ApplicantCase own = own(one, done);
    List<MyCaseView.ReplyDraft> drafts =
        own.waiting() == null || done.isEmpty()
            ? List.of()
            : List.of(
                new MyCaseView.ReplyDraft(
                    RecordsInTests.ID, "补正 – reply", "2026-03-05 09:00:00 (Beijing time, UTC+8)"));
    Map<UUID, Examined> examined = one.evaluations;
    MyCaseView view =
        CaseLayout.of(own, examined, drafts, trouble == null ? "reply" : null, trouble, language);
    return MyCasePage.Templates.mycase(applicant(language), view);
  }

  private Example late() {
    return new Example(
        "mycase-late",
        language -> {
          CaseInTests one = bid(SETTLED);
          returned(one);
          one.later(Duration.ofDays(30));
          ErrorSummary late = CaseRefusals.notAwaited(own(one, List.of()), applicant(language));
          return page(one, List.of(), late, language);
        });
  }

  private Example reply(String name, boolean changes, boolean unlisted, List<String> ticks) {
    return new Example(
        name,
        language -> {
          Examined before = EvaluatedInTests.changed(PLACE, false, SCOPE, "national");
          Examined after =
              EvaluatedInTests.changed(
                  PLACE,
                  changes,
                  SCOPE,
                  unlisted ? "world" : "national",
                  "/parks/0/name/zh",
                  changes ? "新名称".repeat(20) : before.bid().at("/parks/0/name/zh").asText());
          Cases.Compared compared =
              new Cases.Compared(
                  before, after, Replying.differences(before, after, List.of("/parks/0")), false);
          ReplyView.Look look =
              ReplyLook.of(
                  compared,
                  changes ? kept(before, after, true) : nothing(after),
                  new RuleLinks(after.evaluation(), library),
                  new ReplyView.Form(
                      "key", 5, "sha256:" + "d".repeat(64), DigestOf.BID, !ticks.isEmpty(), ticks),
                  language);
          return ReplyPage.Templates.reply(
              applicant(language),
              new ReplyView(
                  RecordsInTests.ID,
                  RecordsInTests.ID,
                  "补正 – reply",
                  null,
                  "12 March 2026 at 24:00",
                  look));
        });
  }

  /** A file that was handed in before, one that goes along with it, and one that does not. */
  private static ReplyFiles.Kept kept(Examined before, Examined after, boolean awaited) {
    SubmissionFiles.HandedIn handedIn =
        FilesInTests.handedIn(before.bid(), before.ruleSet().contract());
    BidEntries entries = BidEntries.of(after.bid(), after.ruleSet().contract());
    FileOwner reply = FileOwner.ofCase(RecordsInTests.ID);
    return new ReplyFiles.Kept(
        List.of(
            FilesInTests.onRecord(
                reply,
                entries.all().get(1).pointer(),
                entries.all().get(1).id(),
                "补充说明.docx",
                EvidenceType.DOCX),
            FilesInTests.onRecord(reply, "/evidence/77", "gone", "lost.png", EvidenceType.PNG)),
        handedIn.files().subList(0, 1),
        entries,
        awaited ? entries.all().subList(0, 2) : List.of(),
        new EvidenceQuota.Used(new EvidenceQuota(20 << 20, 200 << 20, 1L << 30), 546_132, 9 << 20),
        awaited);
  }

  private static ReplyFiles.Kept nothing(Examined after) {
    return new ReplyFiles.Kept(
        List.of(),
        List.of(),
        BidEntries.of(after.bid(), after.ruleSet().contract()),
        List.of(),
        new EvidenceQuota.Used(new EvidenceQuota(20 << 20, 200 << 20, 1L << 30), 0, 0),
        true);
  }

  private static Example files(String name, boolean awaited, boolean refused) {
    return new Example(
        name,
        language -> {
          Examined bid = EvaluatedInTests.changed(PLACE, false, SCOPE, "national");
          PageFrame frame = applicant(language);
          ErrorSummary trouble =
              refused
                  ? new ErrorSummary(
                      frame.text("file.trouble"),
                      frame.text("file.trouble.how"),
                      List.of(new ErrorSummary.Link("#entry", "Choose a document. 请选择。")))
                  : null;
          return ReplyFilesPage.Templates.replyFiles(
              frame,
              ReplyFilesView.of(
                  kept(bid, bid, awaited),
                  new ReplyFilesView.Shown(
                      RecordsInTests.ID,
                      RecordsInTests.ID,
                      "补正 – reply",
                      refused ? "/evidence/1" : null,
                      trouble),
                  language));
        });
  }

  private Example replyRefused() {
    return new Example(
        "mycase-reply-late",
        language -> {
          CaseInTests one = bid(SETTLED);
          returned(one);
          one.later(Duration.ofDays(30));
          ErrorSummary late = CaseRefusals.notAwaited(own(one, List.of()), applicant(language));
          return ReplyPage.Templates.reply(
              applicant(language),
              new ReplyView(RecordsInTests.ID, RecordsInTests.ID, "补正 – reply", late, null, null));
        });
  }

  private static AskingView asking(
      Map<String, String> sent, List<Option> grounds, List<String> faults, boolean sure) {
    return new AskingView(
        RecordsInTests.ID,
        "试点城市第二批 second call",
        sent,
        grounds,
        null,
        faults.stream()
            .map(field -> new ErrorSummary.Link("#" + field, field + " is wrong 有误"))
            .toList(),
        sure,
        "key",
        3);
  }

  private static Example giveUp(
      String name, Map<String, String> sent, List<String> faults, boolean sure) {
    return new Example(
        name,
        language ->
            AskingPages.Templates.giveUp(
                applicant(language), asking(sent, List.of(), faults, sure)));
  }

  private static Example recusal(String name, Map<String, String> sent, List<String> faults) {
    Function<Language, List<Option>> grounds =
        language ->
            List.of("own-interest", "kin", "other").stream()
                .map(
                    ground ->
                        new Option(
                            ground,
                            applicant(language).text("mycase.ground." + ground),
                            ground.equals(sent.get("ground"))))
                .toList();
    return new Example(
        name,
        language ->
            AskingPages.Templates.recusal(
                applicant(language), asking(sent, grounds.apply(language), faults, false)));
  }
}
