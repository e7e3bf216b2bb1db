package sixones.pages.rounds;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.CaseRecords;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.round.Rounds;

/** Reads how the cases of a round proceed, as written before it opens and then as frozen. */
@Singleton
class Procedures {
  @Inject Rounds rounds;
  @Inject CaseRecords records;
  @Inject PageFrames frames;

  /** Returns what is written of a round, as canonical JSON; null if nothing is set. */
  String written(Person person, Round round) {
    return rounds.procedures(person, List.of(round.id())).get(round.id());
  }

  /** Returns how the cases of a round proceed, to be read. */
  ProcedureView view(Person person, Round round, Language language) {
    return records
        .frozen(person, round.id())
        .map(one -> ProcedureView.frozen(one.settings(), one.digest(), one.at(), language))
        .orElseGet(() -> ProcedureView.planned(settings(written(person, round)), language));
  }

  /**
   * Returns a round for its form. The settings are read after the round: what changes in between is
   * refused as stale.
   */
  RoundForm.Stored stored(Person person, UUID id, Language language) {
    Round round = rounds.find(person, id);
    return round.state().isPlanned()
        ? new RoundForm.Stored(round, written(person, round), null)
        : new RoundForm.Stored(round, null, view(person, round, language));
  }

  /** Returns what the next move of a round brings about. */
  MoveBrings brings(Person person, Round round, RoundView shown, Language language) {
    RoundState to = RoundState.of(shown.progress().next()).orElse(null);
    return new MoveBrings(
        to == RoundState.OPEN ? view(person, round, language) : null,
        to == RoundState.CLOSED
            ? PageWords.in(language).text("round.cases.begin", Map.of("count", shown.standing()))
            : null,
        to == RoundState.DECIDED
            ? RoundCases.of(
                records.ofRound(person, round.id(), null),
                code -> frames.applicant(code, language),
                language)
            : null);
  }

  private static CaseSettings settings(String procedure) {
    return procedure == null
        ? CaseSettings.NEUTRAL
        : CaseSettings.read(procedure.getBytes(StandardCharsets.UTF_8));
  }
}
