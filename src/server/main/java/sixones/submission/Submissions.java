package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sixones.answer.DraftDescription;
import sixones.answer.Explanation;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.Quota;
import sixones.draft.Source;
import sixones.evaluation.Evaluation;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FileOwner;
import sixones.finding.Focus;
import sixones.library.Pin;
import sixones.official.OfficialEvaluations;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundRow;
import sixones.round.Rounds;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;

/**
 * Accepts, reads and withdraws bids. A bid is stored and evaluated in one transaction; a repeated
 * request with the same idempotency key gets the first result.
 */
public final class Submissions {
  private final Transactions transactions;
  private final Audit audit;
  private final OfficialEvaluations evaluations;
  private final Clock clock;
  private final Function<Submission, List<String>> receipts;
  private final SubmissionPolicy allowed;

  /**
   * Creates one.
   *
   * @param receipts gives the digests of the receipts that are handed out of a submission
   */
  public Submissions(
      Transactions transactions,
      Audit audit,
      OfficialEvaluations evaluations,
      Quota quota,
      Function<Submission, List<String>> receipts,
      Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.evaluations = evaluations;
    this.receipts = receipts;
    this.clock = clock;
    this.allowed = new SubmissionPolicy(evaluations, quota);
  }

  /**
   * A request to submit a bid.
   *
   * @param key the idempotency key chosen by the client
   * @param declaredUntruthful whether the applicant confirms that the bid declares itself
   *     untruthful
   * @param sameMeant whether a bid is accepted that is the version before to the byte
   * @param source the file the bid was converted from; null if it was not
   * @param filesOf what holds the evidence files that are handed in with the bid; null for none
   */
  public record Handed(
      UUID round,
      String key,
      byte[] bytes,
      Draft.Format form,
      boolean declaredUntruthful,
      boolean sameMeant,
      Source source,
      FileOwner filesOf) {

    /** Creates a request for a bid without evidence files. */
    public Handed(
        UUID round,
        String key,
        byte[] bytes,
        Draft.Format form,
        boolean declaredUntruthful,
        boolean sameMeant,
        Source source) {
      this(round, key, bytes, form, declaredUntruthful, sameMeant, source, null);
    }

    /** Returns a copy that hands in the evidence files of a draft or reply, too; null for none. */
    public Handed withFilesOf(FileOwner owner) {
      return new Handed(round, key, bytes, form, declaredUntruthful, sameMeant, source, owner);
    }

    /**
     * Creates a request for a bid that is accepted even if it is the version before to the byte.
     */
    public Handed(
        UUID round,
        String key,
        byte[] bytes,
        Draft.Format form,
        boolean declaredUntruthful,
        Source source) {
      this(round, key, bytes, form, declaredUntruthful, true, source);
    }

    /** Creates a request for a bid that was not converted and needs no confirmation. */
    public Handed(UUID round, String key, byte[] bytes, Draft.Format form) {
      this(round, key, bytes, form, false, null);
    }

    String digest() {
      String what = round + " " + form + " " + (declaredUntruthful ? "untruthful " : "as-is ");
      what += filesOf == null ? "" : "files of " + filesOf.kind() + " " + filesOf.id() + " ";
      byte[] head = what.getBytes(StandardCharsets.UTF_8);
      byte[] whole = new byte[head.length + bytes.length];
      System.arraycopy(head, 0, whole, 0, head.length);
      System.arraycopy(bytes, 0, whole, head.length, bytes.length);
      return OfficialEvaluations.digest(whole);
    }
  }

  /**
   * The result that submitting a bid now would have.
   *
   * @param version the version it would get
   * @param left the number of submissions left after it
   * @param same whether it is the version before to the byte, and that one is not withdrawn
   * @param evaluation the official evaluation it would get
   */
  public record LastLook(Round round, int version, int left, boolean same, Evaluation evaluation) {}

  /**
   * Evaluates what submitting a bid now would give; stores nothing.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it would not be accepted
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
              SubmissionPolicy.isSame(draft, round, person),
              evaluations.preview(
                  new OfficialEvaluations.Of(
                      null, round.id(), round.pin(), round.evaluationDay(), bytes, form),
                  draft));
        });
  }

  /** Returns the rules that a round pins. */
  RuleSet rules(Person person, Round round) {
    return transactions.as(person.reader(), () -> evaluations.rules(round.pin()));
  }

  /**
   * Evaluates the readable places of a draft by what a round pins; stores nothing.
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
   * Explains what {@link #check} finds.
   *
   * @return empty if the engine or the rule set of the round is older than explanations
   * @throws UnreadableDraft if it cannot be read even in part
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Optional<Explanation> explain(
      Person person, Round round, byte[] bytes, Draft.Format form, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    transactions.as(person.reader(), () -> evaluations.opening(round.pin())).run();
    return evaluations.explain(round.pin(), bytes, form, day, focus);
  }

  /**
   * Accepts and evaluates a bid, both or neither. Refuses with {@code still-running} while another
   * request with the same key is running.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it is not accepted
   */
  public Submission accept(Person person, Handed handed) throws UnreadableDraft {
    return accept(person, handed, Locks::atOnce);
  }

