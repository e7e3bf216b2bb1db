package sixones.pages.rounds;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.frame.Option;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;

/** Rounds: the list, the form and the move of one. */
@Singleton
class RoundExamples implements PageExamples {
  private static final Refused STALE = new Refused(Refused.Why.STALE, "changed-since", Map.of());

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    all.add(new Example("rounds", language -> rounds(language, RoundState.values())));
    all.add(new Example("rounds-none", this::rounds));
    all.add(form("round-new", null, Map.of(), null));
    all.add(form("round-new-refused", null, Map.of(), missing("/deadline")));
    all.add(form("round-changed", round(RoundState.DRAFT), written(RoundState.DRAFT), null));
    Map<String, String> mine = Map.of("/name/en", "Mine", "/deadline", "soon");
    all.add(form("round-stale", round(RoundState.DRAFT), mine, STALE));
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

  private Example form(String name, Round round, Map<String, String> values, Refused refused) {
    List<Option> ruleSets =
        List.of(new Option(records.rules().id(), "Pilot cities of Sichuan", false));
    return new Example(
        name,
        language ->
            RoundPages.Templates.roundForm(
                frame(language, Role.OFFICER, "/rounds"),
                RoundForm.of(
                    round, Set.of(RoundMoveKind.EXTEND), values, refused, ruleSets, language)));
  }

  private Example move(String name, RoundState state, Refused refused) {
    return new Example(
        name,
        language ->
            RoundPages.Templates.roundMove(
                frame(language, Role.OFFICER, "/rounds"),
                view(state, 0, language),
                "4",
                refused == null ? null : RoundForm.trouble(refused, language),
                new RoundPages.Reason("", RoundForm.fault(refused, "/reason", "", language))));
  }
}
