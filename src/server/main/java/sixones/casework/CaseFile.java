package sixones.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.people.Person;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;

/** Everything on record of one case, as it was read in a transaction. */
record CaseFile(
    BidCase bidCase,
    Round round,
    CaseSettings settings,
    List<CaseAct> acts,
    List<CaseAct> declarations) {

  /**
   * Reads the file of a case.
   *
   * @throws Refused if there is none this person may see
   */
  static CaseFile read(Person person, UUID id) {
    BidCase bidCase = CaseRows.find(id).orElseThrow(Refused::noSuch);
    Round round = Rounds.findRow(person, bidCase.round()).toRound();
    return new CaseFile(
        bidCase,
        round,
        CaseRows.settings(round.id()),
        ActRows.ofCase(id),
        ActRows.declarations(round.id()));
  }

  /** Reads the files of cases that this reader may see, in their order. */
  static List<CaseFile> read(List<BidCase> cases) {
    if (cases.isEmpty()) {
      return List.of();
    }
    Set<UUID> rounds = cases.stream().map(BidCase::round).collect(Collectors.toSet());
    Map<UUID, Round> known = Rounds.known(rounds);
    Map<UUID, CaseRecords.Frozen> frozen = CaseRows.frozen(rounds);
    Map<UUID, List<CaseAct>> acts = ActRows.ofCases(cases.stream().map(BidCase::id).toList());
    Map<UUID, List<CaseAct>> declarations = ActRows.declarations(rounds);
    return cases.stream()
        .map(
            one ->
                new CaseFile(
                    one,
                    known.get(one.round()),
                    CaseRows.settings(Optional.ofNullable(frozen.get(one.round()))),
                    acts.getOrDefault(one.id(), List.of()),
                    declarations.getOrDefault(one.round(), List.of())))
        .toList();
  }

  CaseView at(Instant at) {
    return CaseFold.at(bidCase, settings, acts, declarations, at);
  }

  /** Returns the file with one act more. */
  CaseFile with(CaseAct act) {
    List<CaseAct> more = new ArrayList<>(acts);
    more.add(act);
    return new CaseFile(bidCase, round, settings, more, declarations);
  }

  /** Returns the file as it was right after an act. */
  CaseFile upTo(CaseAct act) {
    List<CaseAct> then = acts.stream().filter(one -> one.seq() <= act.seq()).toList();
    return new CaseFile(bidCase, round, settings, then, declarations);
  }

  long next() {
    return acts.size() + 1L;
  }

  /** Returns the instant of an act done now: acts follow one another. */
  Instant notBefore(Instant now) {
    Instant last = acts.isEmpty() ? bidCase.openedAt() : acts.get(acts.size() - 1).at();
    return now.isBefore(last) ? last : now;
  }
}
