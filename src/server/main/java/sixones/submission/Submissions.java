package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sixones.answer.DraftDescription;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.Quota;
import sixones.draft.Source;
import sixones.evaluation.Evaluation;
import sixones.library.Pin;
import sixones.official.OfficialEvaluations;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.NoRuleInForce;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;

/**
 * What applicants hand in. Acceptance and official evaluation are one transaction, and what was
 * accepted under a key is answered again under that key, whatever has happened since. Long because
 * what may be handed in and who may see it is to be read in one place.
 */
public final class Submissions {
  private final Transactions transactions;
  private final Audit audit;
  private final OfficialEvaluations evaluations;
  private final Clock clock;
  private final SubmissionPolicy allowed;

  public Submissions(
      Transactions transactions,
      Audit audit,
      OfficialEvaluations evaluations,
      Quota quota,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
    this.clock = clock;
    this.allowed = new SubmissionPolicy(evaluations, quota);
  }

  /**
   * What an applicant hands in.
   *
   * @param key the applicant's own name for this act: sent again, it is answered again
   * @param declaredUntruthful whether the applicant says once more, beside the bid, that the bid
   *     declares itself untruthful and is to be handed in all the same
   * @param source the file the bid was converted from; null if it was not
   */
  public record Handed(
      UUID round,
      String key,
      byte[] bytes,
      Draft.Format form,
      boolean declaredUntruthful,
      Source source) {

    /** A bid that does not declare itself untruthful, and was not converted. */
    public Handed(UUID round, String key, byte[] bytes, Draft.Format form) {
      this(round, key, bytes, form, false, null);
    }

    String digest() {
      String what = round + " " + form + " " + (declaredUntruthful ? "untruthful " : "as-is ");
      byte[] head = what.getBytes(StandardCharsets.UTF_8);
      byte[] whole = new byte[head.length + bytes.length];
      System.arraycopy(head, 0, whole, 0, head.length);
      System.arraycopy(bytes, 0, whole, head.length, bytes.length);
      return OfficialEvaluations.digest(whole);
    }
  }

  /**
   * What would come of handing a bid in now.
   *
   * @param version the version it would get
   * @param left how many submissions the applicant could make after it
   * @param evaluation the official evaluation it would get
   */
  public record LastLook(Round round, int version, int left, Evaluation evaluation) {}

  /**
   * Looks at what would come of handing a bid in now; keeps nothing.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it would not be accepted, and why
   */
  public LastLook preview(Person person, UUID id, byte[] bytes, Draft.Format form)
      throws UnreadableDraft {
    person.mustBe(Role.APPLICANT);
    DraftDescription draft = read(person, id, bytes, form);
    return transactions.as(
        person.reader(),
        () -> {
          Round round = Rounds.findRow(person, id).toRound();
          SubmissionPolicy.mayHandIn(round, now());
          allowed.concerns(draft, round, person);
          allowed.mayBid(draft, round);
          int version = SubmissionPolicy.version(round, person);
          return new LastLook(
              round,
              version,
              round.submissionsPerApplicant() - version,
              evaluations.preview(
                  new OfficialEvaluations.Of(
                      null, round.id(), round.pin(), round.evaluationDay(), bytes, form),
                  draft));
        });
  }

  /**
   * Evaluates the places of a draft that can be read, by what a round pins; keeps nothing.
   *
   * @throws UnreadableDraft if it cannot be read even in part
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Evaluation check(
      Person person, Round round, byte[] bytes, Draft.Format form, LocalDate day)
      throws UnreadableDraft, NoRuleInForce {
    transactions.as(person.reader(), () -> evaluations.opening(round.pin())).run();
    return evaluations.check(round.pin(), bytes, form, day);
  }

  /**
   * Accepts a bid and evaluates it, both or neither. While another request with the same key is
   * running, refuses with {@code still-running}.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it is not accepted, and why
   */
  public Submission accept(Person person, Handed handed) throws UnreadableDraft {
    return accept(person, handed, Locks::atOnce);
  }

  /**
   * Accepts a bid as {@link #accept(Person, Handed)} does, but waits for the result of a request
   * with the same key that is running: the second of two quick clicks gets the receipt of the
   * first.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it is not accepted, and why
   */
  public Submission acceptOnce(Person person, Handed handed) throws UnreadableDraft {
    return accept(
        person,
        handed,
        key -> {
          Locks.alone(key);
          return true;
        });
  }

  private Submission accept(Person person, Handed handed, Predicate<String> lock)
      throws UnreadableDraft {
    person.mustBe(Role.APPLICANT);
    SubmissionPolicy.hasKey(handed);
    String digest = handed.digest();
    Submission before =
        transactions.as(person.reader(), () -> acceptedBefore(person, handed, digest));
    if (before != null) {
      return before;
    }
    DraftDescription draft = read(person, handed.round(), handed.bytes(), handed.form());
    return transactions.as(person.reader(), () -> accept(person, handed, digest, draft, lock));
  }

  /** What a round pins, and what opens it. */
  private record Pinned(Pin pin, Runnable opening) {}

  /**
   * Reads a bid as the engine of the round does, whether or not the round accepts it. What is read
   * here needs no lock: the engine of a round never changes.
   */
  private DraftDescription read(Person person, UUID round, byte[] bytes, Draft.Format form)
      throws UnreadableDraft {
    Pinned pinned =
        transactions.as(
            person.reader(),
            () -> {
              Pin pin = Rounds.pin(person, round);
              return pin == null ? null : new Pinned(pin, evaluations.opening(pin));
            });
    if (pinned == null) {
      return DraftDescription.of(Draft.read(bytes, form));
    }
    pinned.opening().run();
    return evaluations.describe(pinned.pin(), bytes, form);
  }