  /**
   * Accepts a bid like {@link #accept(Person, Handed)}, but waits for a running request with the
   * same key and returns its result, so that a double click gets one receipt.
   *
   * @throws UnreadableDraft if it cannot be read
   * @throws Refused if it is not accepted
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

  /** What a round pins, and the action that loads it. */
  private record Pinned(Pin pin, Runnable opening) {}

  /**
   * Reads a bid with the round's engine, whether or not the round accepts it. Needs no lock,
   * because an opened round never changes its engine.
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
      return evaluations.describe(bytes, form);
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
    SubmissionPolicy.isNew(draft, round, person, handed);
    allowed.mayBid(draft, round);
    int version = SubmissionPolicy.version(round, person);
    Submission accepted = keep(person, handed, draft, round, version, now);
    allowed.hasRoom(accepted);
    return accepted;
  }

  private Submission keep(
      Person person, Handed handed, DraftDescription draft, Round round, int version, Instant now) {
    SubmissionRow row = new SubmissionRow(UUID.randomUUID(), person, handed);
    row.accept(version, draft.digest(), handed.digest(), now);
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
    if (handed.filesOf() != null) {
      handInFiles(person, row.id(), round, handed);
    }
    Submission accepted = SubmissionRow.findSubmission(row.id());
    SubmissionRow.keepReceipts(row.id(), receipts.apply(accepted));
    SubmissionActs.accepted(audit, accepted);
    return accepted;
  }

  /** Fixes which files belong to the bid; its bytes and its evaluation have nothing of them. */
  private void handInFiles(Person person, UUID submission, Round round, Handed handed) {
    BidContract contract = evaluations.rules(round.pin()).contract();
    EvidenceFiles.handIn(
        person,
        submission,
        handed.filesOf(),
        BidEntries.of(handed.bytes(), handed.form(), contract));
  }

  /**
   * Reads a bid with a round's engine, without accepting it.
   *
   * @throws UnreadableDraft if it cannot be read; lists every defect
   */
  public DraftDescription describe(Person person, UUID round, byte[] bytes, Draft.Format form)
      throws UnreadableDraft {
    return read(person, round, bytes, form);
  }

  /**
   * Accepts and evaluates a bid as the reply to a notice, whatever the deadline and the number of
   * submissions. Whether it may be one is the caller's to decide, in whose transaction this runs.
   *
   * @param draft the bid as {@link #describe} has it
   * @throws Refused if it is another applicant's, or for other rules
   */
  public Submission acceptReply(Person person, Handed handed, DraftDescription draft) {
    Round round = Rounds.findRow(person, handed.round()).toRound();
    allowed.concerns(draft, round, person);
    SubmissionPolicy.isMeant(draft, handed);
    Instant now = now();
    int version = SubmissionRow.lastVersion(round.id(), person.applicant()) + 1;
    return keep(person, handed, draft, round, version, now);
  }

  /**
   * Evaluates what a reply would be evaluated as; stores nothing. Requires a transaction.
   *
   * @param draft the bid as {@link #describe} has it
   * @throws Refused if it is another applicant's, or for other rules
   */
  public Evaluation previewReply(
      Person person, UUID id, byte[] bytes, Draft.Format form, DraftDescription draft) {
    Round round = Rounds.findRow(person, id).toRound();
    allowed.concerns(draft, round, person);
    return evaluations.preview(
        new OfficialEvaluations.Of(
            null, round.id(), round.pin(), round.evaluationDay(), bytes, form),
        draft);
  }

