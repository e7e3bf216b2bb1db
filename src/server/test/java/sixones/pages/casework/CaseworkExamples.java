package sixones.pages.casework;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import sixones.casework.SeenCase;
import sixones.evidence.FilesInTests;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.PageFrame;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.CaseView;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.proceeding.permission.PossibleGround;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.round.Refused;
import sixones.round.RoundState;

/** Cases in memory: the desk, a declaration, a case in its states, acts and proposals. */
@Singleton
public class CaseworkExamples implements PageExamples {
  /** The officer who looks; the first proposed most. */
  static final long SECOND = 2;

  static final String RULE = "park-for-manufacturing";
  static final String PLACE = "/parks/0/manufacturing";

  private static final Map<Long, String> NAMES =
      Map.of(1L, "wang.fang", 2L, "li.wei", 3L, "liu.yang", 4L, "chen.jie");
  private static final Refused STALE = new Refused(Refused.Why.STALE, "changed-since", Map.of());

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    all.add(new Example("desk", language -> desk(language, Role.OFFICER, true)));
    all.add(new Example("desk-auditor", language -> desk(language, Role.AUDITOR, false)));
    all.add(new Example("desk-nothing", this::emptyDesk));
    all.add(declaration("declaration", false, null, true));
    all.add(declaration("declaration-refused", false, missing("/except/0/ground"), true));
    all.add(largeDeclaration("declaration-large", "510007\nPlace 510042"));
    all.add(largeDeclaration("declaration-large-wrong", "510007、某市"));
    all.add(declaration("declaration-made", true, null, true));
    all.add(declaration("declaration-none", false, null, false));
    all.add(sheet("case-received", test -> {}, null));
    all.add(sheet("case-in-review", CaseworkExamples::worked, null));
    all.add(sheet("case-returned", CaseworkExamples::returned, null));
    all.add(sheet("case-determine", CaseworkExamples::taken, Map.of()));
    all.add(new Example("case-determine-refused", this::determineRefused));
    all.add(new Example("case-withheld", language -> withheld(language, "undeclared")));
    all.add(new Example("case-recused", language -> withheld(language, "recused")));
    all.add(new Example("case-past", this::past));
    for (ActKind kind :
        List.of(
            ActKind.TAKE,
            ActKind.ACCEPT,
            ActKind.PROPOSE,
            ActKind.DECIDE,
            ActKind.REOPEN,
            ActKind.RECUSE)) {
      all.add(act("act-" + kind.id(), kind, null));
    }
    all.add(act("act-refuse", ActKind.REFUSE, null));
    all.add(act("act-accept-refused", ActKind.ACCEPT, missing("/despite/0/reasons")));
    all.add(act("act-stale", ActKind.ACCEPT, STALE));
    all.add(new Example("act-barred", this::barred));
    all.add(proposal("proposal", false, SECOND, Map.of(), null));
    all.add(proposal("proposal-own", false, 1, Map.of(), null));
    all.add(proposal("proposal-blind", true, SECOND, Map.of(), null));
    all.add(proposal("proposal-blind-refused", true, SECOND, Map.of("open", "yes"), null));
    all.add(
        proposal(
            "proposal-opened",
            true,
            SECOND,
            Map.of("open", "yes", "/reasons/zh", "应当通过，理由见附件材料"),
            null));
    all.add(proposal("proposal-refused", false, SECOND, Map.of(), missing("/reasons")));
    all.add(proposal("proposal-not-pending", false, 1, Map.of("/reasons/en", "mine"), STALE));
    return all;
  }

  private static Refused missing(String pointer) {
    return Refused.wrong(pointer, "missing", Map.of());
  }

  /** A bid whose park does not say what it makes. */
  static Examined open() {
    return EvaluatedInTests.changed(PLACE, null);
  }

  static void taken(CaseInTests test) {
    test.take(1);
  }

  /** One determination waits, one is in force. */
  static void worked(CaseInTests test) {
    test.take(1);
    test.later(Duration.ofHours(1));
    test.act(1, test.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));
    test.act(
        1,
        test.determination(
            "pillar-industry-growth-potential",
            "/pillarIndustries/0/growthPotential",
            "PASS",
            ",'expires':'2026-03-05'"));
  }

  static void returned(CaseInTests test) {
    test.take(1);
    test.returned(5);
  }

  /** A case as an official sees it, without what she is to be shown later. */
  static CaseView seenBy(CaseInTests test, Role role, long self) {
    CaseView view = test.view();
    return role == Role.OFFICER ? view.covering(view.unsaidBy(self)) : view;
  }

  ReadCase read(CaseInTests test, Role role, long self, Language language) {
    CaseView view = seenBy(test, role, self);
    SeenCase seen = new SeenCase(test.bidCase, records.round(RoundState.CLOSED), null, view, null);
    return new ReadCase(
        new Person(NAMES.get(self), role, null),
        self,
        seen,
        test.examined(),
        FilesInTests.handedIn(test.examined().bid(), test.examined().ruleSet().contract()),
        view.conclusion(test.examined().evaluation()),
        view.shown(test.acts),
        NAMES,
        Authorities.at(test.authorities, test.now),
        NAMES,
        language);
  }

  /** What somebody may do, as the policy says. */
  static Map<ActKind, Optional<Refused>> possible(CaseInTests test, long officer) {
    Map<ActKind, Optional<Refused>> possible = new java.util.TreeMap<>();
    for (ActKind kind : ActKind.values()) {
      possible.put(
          kind,
          ActPolicy.mayAct(test.view(), test.officer(officer), new Intended(kind, null, null))
              .map(why -> new Refused(Refused.Why.CONFLICT, "not-there", Map.of())));
    }
    return possible;
  }

  private static PageFrame frameOf(Language language, Role role) {
    return frame(language, role, "/cases/x");
  }

  private Example sheet(
      String name, java.util.function.Consumer<CaseInTests> work, Map<String, String> asked) {
    return new Example(
        name,
        language -> {
          CaseInTests test = CaseInTests.of(open());
          work.accept(test);
          return sheet(
              test, Role.OFFICER, asked == null ? null : form(test, language, null), 1L, language);
        });
  }

  private TemplateInstance sheet(
      CaseInTests test, Role role, ActForm form, Long done, Language language) {
    ReadCase of = read(test, role, SECOND, language);
    CaseFindings.Asked asked = form == null ? null : new CaseFindings.Asked(RULE, PLACE, form);
    Map<UUID, Optional<Refused>> may = new java.util.HashMap<>();
    test.view().pending().forEach(id -> may.put(id, Optional.of(STALE)));
    boolean officer = role == Role.OFFICER;
    CaseSheets.Shown shown =
        new CaseSheets.Shown(
            asked, officer ? possible(test, SECOND) : Map.of(), may, done, !officer);
    return CaseSheets.Templates.bidCase(frameOf(language, role), CaseSheets.sheet(of, null, shown));
  }

  private ActForm form(CaseInTests test, Language language, Refused refused) {
    ReadCase of = read(test, Role.OFFICER, SECOND, language);
    ActFields sent =
        new ActFields(
            refused == null
                ? Map.of()
                : Map.of("key", "k", "/reasons/zh", "短", "/to", "PASS", "/evidence/1/title", "t"));
    ActForm form = new ActForms(of, sent.sent()).determination(new DetermineFields(RULE, PLACE));
    return refused == null ? form : FormRefusals.of(form, refused, sent, List.of(), language);
  }

  private TemplateInstance determineRefused(Language language) {
    CaseInTests test = CaseInTests.of(open());
    taken(test);
    Refused refused =
        Refused.wrong(
            List.of(
                new sixones.round.Fault("/evidence/0/sha256", "missing", Map.of()),
                new sixones.round.Fault("/reasonCode", "missing", Map.of())));
    return sheet(test, Role.OFFICER, form(test, language, refused), null, language);
  }

  private TemplateInstance withheld(Language language, String why) {
    return CaseSheets.Templates.bidCase(
        frameOf(language, Role.OFFICER),
        new CasePageView(
            "/cases/x",
            language == Language.EN ? "Chengdu" : "成都市",
            new CasePageView.Round("R", "/rounds/x", "/rounds/x/declaration"),
            why,
            null,
            List.of(),
            null,
            KeptFiles.NONE,
            null,
            null,
            null,
            false));
  }

  private TemplateInstance past(Language language) {
    CaseInTests test = CaseInTests.of(open());
    worked(test);
    return sheet(test, Role.AUDITOR, null, null, language);
  }

  private Example act(String name, ActKind kind, Refused refused) {
    return new Example(
        name,
        language -> {
          CaseInTests test =
              CaseInTests.of(
                  kind == ActKind.REFUSE
                      ? EvaluatedInTests.changed("/parks/0/name/zh", null, PLACE, false)
                      : open());
          returned(test);
          test.later(Duration.ofDays(7));
          test.give(SECOND, 1L);
          ReadCase of = read(test, Role.OFFICER, SECOND, language);
          List<PossibleGround> grounds =
              PossibleGround.of(of.view(), of.examined(), of.conclusion(), test.evaluations::get);
          ActFields sent =
              new ActFields(refused == null ? Map.of() : Map.of("key", "k", "revision", "1"));
          ActForm form = new ActForms(of, sent.sent()).form(kind, grounds);
          ActForm shown =
              refused == null
                  ? form
                  : FormRefusals.of(
                      form, refused, sent, SentActs.since(of, refused, sent), language);
          return ActPage.Templates.act(
              frameOf(language, Role.OFFICER), CasePageView.Line.of(of), shown, null);
        });
  }

  private TemplateInstance barred(Language language) {
    CaseInTests test = CaseInTests.of(open());
    ReadCase of = read(test, Role.OFFICER, SECOND, language);
    ActForm form = new ActForms(of, Map.of()).form(ActKind.TAKE, List.of());
    Problem why = FormRefusals.problem(Refused.noSuch(), language);
    return ActPage.Templates.act(
        frameOf(language, Role.OFFICER), CasePageView.Line.of(of), form, why);
  }

  private Example proposal(
      String name, boolean blind, long self, Map<String, String> sent, Refused refused) {
    return new Example(
        name,
        language -> {
          CaseInTests test = CaseInTests.of(open(), blind ? blind() : CaseSettings.NEUTRAL);
          test.take(1);
          test.act(1, test.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));
          ReadCase of = read(test, Role.OFFICER, self, language);
          CaseAct act = of.acts().get(of.acts().size() - 1);
          Optional<Refused> why = self == 1 ? Optional.of(Refused.noSuch()) : Optional.empty();
          ProposalView.Refusal refusal =
              refused == null
                  ? null
                  : new ProposalView.Refusal(
                      ActKind.CONFIRM, refused, new ActFields(sent), List.of());
          return ProposalPage.Templates.proposal(
              frameOf(language, Role.OFFICER),
              CasePageView.Line.of(of),
              ProposalView.of(of, act, why, Optional.empty(), sent, refusal));
        });
  }

  static CaseSettings blind() {
    return CaseSettings.read(
        "{\"blindConfirm\":{\"value\":true,\"citation\":\"rules of the office\"}}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private DeskView.Maker maker(CaseInTests test, Role role, Language language) {
    Asking asking =
        new Asking(SECOND, role, null, null, Authorities.at(test.authorities, test.now));
    return new DeskView.Maker(
        frame(language, role, "/desk"),
        (code, in) -> in == Language.EN ? "Chengdu" : "成都市",
        asking,
        test.now);
  }

  private TemplateInstance desk(Language language, Role role, boolean withheld) {
    CaseInTests one = CaseInTests.of(open());
    worked(one);
    CaseInTests other = CaseInTests.of(open());
    returned(other);
    CaseInTests third = CaseInTests.of(open());
    List<SeenCase> cases = new ArrayList<>();
    for (CaseInTests test : List.of(one, other, third)) {
      cases.add(read(test, role, SECOND, language).seen());
    }
    if (withheld) {
      for (String why : List.of("recused", "undeclared")) {
        cases.add(new SeenCase(one.bidCase, records.round(RoundState.CLOSED), why, null, null));
      }
    }
    return DeskPage.Templates.desk(
        frame(language, role, "/desk"), maker(one, role, language).view(cases));
  }

  private TemplateInstance emptyDesk(Language language) {
    CaseInTests test = CaseInTests.of(open());
    return DeskPage.Templates.desk(
        frame(language, Role.OFFICER, "/desk"),
        maker(test, Role.OFFICER, language).view(List.of()));
  }

  /** For a round of more cases than a form has. */
  private Example largeDeclaration(String name, String named) {
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.OFFICER, "/rounds/x/declaration");
          return DeclarationPage.Templates.declaration(
              frame,
              declarations(frame, DeclarationView.MOST + 20)
                  .view(
                      "R",
                      RecordsInTests.ID,
                      null,
                      new ActFields(Map.of(DeclarationView.OF, named)),
                      null));
        });
  }

  /** The maker of a declaration for so many cases, of applicants from 510001. */
  static DeclarationView.Maker declarations(PageFrame frame, int count) {
    BidCase one = CaseInTests.of(open()).bidCase;
    List<BidCase> cases =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n ->
                    new BidCase(
                        new UUID(7, n),
                        one.round(),
                        String.valueOf(510_000 + n),
                        one.submission(),
                        one.evaluation(),
                        one.openedAt()))
            .toList();
    return new DeclarationView.Maker(
        frame, (code, in) -> in == Language.EN ? "Place " + code : code + "市", cases);
  }

  private Example declaration(String name, boolean made, Refused refused, boolean any) {
    Function<Language, TemplateInstance> page =
        language -> {
          CaseInTests test = CaseInTests.of(open());
          PageFrame frame = frame(language, Role.OFFICER, "/rounds/x/declaration");
          test.declare(5, test.bidCase.id());
          CaseAct own = made ? test.declarations.get(test.declarations.size() - 1) : null;
          ActFields sent =
              new ActFields(
                  refused == null
                      ? Map.of()
                      : Map.of("pick:/except/0", "yes", "/except/0/reasons/zh", "短"));
          return DeclarationPage.Templates.declaration(
              frame,
              new DeclarationView.Maker(
                      frame,
                      (code, in) -> in == Language.EN ? "Chengdu" : "成都市",
                      any ? List.of(test.bidCase) : List.of())
                  .view("R", RecordsInTests.ID, own, sent, refused));
        };
    return new Example(name, page);
  }
}
