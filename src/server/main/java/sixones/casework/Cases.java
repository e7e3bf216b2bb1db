package sixones.casework;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.answer.DraftDescription;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.calendar.adoption.Calendars;
import sixones.casework.letter.CalendarTerms;
import sixones.casework.letter.CaseLetters;
import sixones.casework.letter.IssuedLetter;
import sixones.casework.letter.Issuing;
import sixones.casework.letter.LetterRows;
import sixones.evaluation.Evaluation;
import sixones.letter.FrozenLetter;
import sixones.letter.Letter;
import sixones.letter.LetterKind;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.Terms;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Reply;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.OpenPlaces;
import sixones.proceeding.conclusion.Replying;
import sixones.proceeding.permission.ActPolicy;
import sixones.proceeding.permission.Asking;
import sixones.proceeding.permission.Intended;
import sixones.proceeding.permission.Preparation;
import sixones.proceeding.permission.Refusal;
import sixones.round.Fault;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.store.Transactions;
import sixones.submission.StandingBidRow;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * The cases: every act passes {@link #act} or {@link #reply}, which decide in the act's own
 * transaction whether it may be done, complete it, keep it, and issue the letter that goes with it.
 */
public final class Cases {
  private final Transactions transactions;
  private final Audit audit;
  private final Submissions submissions;
  private final Calendars calendars;
  private final CaseLetters letters;
  private final Clock clock;
  private final ExaminedBids examined;

  public Cases(
      Transactions transactions,
      Audit audit,
      ExaminedBids examined,
      Submissions submissions,
      Calendars calendars,
      CaseLetters letters,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.submissions = submissions;
    this.calendars = calendars;
    this.letters = letters;
    this.clock = clock;
    this.examined = examined;
  }

  /**
   * Does an act in a case.
   *
   * @throws Refused if it may not be done or is not right; nothing was changed
   */
  public DoneAct act(Person person, UUID id, ActRequest asked) {
    if (asked.kind() == ActKind.REPLY) {
      throw new IllegalArgumentException("a reply is a bid: see reply");
    }
    person.mustBe(Role.OFFICER, Role.APPLICANT);
    hasKey(asked.key());
    Terms terms = new CalendarTerms(calendars.inUse());
    String digest = asked.digest(id);
    return transactions.as(
        person.reader(),
        () -> {
          Optional<DoneAct> before = before(person, id, asked.key(), digest);
          if (before.isPresent()) {
            return before.get();
          }
          CaseFile file = CaseFile.read(person, id);
          Instant now = file.notBefore(now());
          Asking asking = asking(person, asked.onBehalfOf(), now);
          mayAct(file.at(now), asking, new Intended(asked.kind(), null, asked.revision()));
          ActBody body = ActReader.asked(asked.kind(), asked.json(), now);
          file = lapsed(file, asking, asked.kind(), now);
          CaseView view = file.at(now);
          mayAct(view, asking, new Intended(asked.kind(), body, null));
          body = new Preparation(view, examined::find, terms, now).prepared(body);
          if (body instanceof ActBody.Recuse recuse) {
            isOfficer(recuse.person());
          }
          return keep(file, asking, body, now, asked.key(), digest);
        });
  }

  /**
   * Takes in a bid as the reply to the notice that waits, evaluates it, and carries or reopens what
   * was determined; all of it or nothing. Its evidence files, those of the draft that is named as
   * holding some, and those of the bid before go along.
   *
   * @param revision the number of the last act that was seen; null if that is not compared
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it is late, changes what it may not, or changes nothing
   */
  public DoneAct reply(Person person, UUID id, Submissions.Handed handed, Long revision)
      throws UnreadableDraft {
    person.mustBe(Role.APPLICANT);
    hasKey(handed.key());
    UUID round = roundOf(person, id);
    Submissions.Handed inRound =
        new Submissions.Handed(
            round,
            handed.key(),
            handed.bytes(),
            handed.form(),
            handed.declaredUntruthful(),
            handed.sameMeant(),
            handed.source());
    String digest = ActRequest.replying(handed).digest(id);
    DraftDescription draft = submissions.describe(person, round, handed.bytes(), handed.form());
    return transactions.as(
        person.reader(),
        () -> {
          Optional<DoneAct> before = before(person, id, handed.key(), digest);
          if (before.isPresent()) {
            return before.get();
          }
          CaseFile file = CaseFile.read(person, id);
          Instant now = file.notBefore(now());
          Asking asking = asking(person, null, now);
          CaseView view = file.at(now);
          mayAct(view, asking, new Intended(ActKind.REPLY, null, revision));
          Submission accepted = submissions.acceptReply(person, inRound, draft);
          Panache.getEntityManager().flush();
          Examined after = examined.fresh(accepted.result().evaluation());
          boolean addsFiles =
              ReplyFiles.handIn(
                  person,
                  new ReplyFiles.Of(
                      id,
                      handed.filesOf(),
                      examined.find(view.evaluation()),
                      view.waiting().orElseThrow(),
                      view.settings().marksUnlisted()),
                  after);
          Reply reply =
              new Preparation(view, examined::find, new CalendarTerms(null), now)
                  .reply(after, addsFiles);
          return keep(file, asking, reply, now, handed.key(), digest);
        });
  }

  /**
   * A bid beside the one that a notice tells of, as it would be handed in as the reply.
   *
   * @param before the bid the notice tells of
   * @param differences every value that differs, whether it may or not
   * @param marksUnlisted whether what is not listed is marked, not refused
   */
  public record Compared(
      Examined before,
      Examined after,
      List<Replying.Difference> differences,
      boolean marksUnlisted) {

    /**
     * Returns whether it may be handed in.
     *
     * @param addsFiles whether evidence files come with it that were not there before
     */
    public boolean isFit(boolean addsFiles) {
      return (addsFiles || !differences.isEmpty()) && (marksUnlisted || unlisted() == 0);
    }

    /** Returns how many values differ that the notice does not list. */
    public long unlisted() {
      return differences.stream().filter(one -> one.by().equals("unlisted")).count();
    }

    /** Returns the bid with only what may change; the rest is as it was handed in. */
    public JsonNode within(List<String> mayChange) {
      return new OpenPlaces(before.bid(), after.bid(), mayChange).within();
    }
  }

  /**
   * Compares a bid with the one that the notice which waits tells of; stores nothing.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if no reply is awaited, or it is another applicant's bid or one for other rules
   */
  public Compared compared(Person person, UUID id, byte[] bytes, Draft.Format form)
      throws UnreadableDraft {
    person.mustBe(Role.APPLICANT);
    UUID round = roundOf(person, id);
    DraftDescription draft = submissions.describe(person, round, bytes, form);
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile file = CaseFile.read(person, id);
          Instant now = file.notBefore(now());
          CaseView view = file.at(now);
          mayAct(view, asking(person, null, now), new Intended(ActKind.REPLY, null, null));
          IssuedNotice notice = view.waiting().orElseThrow();
          Evaluation evaluation = submissions.previewReply(person, round, bytes, form, draft);
          Examined before = examined.find(view.evaluation());
          Examined after = examined.preview(view.evaluation(), evaluation, bytes, form);
          return new Compared(
              before,
              after,
              Replying.differences(before, after, notice.mayChange()),
              view.settings().marksUnlisted());
        });
  }

  /**
   * What a notice would be.
   *
   * @param faults what would keep it from being issued
   */
  public record NoticePreview(Letter letter, List<Fault> faults) {}

  /**
   * Tells what a notice would be, with its term counted; stores nothing.
   *
   * @param json the body of the notice
   * @throws Refused if it could not be proposed
   */
  public NoticePreview previewNotice(Person person, UUID id, byte[] json) {
    person.mustBe(Role.OFFICER);
    Terms terms = new CalendarTerms(calendars.inUse());
    return transactions.as(
        person.reader(),
        () -> {
          CaseFile file = CaseFile.read(person, id);
          Instant now = file.notBefore(now());
          CaseView view = file.at(now);
          Asking asking = asking(person, null, now);
          mayAct(view, asking, new Intended(ActKind.NOTICE, null, null));
          ActBody body = ActReader.asked(ActKind.NOTICE, json, now);
          body = new Preparation(view, examined::find, terms, now).prepared(body);
          CaseAct act =
              CaseAct.of(
                  file.next(), UUID.randomUUID(), body, asking.person(), null, null, now, null);
          Letter letter =
              letters.written(
                  new CaseLetters.Occasion(
                      LetterKind.CORRECTION,
                      file.round(),
                      StandingBidRow.of(file.round().id(), file.bidCase().applicant()),
                      view,
                      act,
                      act,
                      CaseRows.handler(view, act)),
                  examined::find);
          return new NoticePreview(letter, letters.faults(letter));
        });
  }

  private static void isOfficer(long person) {
    CaseRows.Known known = CaseRows.people(List.of(person)).get(person);
    if (known == null || known.role() != Role.OFFICER) {
      throw Refused.wrong("/person", "no-such-person", Map.of("found", person));
    }
  }

  private UUID roundOf(Person person, UUID id) {
    return transactions.as(
        person.reader(), () -> CaseRows.find(id).orElseThrow(Refused::noSuch).round());
  }

  static void hasKey(String key) {
    if (key == null || !key.matches("[!-~]{1,200}")) {
      throw new Refused(Refused.Why.WRONG, "no-idempotency-key", Map.of());
    }
  }

  /** Returns the act of a ledger that was done before under the same key. */
  static CaseAct again(ActRows.Before before, String digest, List<CaseAct> acts) {
    if (!before.requestDigest().equals(digest)) {
      throw new Refused(Refused.Why.KEY_REUSED, "key-reused", Map.of());
    }
    return acts.stream()
        .filter(one -> one.id().equals(before.act()))
        .findFirst()
        .orElseThrow(Refused::noSuch);
  }

  /**
   * Locks key and case, and returns what was done before under the key, with the case as it was
   * then: the answer is the same, and tells nothing that happened since.
   */
  private Optional<DoneAct> before(Person person, UUID id, String key, String digest) {
    Locks.alone("act key " + person.key() + " " + key);
    Locks.alone("case " + id);
    Optional<ActRows.Before> before = ActRows.under(Ledger.CASE, key);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    CaseFile file = CaseFile.read(person, id);
    CaseAct act = again(before.get(), digest, file.acts());
    Optional<IssuedLetter> letter =
        LetterRows.ofCase(id).stream().filter(one -> one.issuedBy().equals(act.id())).findFirst();
    return Optional.of(new DoneAct(act, file.upTo(act).at(act.at()), letter, true));
  }

  /** Throws the reason for which an act may not be done, if there is one. */
  private static void mayAct(CaseView view, Asking asking, Intended act) {
    Optional<Refusal> refusal = ActPolicy.mayAct(view, asking, act);
    if (refusal.isPresent()) {
      throw refused(refusal.get());
    }
  }

  static Refused refused(Refusal refusal) {
    Refused.Why why =
        switch (refusal.status()) {
          case 403 -> Refused.Why.NOT_YOURS;
          case 404 -> Refused.Why.NO_SUCH;
          case 412 -> Refused.Why.STALE;
          default -> Refused.Why.CONFLICT;
        };
    String kind =
        switch (refusal.code()) {
          case "not-there" -> "not-there";
          case "stale" -> "changed-since";
          default -> "act-" + refusal.code();
        };
    Map<String, Object> values = new TreeMap<>();
    refusal.values().forEach((name, value) -> values.put(name, readable(value)));
    return new Refused(why, kind, values);
  }

  private static Object readable(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : value;
  }

  static Asking asking(Person person, Long onBehalfOf, Instant now) {
    Authorities authorities =
        Authorities.onRecord(person.is(Role.OFFICER) ? ActRows.authorities() : List.of(), now);
    return new Asking(
        CaseRows.asking(), person.role(), person.applicant(), onBehalfOf, authorities);
  }

  /**
   * Puts on record that a term passed, by whoever acts next. Who asks that somebody keep away need
   * not have declared herself, and does nothing else in the case.
   */
  private CaseFile lapsed(CaseFile file, Asking asking, ActKind kind, Instant now) {
    CaseView view = file.at(now);
    if (!view.unrecordedLapse() || kind == ActKind.LAPSE || kind == ActKind.RECUSE) {
      return file;
    }
    IssuedNotice notice = view.notices().get(view.notices().size() - 1);
    Asking own =
        new Asking(asking.person(), asking.role(), asking.applicant(), null, asking.authorities());
    return file.with(keep(file, own, new ActBody.Lapse(notice.id()), now, null, null).act());
  }

  private DoneAct keep(
      CaseFile file, Asking asking, ActBody body, Instant now, String key, String digest) {
    CaseView before = file.at(now);
    UUID authority = ActPolicy.authority(before, asking, body.kind()).orElse(null);
    CaseAct act =
        CaseAct.of(
            file.next(),
            UUID.randomUUID(),
            body,
            asking.person(),
            asking.onBehalfOf(),
            authority,
            now,
            key);
    ActRows.insert(file.bidCase().id(), act, digest);
    CaseView after = file.with(act).at(now);
    note(file, act, asking.role());
    Optional<IssuedLetter> letter = issue(file, after, act);
    return new DoneAct(act, after, letter, false);
  }

  /** An applicant reads in its own audit entries only what it did itself. */
  private void note(CaseFile file, CaseAct act, Role role) {
    boolean isOfApplicant = role == Role.APPLICANT;
    Map<String, Object> what = new TreeMap<>();
    what.put("act", act.kind().id());
    if (!isOfApplicant) {
      // How much the office did before would be told by it.
      what.put("number", act.seq());
    }
    what.put("digest", act.digest());
    audit.note(
        Act.ACTED_IN_CASE,
        Thing.bidCase(file.bidCase().id(), isOfApplicant ? file.bidCase().applicant() : null),
        Map.of(),
        what);
  }

  /** Freezes the letter of an act that took effect just now. */
  private Optional<IssuedLetter> issue(CaseFile file, CaseView after, CaseAct by) {
    Optional<CaseAct> issued = Issuing.effective(after, by);
    Optional<LetterKind> kind = issued.flatMap(one -> Issuing.letter(after, one));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    FrozenLetter frozen =
        letters.frozen(
            new CaseLetters.Occasion(
                kind.get(),
                file.round(),
                StandingBidRow.of(file.round().id(), file.bidCase().applicant()),
                after,
                issued.get(),
                by,
                CaseRows.handler(after, issued.get())),
            examined::find);
    IssuedLetter letter =
        new IssuedLetter(
            frozen.digest(),
            file.bidCase().id(),
            issued.get().id(),
            by.id(),
            kind.get().id(),
            by.at());
    LetterRows.insert(letter, frozen.bytes());
    return Optional.of(letter);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