  /** Returns the submission accepted earlier under the key; null if there is none. */
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
   * Returns a submission.
   *
   * @throws Refused if it does not exist for this person
   */
  public Submission find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> visibleTo(person, id));
  }

  /**
   * Returns the submission with a number.
   *
   * @throws Refused if it does not exist for this person
   */
  public Submission find(Person person, SubmissionNumber number) {
    return transactions.as(
        person.reader(),
        () -> visibleTo(person, reads(person) ? SubmissionRow.findSubmission(number) : null));
  }

  private static Submission visibleTo(Person person, UUID id) {
    return visibleTo(person, reads(person) ? SubmissionRow.findSubmission(id) : null);
  }

  private static boolean reads(Person person) {
    return person.is(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
  }

  private static Submission visibleTo(Person person, Submission submission) {
    if (submission == null
        || person.is(Role.APPLICANT) && !submission.applicant().equals(person.applicant())) {
      throw Refused.noSuch();
    }
    return submission;
  }

  /** A submission with its bytes, exactly as submitted. */
  public record WithBytes(Submission submission, byte[] bytes) {}

  /**
   * Returns a submission with its bytes for display, with an audit entry unless it is the reader's
   * own.
   *
   * @throws Refused if it does not exist for this person
   */
  public WithBytes read(Person person, UUID id) {
    return read(person, id, found -> SubmissionActs.read(audit, person, found));
  }

  /**
   * Returns a submission with its bytes for download, with an audit entry.
   *
   * @throws Refused if it does not exist for this person, or states what only the applicant and the
   *     office may see and this person is neither
   */
  public WithBytes export(Person person, UUID id) {
    return read(
        person,
        id,
        found -> {
          if (person.is(Role.AUDITOR)
              && statesHidden(found, SubmissionRow.<SubmissionRow>findById(id).bytes())) {
            throw new Refused(Refused.Why.WITHHELD, "hidden-values", Map.of());
          }
          SubmissionActs.exported(audit, found, "bid");
        });
  }

  /**
   * Returns whether the bytes of a submission are kept from a person because they state what only
   * the applicant and the office may see.
   */
  public boolean isWithheld(Person person, WithBytes found) {
    return person.is(Role.AUDITOR)
        && transactions.as(person.reader(), () -> statesHidden(found.submission(), found.bytes()));
  }

  /** Returns whether what belongs to a submission is kept from a person, as its bytes are. */
  boolean isWithheld(Person person, UUID submission) {
    return person.is(Role.AUDITOR)
        && transactions.as(
            person.reader(),
            () ->
                statesHidden(
                    SubmissionRow.findSubmission(submission),
                    SubmissionRow.<SubmissionRow>findById(submission).bytes()));
  }

  /** Returns the documents a submission lists. */
  BidEntries entries(Person person, Submission submission) {
    return transactions.as(
        person.reader(),
        () ->
            BidEntries.of(
                SubmissionRow.<SubmissionRow>findById(submission.id()).bytes(),
                submission.content().form(),
                contract(submission)));
  }

  private BidContract contract(Submission submission) {
    RoundRow round = RoundRow.findById(submission.round());
    return evaluations.rules(round.toRound().pin()).contract();
  }

  private boolean statesHidden(Submission submission, byte[] bytes) {
    BidContract contract = contract(submission);
    try {
      Draft draft = Draft.readPartly(bytes, submission.content().form(), contract);
      return contract.isHiddenStated(draft.tree());
    } catch (UnreadableDraft e) {
      return contract.isHiddenWithin("");
    }
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
   * Returns a submission for the download of its receipt, with an audit entry.
   *
   * @throws Refused if it does not exist for this person
   */
  public Submission exportReceipt(Person person, UUID id) {
    return read(person, id, found -> SubmissionActs.exported(audit, found, "receipt")).submission();
  }

  /** Returns which of the submissions were withdrawn, by id; an applicant sees only its own. */
  public Map<UUID, WithdrawnBid> withdrawn(Person person, Collection<UUID> submissions) {
    person.mustBe(Role.APPLICANT, Role.OFFICER, Role.AUDITOR);
    if (submissions.isEmpty()) {
      return Map.of();
    }
    return transactions.as(
        person.reader(),
        () ->
            SubmissionRow.withdrawnAmong(submissions).stream()
                .filter(
                    each ->
                        !person.is(Role.APPLICANT) || each.applicant().equals(person.applicant()))
                .collect(Collectors.toMap(WithdrawnBid::submission, each -> each)));
  }

  /**
   * Returns a submission with its bytes to print it, with an audit entry.
   *
   * @param file what is printed, such as {@code report.pdf}
   * @throws Refused if it does not exist for this person
   */
  public WithBytes exportPaper(Person person, UUID id, String file) {
    return read(person, id, found -> SubmissionActs.exported(audit, found, file));
  }

  /** Selects submissions by round and applicant; null selects all. */
  public record Filter(UUID round, String applicant) {}

  /** Returns submissions, the newest first; an applicant sees only its own. */
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
          boolean isOverAll = mine.round() == null && mine.applicant() == null;
          Set<UUID> rounds = isOverAll ? Rounds.toLookThrough(person) : null;
          return Slice.of(
              SubmissionRow.list(mine, rounds, after, most + 1),
              most,
              submission -> new Cursor(submission.submittedAt(), submission.id()));
        });
  }

  /**
   * Withdraws a submission. It stays on record, and its version is not reused. Idempotent.
   *
   * @throws Refused if it does not exist for this person or the deadline has passed
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
          Submission withdrawn = SubmissionRow.findSubmission(id);
          if (SubmissionRow.hasReceipts(id)) {
            SubmissionRow.keepReceipts(id, receipts.apply(withdrawn));
          }
          return withdrawn;
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
