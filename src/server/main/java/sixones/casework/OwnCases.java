package sixones.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import sixones.casework.letter.IssuedLetter;
import sixones.casework.letter.LetterRows;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Reply;
import sixones.proceeding.conclusion.Examined;
import sixones.round.Refused;
import sixones.round.Rounds;
import sixones.store.Transactions;
import sixones.text.Text;

/** What is on record of an applicant's own cases, as it is told. */
public final class OwnCases {
  private final Transactions transactions;
  private final ExaminedBids examined;
  private final Clock clock;

  public OwnCases(Transactions transactions, ExaminedBids examined, Clock clock) {
    this.transactions = transactions;
    this.examined = examined;
    this.clock = clock;
  }

  /**
   * Returns the case of this person's applicant in a round, if there is one.
   *
   * @throws Refused if there is no such round
   */
  public Optional<ApplicantCase> ofRound(Person person, UUID round) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          Rounds.findRow(person, round);
          return CaseRows.find(round, person.applicant()).map(found -> read(person, found.id()));
        });
  }

  /**
   * Returns a case of this person's applicant.
   *
   * @throws Refused if it is none
   */
  public ApplicantCase find(Person person, UUID id) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(person.reader(), () -> read(person, id));
  }

  /** Returns the newest cases of this person's applicant, those of the newest rounds first. */
  public List<ApplicantCase> newest(Person person, int most) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(), () -> told(CaseFile.read(CaseRows.newest(person.applicant(), most))));
  }

  private ApplicantCase read(Person person, UUID id) {
    return told(List.of(CaseFile.read(person, id))).get(0);
  }

  private List<ApplicantCase> told(List<CaseFile> files) {
    List<UUID> ids = files.stream().map(file -> file.bidCase().id()).toList();
    Map<UUID, List<IssuedLetter>> letters = LetterRows.ofCases(ids);
    Map<Long, CaseRows.Known> people = people(files);
    Instant now = now();
    List<ApplicantCase> told = new ArrayList<>();
    for (CaseFile file : files) {
      CaseView view = file.at(file.notBefore(now));
      told.add(
          ApplicantCase.of(
              view,
              file.round(),
              letters.getOrDefault(file.bidCase().id(), List.of()),
              done(file, view, people)));
    }
    return told;
  }

  /** Returns who is named by what applicants may have done. */
  private static Map<Long, CaseRows.Known> people(List<CaseFile> files) {
    Set<Long> numbers = new TreeSet<>();
    for (CaseFile file : files) {
      for (CaseAct act : file.acts()) {
        if (mayBeOfApplicant(act)) {
          numbers.add(act.by());
          if (act.body() instanceof ActBody.Recuse recuse) {
            numbers.add(recuse.person());
          }
        }
      }
    }
    return CaseRows.people(numbers);
  }

  /**
   * Returns what an applicant did itself: the kinds that nobody else does, and its own requests.
   */
  private static List<ApplicantCase.Done> done(
      CaseFile file, CaseView view, Map<Long, CaseRows.Known> people) {
    return file.acts().stream()
        .filter(OwnCases::mayBeOfApplicant)
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

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
