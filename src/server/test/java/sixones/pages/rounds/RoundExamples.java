package sixones.pages.rounds;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.casework.SeenCase;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.people.Role;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Language;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;

/** Rounds: the list, the form and the move of one. */
@Singleton
class RoundExamples implements PageExamples {
  static final String SET =
      "{'corrections':{'citation':'省厅办公会议纪要第3号 <b>','value':2},"
          + "'correctionTerm':{'citation':'Office order 7','value':"
          + "{'amount':15,'firstDayCounts':false,'unit':'working-day'}},"
          + "'noReply':{'citation':'Office order 7','value':'give-up'},"
          + "'remedy':{'citation':'Office order 8','value':"
          + "{'zh':'可以在下一批次重新申报。','en':'You can bid again in the next round.'}}}";

  private static final Refused STALE = new Refused(Refused.Why.STALE, "changed-since", Map.of());

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    all.add(new Example("rounds", language -> rounds(language, RoundState.values())));
    all.add(new Example("rounds-none", this::rounds));
    all.add(new Example("rounds-erased", this::erased));
    all.add(form("round-new", null, Map.of(), null));
    all.add(form("round-new-refused", null, Map.of(), missing("/deadline")));
    all.add(form("round-changed", round(RoundState.DRAFT), written(RoundState.DRAFT), null));
    Map<String, String> mine = Map.of("/name/en", "Mine", "/deadline", "soon");
    all.add(form("round-stale", round(RoundState.DRAFT), mine, STALE));
    all.add(new Example("round-procedure-refused", this::settingsRefused));
    all.add(new Example("round-procedure-stale", this::settingsStale));
    all.add(new Example("procedure-planned", language -> procedure(language, false)));
    all.add(new Example("procedure-frozen", language -> procedure(language, true)));
    all.add(new Example("round-move-decided-first", language -> undecided(language)));
    all.add(form("round-settled", round(RoundState.OPEN), written(RoundState.OPEN), null));
    for (RoundState state : List.of(RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSED)) {
      all.add(move("round-move-" + state.id(), state, null));
    }
    all.add(move("round-move-reason", RoundState.OPEN, missing("/reason")));
    Refused ahead =
        new Refused(
            Refused.Why.CONFLICT, "deadline-ahead", Map.of("deadline", RecordsInTests.DEADLINE));
    all.add(move("round-move-refused", RoundState.OPEN, ahead));
    all.add(move("round-move-too-late", RoundState.DECIDED, STALE));
    return all;
  }

  /** As long after the deadline as all of its moves can be made, but for an opening. */
  private RoundView view(RoundState state, long standing, Language language) {
    return RoundView.of(
        round(state), standing, Set.of(RoundMoveKind.CLOSE, RoundMoveKind.DECIDE), language);
  }

  private Round round(RoundState state) {
    return records.round(state);
  }

  private Map<String, String> written(RoundState state) {
    return RoundForm.written(round(state));
  }

  private static Refused missing(String pointer) {
    return Refused.wrong(pointer, "missing", Map.of());
  }

  private TemplateInstance rounds(Language language, RoundState... states) {
    List<RoundView> views =
        List.of(states).stream().map(state -> view(state, 2, language)).toList();
    return RoundPages.Templates.rounds(
        frame(language, Role.OFFICER, "/rounds"),
        views,
        views.isEmpty() ? null : "/rounds?cursor=x",
        true);
  }

  private TemplateInstance erased(Language language) {
    String words =
        PageWords.in(language)
            .text(
                "round.erased",
                Map.of(
                    "at",
                    Moments.second(RecordsInTests.DEADLINE),
                    "submissions",
                    2,
                    "archive",
                    "0123456789abcdef".repeat(4)));
    return RoundPages.Templates.rounds(
        frame(language, Role.AUDITOR, "/rounds"),
        List.of(view(RoundState.DECIDED, 0, language).erased(words)),
        null,
        false);
  }

  private Example form(String name, Round round, Map<String, String> values, Refused refused) {
    return new Example(
        name,
        language ->
            RoundPages.Templates.roundForm(
                frame(language, Role.OFFICER, "/rounds"),
                form(
                    new RoundForm.Stored(
                        round,
                        null,
                        round == null || round.state().isPlanned() ? null : frozen(language)),
                    values,
                    refused,
                    language)));
  }

  private RoundForm form(
      RoundForm.Stored stored, Map<String, String> values, Refused refused, Language language) {
    List<Option> ruleSets =
        List.of(new Option(records.rules().id(), "Pilot cities of Sichuan", false));
    return RoundForm.of(stored, Set.of(RoundMoveKind.EXTEND), values, refused, ruleSets, language);
  }

  static CaseSettings set() {
    return CaseSettings.read(stored().getBytes(StandardCharsets.UTF_8));
  }

  private static String stored() {
    return SET.replace('\'', '"');
  }

  private static ProcedureView frozen(Language language) {
    return ProcedureView.frozen(set(), set().digest(), RecordsInTests.NOW, language);
  }

  private TemplateInstance procedure(Language language, boolean frozen) {
    return ProcedurePage.Templates.procedure(
        frame(language, Role.AUDITOR, "/rounds/x/procedure"),
        "批次 one",
        "/rounds/x",
        frozen ? frozen(language) : ProcedureView.planned(CaseSettings.NEUTRAL, language));
  }

  private TemplateInstance settingsRefused(Language language) {
    Map<String, String> typed = new LinkedHashMap<>(written(RoundState.DRAFT));
    typed.put("/procedure/corrections/value", "many");
    typed.put("/procedure/correctionTerm/citation", "Office order 7");
    typed.put("/procedure/noReply/value", "give-up");
    Refused refused;
    try {
      CaseSettings.asked(
          ProcedureFields.json(typed).toString().getBytes(StandardCharsets.UTF_8), "/procedure");
      throw new AssertionError("these are no settings");
    } catch (Refused e) {
      refused = e;
    }
    return RoundPages.Templates.roundForm(
        frame(language, Role.OFFICER, "/rounds"),
        form(new RoundForm.Stored(round(RoundState.DRAFT), null, null), typed, refused, language));
  }

  private TemplateInstance settingsStale(Language language) {
    Map<String, String> typed = new LinkedHashMap<>(written(RoundState.DRAFT));
    typed.put("/procedure/showsNames/value", "true");
    typed.put("/procedure/showsNames/citation", "Office order 9");
    return RoundPages.Templates.roundForm(
        frame(language, Role.OFFICER, "/rounds"),
        form(
            new RoundForm.Stored(round(RoundState.DRAFT), stored(), null), typed, STALE, language));
  }

  /** One case is at its end, one is not, two are withheld. */
  static List<SeenCase> cases(Round round) {
    CaseInTests over = CaseInTests.of(EvaluatedInTests.changed());
    over.take(1);
    over.act(over.applicant(), new ActBody.GiveUp(null));
    CaseInTests waiting =
        CaseInTests.of(EvaluatedInTests.changed("/conferences/0/scope", "national"));
    waiting.take(1);
    waiting.returned(10);
    return List.of(
        new SeenCase(over.bidCase, round, null, over.view(), null),
        new SeenCase(waiting.bidCase, round, null, waiting.view(), null),
        new SeenCase(over.bidCase, round, "recused", null, null),
        new SeenCase(over.bidCase, round, "undeclared", null, null));
  }

  private TemplateInstance undecided(Language language) {
    return moved(
        RoundState.CLOSED,
        new Refused(
            Refused.Why.CONFLICT,
            "cases-undecided",
            Map.of("undecided", 1, "cases", 2, "leftOut", 2)),
        new MoveBrings(
            null,
            null,
            RoundCases.of(
                cases(round(RoundState.CLOSED)),
                code -> language == Language.EN ? "Chengdu" : "成都市",
                language)),
        language);
  }

  private Example move(String name, RoundState state, Refused refused) {
    return new Example(
        name,
        language ->
            moved(
                state,
                refused,
                new MoveBrings(
                    state == RoundState.DRAFT
                        ? ProcedureView.planned(CaseSettings.NEUTRAL, language)
                        : null,
                    state == RoundState.OPEN
                        ? PageWords.in(language).text("round.cases.begin", Map.of("count", 3))
                        : null,
                    state == RoundState.CLOSED
                        ? RoundCases.of(List.of(), code -> code, language)
                        : null),
                language));
  }

  private TemplateInstance moved(
      RoundState state, Refused refused, MoveBrings brings, Language language) {
    return RoundPages.Templates.roundMove(
        frame(language, Role.OFFICER, "/rounds"),
        view(state, 0, language),
        "4",
        refused == null ? null : RoundForm.trouble(refused, language),
        new RoundPages.Reason("", RoundForm.fault(refused, "/reason", "", language)),
        brings);
  }
}
