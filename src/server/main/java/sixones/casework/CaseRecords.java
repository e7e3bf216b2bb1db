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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.casework.letter.CaseLetters;
import sixones.casework.letter.IssuedLetter;
import sixones.casework.letter.Issuing;
import sixones.casework.letter.LetterRows;
import sixones.evaluation.Verdict;
import sixones.letter.ChangedLetter;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Reply;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.proceeding.permission.PossibleGround;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Transactions;
import sixones.submission.CurrentBid;
import sixones.submission.SubmissionRow;
import sixones.text.Text;

/** What is on record of cases, as each person may see it. */
public final class CaseRecords {
  private final Transactions transactions;
  private final Audit audit;
  private final CaseLetters letters;
  private final ExaminedBids examined;
  private final Clock clock;
  private final ReadCases read;

  public CaseRecords(
      Transactions transactions,
      Audit audit,
      ExaminedBids examined,
      CaseLetters letters,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.examined = examined;
    this.letters = letters;
    this.clock = clock;
    this.read = new ReadCases(examined);
  }

  /**
   * Returns a case for an official.
   *
   * @param at an instant in the past; null for the present
   * @throws Refused if there is none this person may see
   */
  public SeenCase find(Person person, UUID id, Instant at) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    notAhead(at);
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile file = CaseFile.read(person, id);
          String withheld = withheld(person, file);
          SeenCase seen =
              seen(withheld, file.round(), file.at(instant(file, at)), bids(file.round()));
          if (!seen.isWithheld()) {
            audit.note(Act.READ, Thing.bidCase(id, file.bidCase().applicant()), Map.of(), Map.of());
          }
          return seen;
        });
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

  private static Map<String, CurrentBid> bids(Round round) {
    return SubmissionRow.currentBids(round.id()).stream()
        .collect(Collectors.toMap(CurrentBid::applicant, Function.identity()));
  }

  private static SeenCase seen(
      String withheld, Round round, CaseView view, Map<String, CurrentBid> bids) {
    return withheld != null
        ? new SeenCase(view.bidCase(), round, withheld, null, null)
        : new SeenCase(view.bidCase(), round, null, view, bids.get(view.bidCase().applicant()));
  }

  /** The present decides what is withheld: who keeps away does not see the past either. */
  private String withheld(Person person, CaseFile file) {
    return person.is(Role.OFFICER)
        ? withheld(file.at(file.notBefore(now())), CaseRows.asking())
        : null;
  }

  /** Returns why a case is withheld from an officer; null if it is not. */
  static String withheld(CaseView view, long person) {
    if (view.recusals().isRecused(person)) {
      return "recused";
    }
    return view.recusals().declared().contains(person) ? null : "undeclared";
  }

  /**
   * Returns the cases of a round as an official sees them, by applicant.
   *
   * @param at an instant in the past; null for the present
   * @throws Refused if there is no such round
   */
  public List<SeenCase> ofRound(Person person, UUID round, Instant at) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    notAhead(at);
    return transactions.as(person.reader(), () -> seenOf(person, round, at));
  }

  /** Returns the cases of the newest rounds that have any, at most so many rounds. */
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
    Map<String, CurrentBid> bids = bids(round);
    Map<UUID, String> withheld = new HashMap<>();
    Map<UUID, List<CaseAct>> acts = read.acts(id);
    List<CaseView> present = CaseRounds.views(id, now(), acts);
    if (person.is(Role.OFFICER)) {
      long asking = CaseRows.asking();
      present.forEach(view -> withheld.put(view.bidCase().id(), withheld(view, asking)));
    }
    List<CaseView> views = at == null ? present : CaseRounds.views(id, at, acts);
    return views.stream()
        .map(view -> seen(withheld.get(view.bidCase().id()), round, view, bids))
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
   * read once is not read again, and an evaluation only of a case with a determination in force.
   */
  public RoundConclusions concluded(Person person, UUID round) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    Map<String, RoundConclusions.OfBid> bids = new HashMap<>();
    Map<String, String> withheld = new HashMap<>();
    List<CaseView> views = CaseRounds.views(round, now(), read.acts(round));
    long asking = person.is(Role.OFFICER) && !views.isEmpty() ? CaseRows.asking() : 0;
    List<CaseView> seen = new ArrayList<>();
    for (CaseView view : views) {
      String why = person.is(Role.OFFICER) ? withheld(view, asking) : null;
      if (why == null) {
        seen.add(view);
      } else {
        withheld.put(view.bidCase().applicant(), why);
      }
    }
    Map<UUID, RoundConclusions.Followed> of = read.followed(seen);
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
        .filter(file -> withheld(person, file) == null)
        .map(file -> file.at(file.notBefore(now())))
        .map(view -> ofBid(view, read.followed(List.of(view)).get(view.bidCase().id())));
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
    mustSee(seen);
    return transactions.as(person.reader(), () -> examined.find(seen.view().evaluation()));
  }

  /** Returns what follows in a case, with what was determined. */
  public Conclusion conclusion(Person person, SeenCase seen) {
    return seen.view().conclusion(examined(person, seen).evaluation());
  }

  /**
   * Returns what follows for the bid of a case; null if none stands. An evaluation is read only if
   * a determination is in force.
   */
  public Verdict concluded(Person person, SeenCase seen) {
    mustSee(seen);
    if (seen.view().inForce().isEmpty()) {
      return seen.bid() == null ? null : seen.bid().verdict();
    }
    return transactions.as(
        person.reader(),
        () -> read.followed(List.of(seen.view())).get(seen.bidCase().id()).conclusion());
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

  /** Returns who took each of these cases, by case; of those that are withheld it tells nothing. */
  public Map<UUID, Long> handlers(Person person, Collection<SeenCase> cases) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    List<UUID> told =
        cases.stream().filter(one -> !one.isWithheld()).map(one -> one.bidCase().id()).toList();
    return transactions.as(person.reader(), () -> ActRows.takers(told));
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
    mustSee(seen);
    return transactions.as(
        person.reader(),
        () ->
            ActRows.ofCase(seen.bidCase().id()).stream()
                .filter(act -> !act.at().isAfter(seen.view().at()))
                .toList());
  }

  private static void mustSee(SeenCase seen) {
    if (seen.isWithheld()) {
      throw new Refused(Refused.Why.NOT_YOURS, "act-" + seen.withheld(), Map.of());
    }
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
    mustSee(seen);
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
    mustSee(seen);
    return transactions.as(
        person.reader(),
        () ->
            ActPolicy.mayAct(
                    seen.view(),
                    Cases.asking(person, onBehalfOf, seen.view().at()),
                    new Intended(ActKind.CONFIRM, new ActBody.Confirm(act, true, null, null), null))
                .map(Cases::refused));
  }

  /**
   * Returns the case of this person's applicant in a round, if there is one.
   *
   * @throws Refused if there is no such round
   */
  public Optional<ApplicantCase> own(Person person, UUID round) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          Rounds.findRow(person, round);
          return CaseRows.find(round, person.applicant()).map(found -> ownCase(person, found.id()));
        });
  }

  /**
   * Returns a case of this person's applicant.
   *
   * @throws Refused if it is none
   */
  public ApplicantCase findOwn(Person person, UUID id) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(person.reader(), () -> ownCase(person, id));
  }

  /** Returns all cases of this person's applicant, those of the newest rounds first. */
  public List<ApplicantCase> allOwn(Person person) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () ->
            CaseRows.rounds(100).stream()
                .map(round -> CaseRows.find(round, person.applicant()))
                .flatMap(Optional::stream)
                .map(found -> ownCase(person, found.id()))
                .toList());
  }

  private ApplicantCase ownCase(Person person, UUID id) {
    CaseFile file = CaseFile.read(person, id);
    CaseView view = file.at(file.notBefore(now()));
    return ApplicantCase.of(view, file.round(), LetterRows.ofCase(id), done(file, view));
  }

  /**
   * Returns what an applicant did itself: the kinds that nobody else does, and its own requests.
   */
  private static List<ApplicantCase.Done> done(CaseFile file, CaseView view) {
    List<CaseAct> acts = file.acts().stream().filter(CaseRecords::mayBeOfApplicant).toList();
    Set<Long> numbers = new TreeSet<>();
    for (CaseAct act : acts) {
      numbers.add(act.by());
      if (act.body() instanceof ActBody.Recuse recuse) {
        numbers.add(recuse.person());
      }
    }
    Map<Long, CaseRows.Known> people = CaseRows.people(numbers);
    return acts.stream()
        .filter(act -> isOfApplicant(people.get(act.by())))
        .map(act -> done(act, file, view, people))
        .toList();
  }

  private static boolean mayBeOfApplicant(CaseAct act) {
    return act.kind() == ActKind.REPLY
        || act.kind() == ActKind.GIVE_UP
        || act.kind() == ActKind.RECUSE;
  }

  private static boolean isOfApplicant(CaseRows.Known known) {
    return known != null && known.role() == Role.APPLICANT;
  }

  private static ApplicantCase.Done done(
      CaseAct act, CaseFile file, CaseView view, Map<Long, CaseRows.Known> people) {
    String by = people.get(act.by()).name();
    if (act.body() instanceof Reply reply) {
      return new ApplicantCase.Done(act.kind(), act.at(), by, reply.submission(), null, null, null);
    }
    if (act.body() instanceof ActBody.Recuse recuse) {
      CaseRows.Known about = people.get(recuse.person());
      return new ApplicantCase.Done(
          act.kind(),
          act.at(),
          by,
          null,
          about == null ? null : about.name(),
          answer(act, file, view),
          recuse.reasons());
    }
    return new ApplicantCase.Done(
        act.kind(), act.at(), by, null, null, null, ((ActBody.GiveUp) act.body()).reasons());
  }

  private static String answer(CaseAct request, CaseFile file, CaseView view) {
    return file.acts().stream()
        .filter(act -> !act.at().isAfter(view.at()))
        .map(CaseAct::body)
        .filter(ActBody.DecideRecusal.class::isInstance)
        .map(ActBody.DecideRecusal.class::cast)
        .filter(decided -> decided.of().equals(request.id()))
        .findFirst()
        .map(decided -> decided.yes() ? "yes" : "no")
        .orElse("asked");
  }

  /**
   * Returns the number of the officer with a name; empty unless there is just one. Whether she has
   * to do with a case is not told by it.
   */
  public Optional<Long> officerNamed(Person person, String name) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          List<Long> named =
              CaseRows.officers().entrySet().stream()
                  .filter(one -> Text.fold(one.getValue()).equals(Text.fold(name)))
                  .map(Map.Entry::getKey)
                  .toList();
          return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
        });
  }

  /** Returns the evaluation that counts in an applicant's own case, with its bid. */
  public Examined examined(Person person, ApplicantCase own) {
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile.read(person, own.id());
          return examined.find(own.evaluation());
        });
  }

  /** Returns the evaluation that a notice of an applicant's own case tells of, with its bid. */
  public Examined examined(Person person, ApplicantCase own, IssuedNotice notice) {
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile.read(person, own.id());
          return examined.find(notice.notice().evaluation());
        });
  }

  /**
   * Returns the letters of a case, the first first.
   *
   * @throws Refused if this person may not see it
   */
  public List<IssuedLetter> letters(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          mustSee(person, id);
          return LetterRows.ofCase(id);
        });
  }

  /** A letter with its frozen text. */
  public record ReadLetter(IssuedLetter letter, FrozenLetter text) {}

  /**
   * Returns the letter an act was issued with.
   *
   * @param act the act that was proposed
   * @throws Refused if there is none this person may see, or its text was changed ({@code
   *     CONFLICT})
   */
  public ReadLetter letter(Person person, UUID act) {
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    return transactions.as(
        person.reader(),
        () -> {
          IssuedLetter letter = LetterRows.of(act).orElseThrow(Refused::noSuch);
          mustSee(person, letter.bidCase());
          audit.note(
              Act.EXPORTED,
              Thing.bidCase(letter.bidCase(), person.applicant()),
              Map.of(),
              Map.of("file", "letter " + letter.kind()));
          return new ReadLetter(letter, text(letter));
        });
  }

  private static FrozenLetter text(IssuedLetter letter) {
    try {
      return FrozenLetter.read(LetterRows.bytes(letter.digest()), letter.digest());
    } catch (ChangedLetter e) {
      throw new Refused(Refused.Why.CONFLICT, "letter-changed", Map.of("digest", letter.digest()));
    }
  }

  private void mustSee(Person person, UUID id) {
    CaseFile file = CaseFile.read(person, id);
    mustSee(seen(withheld(person, file), file.round(), file.at(file.notBefore(now())), Map.of()));
  }

  /**
   * Returns the letter that an act would be issued with, if it took effect now.
   *
   * @param act a proposal that waits
   */
  public Optional<Letter> previewLetter(Person person, SeenCase seen, UUID act) {
    mustSee(seen);
    return transactions.as(
        person.reader(),
        () -> {
          CaseAct of =
              ActRows.ofCase(seen.bidCase().id()).stream()
                  .filter(one -> one.id().equals(act))
                  .findFirst()
                  .orElseThrow(Refused::noSuch);
          return previewLetter(seen, of);
        });
  }

  /** Returns what would keep a letter from being issued. */
  public List<Fault> faults(Letter letter) {
    return letters.faults(letter);
  }

  private Optional<Letter> previewLetter(SeenCase seen, CaseAct of) {
    return Issuing.letter(seen.view(), of)
        .map(
            kind ->
                letters.written(
                    new CaseLetters.Occasion(
                        kind,
                        seen.round(),
                        seen.bid(),
                        seen.view(),
                        of,
                        of,
                        CaseRows.handler(seen.view(), of)),
                    examined::find));
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