  private Submission accept(
      Person person, Handed handed, String digest, DraftDescription draft, Predicate<String> lock) {
    if (!lock.test("key " + person.applicant() + " " + handed.key())) {
      throw new Refused(Refused.Why.CONFLICT, "still-running", Map.of());
    }
    Submission before = acceptedBefore(person, handed, digest);
    if (before != null) {
      return before;
    }
    Locks.beside("round " + handed.round());
    Locks.alone("round " + handed.round() + " " + person.applicant());
    Round round = Rounds.findRow(person, handed.round()).toRound();
    Instant now = now();
    SubmissionPolicy.mayHandIn(round, now);
    allowed.concerns(draft, round, person);
    SubmissionPolicy.isMeant(draft, handed);
    allowed.mayBid(draft, round);
    SubmissionRow row = new SubmissionRow(UUID.randomUUID(), person, handed);
    row.accept(SubmissionPolicy.version(round, person), draft.digest(), digest, now);
    if (!row.insert()) {
      throw new Refused(Refused.Why.CONFLICT, "still-running", Map.of());
    }
    evaluations.keep(
        new OfficialEvaluations.Of(
            row.id(),
            round.id(),
            round.pin(),
            round.evaluationDay(),
            handed.bytes(),
            handed.form()),
        now);
    Panache.getEntityManager().flush();
    Submission accepted = SubmissionRow.findSubmission(row.id());
    allowed.hasRoom(accepted);
    SubmissionActs.accepted(audit, accepted);
    return accepted;
  }

  /** What was accepted under the key before; null if nothing was. */
  private static Submission acceptedBefore(Person person, Handed handed, String digest) {
    SubmissionRow.Before before = SubmissionRow.under(person.applicant(), handed.key());
    if (before == null) {
      return null;
    }
    if (!before.requestDigest().equals(digest)) {
      throw new Refused(Refused.Why.KEY_REUSED, "key-reused", Map.of());
    }
    return SubmissionRow.findSubmission(before.id());
  }

  /**
   * The submission of an id.
   *
   * @throws Refused if there is none, for this person
   */
  public Submission find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> visibleTo(person, id));
  }

  private static Submission visibleTo(Person person, UUID id) {
    boolean reads = person.is(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    Submission submission = reads ? SubmissionRow.findSubmission(id) : null;
    if (submission == null
        || person.is(Role.APPLICANT) && !submission.applicant().equals(person.applicant())) {
      throw Refused.noSuch();
    }
    return submission;
  }

  /** A submission with its bytes, exactly as they were handed in. */
  public record WithBytes(Submission submission, byte[] bytes) {}

  /**
   * What was handed in, to the byte, to look at.
   *
   * @throws Refused if there is none, for this person
   */
  public WithBytes read(Person person, UUID id) {
    return read(person, id, found -> SubmissionActs.read(audit, person, found));
  }

  /**
   * What was handed in, to the byte, as a file to take away.
   *
   * @throws Refused if there is none, for this person
   */
  public WithBytes export(Person person, UUID id) {
    return read(person, id, found -> SubmissionActs.exported(audit, found, "bid"));
  }

  private WithBytes read(Person person, UUID id, Consumer<Submission> recorded) {
    return transactions.as(
        person.reader(),
        () -> {
          Submission found = visibleTo(person, id);
          recorded.accept(found);
          return new WithBytes(found, SubmissionRow.<SubmissionRow>findById(id).bytes());
        });
  }

  /**
   * A submission whose receipt is taken away as a file.
   *
   * @throws Refused if there is none, for this person
   */
  public Submission exportReceipt(Person person, UUID id) {
    return read(person, id, found -> SubmissionActs.exported(audit, found, "receipt")).submission();
  }

  /** Which submissions to list; null for all. */
  public record Filter(UUID round, String applicant) {}

  /** Submissions, the newest first; an applicant sees its own. */
  public Slice<Submission> list(Person person, Filter filter, Cursor after, int most) {
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    Filter mine =
        person.is(Role.APPLICANT) && filter.applicant() == null
            ? new Filter(filter.round(), person.applicant())
            : filter;
    return transactions.as(
        person.reader(),
        () -> {
          if (filter.round() != null) {
            Rounds.findRow(person, filter.round());
          }
          if (person.is(Role.APPLICANT) && !mine.applicant().equals(person.applicant())) {
            return new Slice<>(List.of(), null);
          }
          return Slice.of(
              SubmissionRow.list(mine, after, most + 1),
              most,
              submission -> new Cursor(submission.submittedAt(), submission.id()));
        });
  }

  /**
   * Takes a submission back; it stays on record, and its version is not given again. Asked for
   * again, it is answered the same.
   *
   * @throws Refused if there is none, or the deadline has passed
   */
  public Submission withdraw(Person person, UUID id) {
    Submission seen = find(person, id);
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          Locks.beside("round " + seen.round());
          Locks.alone("submission " + id);
          Submission submission = visibleTo(person, id);
          if (submission.withdrawnAt() != null) {
            return submission;
          }
          Instant now = now();
          Round round = Rounds.findRow(person, submission.round()).toRound();
          if (!round.acceptsAt(now)) {
            throw SubmissionPolicy.tooLate(round);
          }
          new Withdrawal(id, person.applicant(), now).persist();
          Panache.getEntityManager().flush();
          audit.note(Act.WITHDRAWN, Thing.submission(id, person.applicant()));
          return SubmissionRow.findSubmission(id);
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
