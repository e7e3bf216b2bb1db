package sixones.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.BidCase;
import sixones.proceeding.CaseView;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.KnownProposal;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.proceeding.permission.PossibleGround;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Transactions;
import sixones.submission.CurrentBid;
import sixones.submission.StandingBidRow;

/** What is on record of cases, as each person may see it. */
public final class CaseRecords {
  private final Transactions transactions;
  private final Audit audit;
  private final ExaminedBids examined;
  private final Clock clock;
  private final ReadCases read;

  public CaseRecords(Transactions transactions, Audit audit, ExaminedBids examined, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.examined = examined;
    this.clock = clock;
    this.read = new ReadCases(examined);
  }

  /**
   * Returns a case for an official. What others propose is covered for an officer who is to say
   * first what she would answer.
   *
   * @param at an instant in the past; null for the present
   * @throws Refused if there is none this person may see, or there was none yet or it lies ahead
   *     ({@code WRONG})
   */
  public SeenCase find(Person person, UUID id, Instant at) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    notAhead(at);
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile file = CaseFile.read(person, id);
          SeenCase seen = Sight.of(person, file, now()).seen(file, instant(file, at), null);
          if (!seen.isWithheld()) {
            notBefore(file.bidCase(), at);
            audit.note(Act.READ, Thing.bidCase(id, file.bidCase().applicant()), Map.of(), Map.of());
          }
          return seen;
        });
  }

  /**
   * Returns a case with a proposal as it is, for one who may answer it and has said what she would;
   * the caller lets her say it. That it was read then is on record.
   *
   * @param act a proposal that waits
   * @throws Refused if there is none this person may see and answer
   */
  public SeenCase opened(Person person, UUID id, UUID act) {
    person.mustBe(Role.OFFICER);
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile file = CaseFile.read(person, id);
          SeenCase seen = Sight.of(person, file, now()).seen(file, file.notBefore(now()), act);
          Sight.mustSee(seen);
          mayConfirmAtAll(person, seen.view(), act)
              .ifPresent(
                  refused -> {
                    throw refused;
                  });
          CaseAct proposed = proposed(seen, act).orElseThrow(Refused::noSuch);
          audit.note(
              Act.READ,
              Thing.bidCase(id, file.bidCase().applicant()),
              Map.of(),
              Map.of("act", proposed.kind().id(), "number", proposed.seq()));
          return seen;
        });
  }

  /** In her own right, or for somebody she may act for. */
  private static Optional<Refused> mayConfirmAtAll(Person person, CaseView view, UUID act) {
    Asking asking = Cases.asking(person, null, view.at());
    ActBody confirm = new ActBody.Confirm(act, true, null, null);
    Intended intended = new Intended(ActKind.CONFIRM, confirm, null);
    return asking.whose().anyMatch(one -> ActPolicy.mayAct(view, one, intended).isEmpty())
        ? Optional.empty()
        : ActPolicy.mayAct(view, asking, intended).map(Cases::refused);
  }

  private static Optional<CaseAct> proposed(SeenCase seen, UUID act) {
    return seen.view()
        .determination(act)
        .map(KnownDetermination::act)
        .or(() -> seen.view().proposal(act).map(KnownProposal::act));
  }

  private Instant instant(CaseFile file, Instant at) {
    return at == null ? file.notBefore(now()) : at;
  }

  /** What time alone will bring is no record. */
  private void notAhead(Instant at) {
    if (at != null && at.isAfter(now())) {
      throw new Refused(Refused.Why.WRONG, "at-ahead", Map.of("at", at));
    }
  }

  /** Of a case that was not there yet nothing is on record. */
  private static void notBefore(BidCase bidCase, Instant at) {
    if (at != null && at.isBefore(bidCase.openedAt())) {
      throw new Refused(
          Refused.Why.WRONG, "at-before", Map.of("at", at, "opened", bidCase.openedAt()));
    }
  }

  /**
   * Returns the cases of a round as an official sees them, by applicant, without the bids.
   *
   * @param at an instant in the past; null for the present. Cases that were not there yet are left
   *     out.
   * @throws Refused if there is no such round
   */
  public List<SeenCase> ofRound(Person person, UUID round, Instant at) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    notAhead(at);
    return transactions.as(person.reader(), () -> seenOf(person, round, at));
  }

  /** Returns which cases a round has, by applicant, without what was done in them. */
  public List<BidCase> casesOf(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(person.reader(), () -> CaseRows.ofRound(round));
  }

  /** Returns the cases of the newest rounds that have any, without the bids. */
  public List<SeenCase> newest(Person person, int rounds) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () ->
            CaseRows.rounds(rounds).stream()
                .flatMap(round -> seenOf(person, round, null).stream())
                .toList());
  }

  private List<SeenCase> seenOf(Person person, UUID id, Instant at) {
    Round round = Rounds.findRow(person, id).toRound();
    Map<UUID, Sight> sights = new HashMap<>();
    boolean isWalled = person.is(Role.OFFICER);
    List<CaseView> present = isWalled || at == null ? read.ofRound(id, now()) : List.<CaseView>of();
    if (isWalled) {
      long asking = CaseRows.asking();
      present.forEach(view -> sights.put(view.bidCase().id(), Sight.of(view, asking)));
    }
    Sight whole = new Sight(null, Set.of());
    List<CaseView> views = at == null ? present : read.past(id, at);
    return views.stream()
        .filter(view -> at == null || !at.isBefore(view.bidCase().openedAt()))
        .map(view -> sights.getOrDefault(view.bidCase().id(), whole).seen(round, view, null))
        .toList();
  }

  /** Returns cases of a list with the bids that count in them. */
  public List<SeenCase> withBids(Person person, List<SeenCase> cases) {
    List<UUID> told =
        cases.stream().filter(one -> !one.isWithheld()).map(one -> one.round().id()).toList();
    List<String> applicants = cases.stream().map(one -> one.bidCase().applicant()).toList();
    Map<UUID, Map<String, CurrentBid>> bids =
        transactions.as(person.reader(), () -> StandingBidRow.of(Set.copyOf(told), applicants));
    return cases.stream()
        .map(
            one ->
                one.isWithheld()
                    ? one
                    : one.with(
                        bids.getOrDefault(one.round().id(), Map.of())
                            .get(one.bidCase().applicant())))
        .toList();
  }

  /**
   * How the cases of a round proceed.
   *
   * @param digest of the settings as they are kept
   * @param at when they were frozen
   */
  public record Frozen(CaseSettings settings, String digest, Instant at) {}

  /**
   * Returns how the cases of a round proceed, as it was frozen when the round opened; empty before.
   *
   * @throws Refused if there is no such round
   */
  public Optional<Frozen> frozen(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          Rounds.findRow(person, round);
          return CaseRows.frozen(round);
        });
  }

  /** Returns the cases that this person took, or somebody for her. */
  public Set<UUID> taken(Person person) {
    person.mustBe(Role.OFFICER);
    return transactions.as(person.reader(), () -> ActRows.takenBy(CaseRows.asking()));
  }

  /**
   * Returns what follows in the cases of a round; requires a transaction of this person. What was
   * read once is not read again, and an evaluation only of a case with a determination in force
   * that could move its conclusion.
   */
  public RoundConclusions concluded(Person person, Round round) {
    return concluded(person, round, read.ofRound(round.id(), now()));
  }

  /**
   * Returns what follows in the cases of some applicants in a round, as {@link #concluded(Person,
   * Round)} does.
   */
  public RoundConclusions concluded(Person person, Round round, Collection<String> applicants) {
    return concluded(
        person, round, read.views(round.id(), now(), CaseRows.withLast(round.id(), applicants)));
  }

  /**
   * Returns the applicants of a round whose cases are withheld from this person; requires a
   * transaction of hers.
   */
  public Set<String> withheld(Person person, Round round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return person.is(Role.OFFICER) ? CaseRows.withheld(round.id()) : Set.of();
  }

  private RoundConclusions concluded(Person person, Round round, List<CaseView> views) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    Map<String, RoundConclusions.OfBid> bids = new HashMap<>();
    Map<String, String> withheld = new HashMap<>();
    long asking = person.is(Role.OFFICER) && !views.isEmpty() ? CaseRows.asking() : 0;
    List<CaseView> seen = new ArrayList<>();
    for (CaseView view : views) {
      String why = person.is(Role.OFFICER) ? Sight.withheld(view, asking) : null;
      if (why == null) {
        seen.add(view);
      } else {
        withheld.put(view.bidCase().applicant(), why);
      }
    }
    Map<UUID, RoundConclusions.Followed> of = read.followed(round, seen);
    seen.forEach(
        view -> bids.put(view.bidCase().applicant(), ofBid(view, of.get(view.bidCase().id()))));
    return new RoundConclusions(bids, withheld);
  }

  /**
   * Returns what follows in the case of an applicant in a round, if there is one this person may
   * see; requires a transaction of this person.
   */
  public Optional<RoundConclusions.OfBid> concluded(Person person, UUID round, String applicant) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return CaseRows.find(round, applicant)
        .map(found -> CaseFile.read(person, found.id()))
        .filter(file -> Sight.of(person, file, now()).withheld() == null)
        .map(
            file -> {
              CaseView view = file.at(file.notBefore(now()));
              return ofBid(
                  view, read.followed(file.round(), List.of(view)).get(view.bidCase().id()));
            });
  }

  private static RoundConclusions.OfBid ofBid(CaseView view, RoundConclusions.Followed followed) {
    return new RoundConclusions.OfBid(
        view.bidCase().id(), view.evaluation(), followed, view.inForce());
  }

  /**
   * Returns the evaluation that counts in a case, with the bid it is of.
   *
   * @throws Refused if the case is withheld from this person
   */
  public Examined examined(Person person, SeenCase seen) {
    Sight.mustSee(seen);
    return transactions.as(person.reader(), () -> examined.find(seen.view().evaluation()));
  }

  /** Returns what follows in a case, with what was determined. */
  public Conclusion conclusion(Person person, SeenCase seen) {
    return seen.view().conclusion(examined(person, seen).evaluation());
  }

  /**
   * Returns what follows for the bid of a case; null if none stands. An evaluation is read only if
   * a determination is in force that could move its conclusion.
   */
  public RoundConclusions.Followed concluded(Person person, SeenCase seen) {
    Sight.mustSee(seen);
    RoundConclusions.Followed verdict =
        seen.bid() == null
            ? null
            : new RoundConclusions.Followed(seen.bid().verdict(), List.of(), false);
    return seen.view().inForce().isEmpty()
        ? verdict
        : transactions.as(
            person.reader(),
            () ->
                read.followed(seen.round(), List.of(seen.view()))
                    .getOrDefault(seen.bidCase().id(), verdict));
  }

  /** Returns on what the bid of a case could be refused. */
  public List<PossibleGround> grounds(Person person, SeenCase seen) {
    Examined of = examined(person, seen);
    return transactions.as(
        person.reader(),
        () ->
            PossibleGround.of(
                seen.view(), of, seen.view().conclusion(of.evaluation()), examined::find));
  }

  /** Returns what a notice would tell at present. */
  public List<Candidate> candidates(Person person, SeenCase seen) {
    Examined of = examined(person, seen);
    return Candidate.of(of, seen.view().conclusion(of.evaluation()));
  }

  /**
   * Returns the acts of a case, by number.
   *
   * @throws Refused if the case is withheld from this person
   */
  public List<CaseAct> acts(Person person, SeenCase seen) {
    Sight.mustSee(seen);
    return transactions.as(
        person.reader(),
        () ->
            seen.view()
                .shown(
                    ActRows.ofCase(seen.bidCase().id()).stream()
                        .filter(act -> !act.at().isAfter(seen.view().at()))
                        .toList()));
  }

  /**
   * Returns a determination of a case.
   *
   * @throws Refused if there is none, or this person is to say first what she would answer
   */
  public static KnownDetermination determination(SeenCase seen, UUID act) {
    Sight.mustSee(seen);
    Sight.mustBeOpen(seen, act);
    return seen.view().determination(act).orElseThrow(Refused::noSuch);
  }

  /** An act's case, and its kind. */
  public record Placed(UUID bidCase, ActKind kind) {}

  /**
   * Returns where an act stands.
   *
   * @throws Refused if there is none this person may see
   */
  public Placed placed(Person person, UUID act) {
    return transactions.as(person.reader(), () -> ActRows.placed(act).orElseThrow(Refused::noSuch));
  }

  /**
   * Returns the round of a case.
   *
   * @throws Refused if there is none this person may see
   */
  public UUID roundOf(Person person, UUID id) {
    return transactions.as(
        person.reader(), () -> CaseRows.find(id).orElseThrow(Refused::noSuch).round());
  }

  /** Returns the evaluation that counted in a case right after an act, with its bid. */
  public Examined examined(Person person, DoneAct done) {
    return transactions.as(person.reader(), () -> examined.find(done.after().evaluation()));
  }

  /** Returns which acts this person may do in a case at present, with why not the others. */
  public Map<ActKind, Optional<Refused>> possible(Person person, SeenCase seen) {
    return possible(person, seen, null);
  }

  /**
   * Returns which acts this person may do in a case at present, with why not the others.
   *
   * @param onBehalfOf the number of the person she would act for; null if in her own right
   */
  public Map<ActKind, Optional<Refused>> possible(Person person, SeenCase seen, Long onBehalfOf) {
    Sight.mustSee(seen);
    return transactions.as(
        person.reader(),
        () -> {
          Asking asking = Cases.asking(person, onBehalfOf, seen.view().at());
          Map<ActKind, Optional<Refused>> possible = new TreeMap<>();
          for (ActKind kind : ActKind.values()) {
            possible.put(
                kind,
                ActPolicy.mayAct(seen.view(), asking, new Intended(kind, null, null))
                    .map(Cases::refused));
          }
          return possible;
        });
  }

  /** Returns whether this person may confirm or decline an act of the case at present. */
  public Optional<Refused> mayConfirm(Person person, SeenCase seen, UUID act) {
    return mayConfirm(person, seen, act, null);
  }

  /**
   * Returns whether this person may confirm or decline an act of the case at present.
   *
   * @param onBehalfOf the number of the person she would act for; null if in her own right
   */
  public Optional<Refused> mayConfirm(Person person, SeenCase seen, UUID act, Long onBehalfOf) {
    Sight.mustSee(seen);
    return transactions.as(
        person.reader(),
        () ->
            ActPolicy.mayAct(
                    seen.view(),
                    Cases.asking(person, onBehalfOf, seen.view().at()),
                    new Intended(ActKind.CONFIRM, new ActBody.Confirm(act, true, null, null), null))
                .map(Cases::refused));
  }

  /** Returns the names of people by number, as far as this person may know them. */
  public Map<Long, String> names(Person person, Collection<Long> numbers) {
    return transactions.as(
        person.reader(),
        () -> {
          Map<Long, String> names = new TreeMap<>();
          CaseRows.people(numbers).forEach((number, known) -> names.put(number, known.name()));
          return names;
        });
  }

  /** Returns the number by which acts name this person. */
  public long numberOf(Person person) {
    return transactions.as(person.reader(), CaseRows::asking);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
