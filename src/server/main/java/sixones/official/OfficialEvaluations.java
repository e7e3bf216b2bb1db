package sixones.official;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sixones.answer.Answer;
import sixones.answer.AnswerFormats;
import sixones.answer.DraftDescription;
import sixones.answer.Explanation;
import sixones.answer.ExplanationReader;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Purpose;
import sixones.evaluation.Verdict;
import sixones.finding.Focus;
import sixones.library.BundleSigner;
import sixones.library.Pin;
import sixones.library.PinnedEvaluator;
import sixones.library.PinnedEvaluators;
import sixones.library.RuleSetVersion;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;

/**
 * Runs, stores, finds and replays official evaluations. All methods run in the caller's
 * transaction, whose identity decides which rows are visible.
 */
public final class OfficialEvaluations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PINS = Set.of("evaluation.bundle", "evaluation.engine_digest");

  private final PinnedEvaluators pinned;
  private final AnswerFormats formats;
  private final Attestations attestations;
  private final Consumer<String> disagreed;

  /**
   * Creates the collection.
   *
   * @param formats the formats of the answers that can be read
   * @param signer signs what is stored
   */
  public OfficialEvaluations(PinnedEvaluators pinned, AnswerFormats formats, BundleSigner signer) {
    this(pinned, formats, signer, rule -> {});
  }

  /**
   * Creates the collection.
   *
   * @param disagreed receives the id of a rule whose conditions an engine disagreed with, once for
   *     each place
   */
  public OfficialEvaluations(
      PinnedEvaluators pinned,
      AnswerFormats formats,
      BundleSigner signer,
      Consumer<String> disagreed) {
    this.pinned = pinned;
    this.formats = formats;
    this.attestations = new Attestations(signer);
    this.disagreed = disagreed;
  }

  /** The input of an official evaluation. */
  public record Of(
      UUID submission, UUID round, Pin pin, LocalDate asOf, byte[] draft, Draft.Format format) {}

  /**
   * Reads what a pin names, and returns what opens it outside the transaction. Once it has run,
   * {@link #describe} and {@link #check} need none.
   *
   * @throws sixones.rule.BrokenRuleSet if it is not stored, or a digest or signature does not hold
   */
  public Runnable opening(Pin pin) {
    pinned.rules(pin.rules());
    return pinned.opening(pin);
  }

  /**
   * Reads a draft as the engine of an opened pin does.
   *
   * @throws UnreadableDraft if it cannot be read; lists every defect
   */
  public DraftDescription describe(Pin pin, byte[] draft, Draft.Format format)
      throws UnreadableDraft {
    return pinned.find(pin).describe(draft, format);
  }

  /**
   * Returns the rules of a pin: their words, sources and contract.
   *
   * @throws sixones.rule.BrokenRuleSet if they are not stored, or a digest or signature does not
   *     hold
   */
  public RuleSet rules(Pin pin) {
    return pinned.rules(pin.rules());
  }

  /**
   * Reads a draft by the newest contract of the rule set it names.
   *
   * @throws UnreadableDraft if it cannot be read; lists every defect
   */
  public DraftDescription describe(byte[] draft, Draft.Format format) throws UnreadableDraft {
    RuleSet newest = pinned.newest(Draft.ruleSetOf(draft, format));
    return DraftDescription.of(Draft.read(draft, format, newest.contract()));
  }

  /**
   * Evaluates a submission and stores the evaluation together with its answer.
   *
   * @param now the instant of evaluation
   */
  public OfficialEvaluation keep(Of of, Instant now) {
    return keep(of, Purpose.OFFICIAL, now);
  }

  /**
   * Evaluates a submission for a purpose and stores the evaluation. For a purpose other than {@code
   * OFFICIAL} the transaction must be {@link sixones.store.DatabaseIdentity#SERVICE the service's}.
   *
   * @param now the instant of evaluation
   */
  public OfficialEvaluation keep(Of of, Purpose purpose, Instant now) {
    Made made = make(of, now);
    new EvaluationRow(made.evaluation(), purpose, made.body()).persistAndFlush();
    FindingRows.insert(made.evaluation(), made.answer());
    attestations.insert(made.evaluation().id());
    return made.evaluation();
  }

  /** An evaluation that is not stored yet, with its answer as it was read and as it is kept. */
  record Made(OfficialEvaluation evaluation, Answer answer, byte[] body) {}

  /** Evaluates a submission; stores nothing of it. */
  Made make(Of of, Instant now) {
    Pin pin = new Pin(of.pin().rules(), pinned.engineOf(of.pin(), now));
    byte[] body = run(of);
    Answer answer = formats.read(body);
    answer.eachDisagreement(disagreed);
    OfficialEvaluation made =
        new OfficialEvaluation(
            UUID.randomUUID(),
            of.submission(),
            of.round(),
            answer.applicant(),
            pin,
            of.asOf(),
            answer.draftDigest(),
            digest(body),
            new OfficialEvaluation.Conclusion(
                answer.verdicts().bid(),
                VerdictsText.of(answer.verdicts()),
                answer.verdicts().remaining()),
            pinned.rules(pin.rules()).engine(),
            Platform.current(),
            now);
    return new Made(made, answer, body);
  }

  /**
   * Evaluates a draft as {@link #keep} would, without storing anything.
   *
   * @param described the draft as {@link #describe} has it
   */
  public Evaluation preview(Of of, DraftDescription described) {
    return explained(run(of), of.pin().rules(), described.declaredUntruthful());
  }

  private byte[] run(Of of) {
    try {
      return answer(of);
    } catch (UnreadableDraft e) {
      throw new IllegalStateException("what is evaluated officially can be read throughout", e);
    } catch (NoRuleInForce e) {
      throw new IllegalStateException("the round was opened for a day before its rules", e);
    }
  }

  private byte[] answer(Of of) throws UnreadableDraft, NoRuleInForce {
    return pinned.find(of.pin()).evaluate(of.draft(), of.format(), of.asOf());
  }

  /**
   * Evaluates the places of a draft that can be read by an opened pin, without storing anything.
   *
   * @throws UnreadableDraft if it cannot be read even in part
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Evaluation check(Pin pin, byte[] draft, Draft.Format format, LocalDate day)
      throws UnreadableDraft, NoRuleInForce {
    PinnedEvaluator evaluator = pinned.find(pin);
    byte[] answer = evaluator.evaluatePartly(draft, format, day);
    boolean untruthful = evaluator.describePartly(draft, format).declaredUntruthful();
    Evaluation evaluation = explained(answer, pin.rules(), untruthful);
    evaluation.findings().forEach(finding -> finding.eachDisagreement(disagreed));
    return evaluation;
  }

  private Evaluation explained(byte[] answer, RuleSetVersion rules, boolean declaredUntruthful) {
    return formats.read(answer).explainedBy(pinned.rules(rules), declaredUntruthful);
  }

  public Optional<OfficialEvaluation> find(UUID id) {
    return EvaluationRow.find(EvaluationRow.COLUMNS + " where e.id = ?1", id)
        .project(OfficialEvaluation.class)
        .firstResultOptional();
  }

  /** Returns the stored JSON answer, byte for byte. */
  public byte[] body(UUID id) {
    EvaluationRow kept = EvaluationRow.findById(id);
    return kept.body();
  }

  /**
   * Restricts a query of evaluations; a null component matches every evaluation.
   *
   * @param applicants the codes of the applicants to match
   * @param ruleSet {@code id} or {@code id/version}
   */
  public record Filter(UUID round, Set<String> applicants, String ruleSet, Verdict verdict) {}

  /**
   * Returns one slice of the matching evaluations, newest first.
   *
   * @param among the rounds of which evaluations are returned; null for all
   * @param most the maximum number of evaluations returned
   */
  public Slice<OfficialEvaluation> list(Filter filter, Set<UUID> among, Cursor after, int most) {
    Set<UUID> rounds = filter.ruleSet() == null ? among : roundsOf(filter.ruleSet(), among);
    if (rounds != null && rounds.isEmpty()) {
      return new Slice<>(List.of(), null);
    }
    StringBuilder where =
        new StringBuilder("e.evaluatedAt <= :at and (e.evaluatedAt < :at or e.id < :id)")
            .append(" and ")
            .append(EvaluationRow.OF_ACCEPTANCE);
    Parameters values = Parameters.with("at", after.at()).and("id", after.id());
    if (filter.round() != null) {
      where.append(" and e.round = :round");
      values.and("round", filter.round());
    }
    if (rounds != null) {
      where.append(" and e.round in :rounds");
      values.and("rounds", rounds);
    }
    if (filter.applicants() != null) {
      where.append(" and e.applicant in :applicants");
      values.and("applicants", filter.applicants());
    }
    if (filter.verdict() != null) {
      where.append(" and e.verdict = :verdict");
      values.and("verdict", filter.verdict());
    }
    PanacheQuery<EvaluationRow> query =
        EvaluationRow.find(
            EvaluationRow.COLUMNS + " where " + where + " order by e.evaluatedAt desc, e.id desc",
            values);
    List<OfficialEvaluation> found = query.project(OfficialEvaluation.class).range(0, most).list();
    return Slice.of(found, most, e -> new Cursor(e.evaluatedAt(), e.id()));
  }

  /** A round pins its rules: of which rounds they are is known without looking at each bid. */
  private static Set<UUID> roundsOf(String ruleSet, Set<UUID> among) {
    Set<UUID> rounds =
        new HashSet<>(
            Panache.getSession()
                .createQuery(
                    "select r.id from RoundRow r where r.ruleSet = :ruleSet"
                        + " or r.ruleSet || '/' || r.ruleSetVersion = :ruleSet",
                    UUID.class)
                .setParameter("ruleSet", ruleSet)
                .getResultList());
    if (among != null) {
      rounds.retainAll(among);
    }
    return rounds;
  }

  /**
   * Returns the figures that the evaluations show for information, ordered by applicant and
   * pointer.
   *
   * @param of the ids of the evaluations; must not be empty
   */
  public List<Figure> figures(List<UUID> of) {
    return FindingRows.figures(of);
  }

  /**
   * Returns what the bids of the evaluations name to answer each requirement, in the order of each
   * bid.
   *
   * @param of the ids of the evaluations; must not be empty
   */
  public List<StatedName> names(List<UUID> of) {
    return FindingRows.names(of);
  }

  /**
   * Returns exactly the given rule set version.
   *
   * @throws sixones.rule.BrokenRuleSet if its stored bundle is missing or invalid
   */
  public RuleSet rules(RuleSetVersion version) {
    return pinned.rules(version);
  }

  /**
   * Returns the packed bytes of exactly the given rule set version.
   *
   * @throws sixones.rule.BrokenRuleSet if its bundle is missing, or its signature is invalid
   */
  public byte[] bundle(RuleSetVersion version) {
    return pinned.bundle(version);
  }

  /**
   * Reads the stored answer and joins it with the rules that explain it. No rule runs.
   *
   * @param declaredUntruthful whether the submitted draft declares that it is not true
   * @throws IllegalArgumentException if the stored answer cannot be read, or does not match the
   *     digest stored with it
   */
  public Evaluation explained(OfficialEvaluation kept, boolean declaredUntruthful) {
    byte[] body = body(kept.id());
    if (!digest(body).equals(kept.findingsDigest())) {
      throw new IllegalArgumentException("the answer of " + kept.id() + " was changed");
    }
    return explained(body, kept.by(), declaredUntruthful);
  }

  /**
   * Reads stored answers by one statement, one after the other, and hands on each to be joined with
   * the rules that explain it, which fails as {@link #explained(OfficialEvaluation, boolean)} does.
   * Whether a draft declares that it is not true is left out.
   */
  public void explain(Collection<UUID> of, BiConsumer<UUID, Supplier<Evaluation>> each) {
    try (Stream<EvaluationRow.Stored> all = EvaluationRow.stored(of)) {
      all.forEach(one -> each.accept(one.id(), () -> explained(one)));
    }
  }

  private Evaluation explained(EvaluationRow.Stored one) {
    if (!digest(one.body()).equals(one.findingsDigest())) {
      throw new IllegalArgumentException("the answer of " + one.id() + " was changed");
    }
    return explained(one.body(), one.by(), false);
  }

  /**
   * Runs a stored evaluation again, by the engine that made it. Compares the new answer with the
   * stored one, and every row of the evaluation, its submission and its round's pins with what was
   * attested and answered.
   *
   * @param draft the submitted bytes
   * @throws BrokenRuleSet if the bundle or engine cannot be used, and the pin was not changed
   */
  public Replay replay(OfficialEvaluation kept, byte[] draft, Draft.Format format) {
    Of of = new Of(kept.submission(), kept.round(), kept.pin(), kept.asOf(), draft, format);
    byte[] body = body(kept.id());
    Set<String> changed = new TreeSet<>(attestations.changed(kept.id()));
    changed.addAll(AnswerComparison.changed(kept, body, draft, formats));
    try {
      return Replay.of(body, answer(of), changed);
    } catch (UnreadableDraft | NoRuleInForce e) {
      return Replay.of(body, null, changed);
    } catch (BrokenRuleSet e) {
      if (Collections.disjoint(changed, PINS)) {
        throw e;
      }
      // There is no such bundle or engine because the pin itself was changed.
      return Replay.of(body, null, changed);
    }
  }

  /**
   * Explains a stored evaluation by the engine that made it. The engine evaluates the draft again;
   * nothing is stored.
   *
   * @param draft the submitted bytes
   * @return empty if the engine, or the rule set, was made before explanations were
   * @throws BrokenRuleSet if the bundle or engine cannot be used
   */
  public Optional<Explanation> explain(
      OfficialEvaluation kept, byte[] draft, Draft.Format format, Focus focus) {
    PinnedEvaluator evaluator = pinned.find(kept.pin());
    if (!pinned.rules(kept.by()).hasConditions()) {
      return Optional.empty();
    }
    try {
      return evaluator
          .explain(draft, format, kept.asOf(), focus)
          .map(OfficialEvaluations::explanation);
    } catch (UnreadableDraft | NoRuleInForce e) {
      return Optional.empty();
    }
  }

  /**
   * Explains what {@link #check} finds on a draft, by an opened pin.
   *
   * @return empty if the engine, or the rule set, was made before explanations were
   * @throws UnreadableDraft if it cannot be read even in part
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Optional<Explanation> explain(
      Pin pin, byte[] draft, Draft.Format format, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    PinnedEvaluator evaluator = pinned.find(pin);
    return pinned.rules(pin.rules()).hasConditions()
        ? evaluator.explainPartly(draft, format, day, focus).map(OfficialEvaluations::explanation)
        : Optional.empty();
  }

  private static Explanation explanation(byte[] document) {
    try {
      return ExplanationReader.read(JSON.readTree(document));
    } catch (IOException e) {
      throw new IllegalStateException("an engine explains in JSON", e);
    }
  }

  /** Returns {@code sha256:} followed by the SHA-256 of the bytes in hexadecimal. */
  public static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
