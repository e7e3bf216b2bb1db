package sixones.official;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import sixones.answer.AnswerFormats;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.Purpose;
import sixones.evaluation.Verdict;
import sixones.library.PinnedRuleSets;
import sixones.library.RuleSetVersion;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.store.Cursor;
import sixones.store.Slice;

/**
 * Runs, stores, finds and replays official evaluations. All methods run in the caller's
 * transaction, whose identity decides which rows are visible.
 */
public final class OfficialEvaluations {
  private final Evaluations evaluations;
  private final PinnedRuleSets ruleSets;
  private final AnswerFormats formats;

  /**
   * Creates the collection.
   *
   * @param formats the formats of the answers that are stored, the newest last
   */
  public OfficialEvaluations(
      Evaluations evaluations, PinnedRuleSets ruleSets, AnswerFormats formats) {
    this.evaluations = evaluations;
    this.ruleSets = ruleSets;
    this.formats = formats;
  }

  /** The input of an official evaluation. */
  public record Of(
      UUID submission, UUID round, RuleSetVersion rules, LocalDate asOf, Draft draft) {}

  /**
   * Evaluates a submission and stores the evaluation together with its JSON answer.
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
    RuleSet rules = ruleSets.find(of.rules());
    Evaluation evaluation = run(of, rules);
    byte[] body = formats.write(evaluation);
    OfficialEvaluation kept =
        new OfficialEvaluation(
            UUID.randomUUID(),
            of.submission(),
            of.round(),
            of.draft().cityCode(),
            of.rules().id(),
            of.rules().version(),
            of.rules().digest(),
            of.rules().bundle(),
            of.asOf(),
            of.draft().digest(),
            digest(body),
            evaluation.verdict(),
            VerdictsText.of(evaluation),
            evaluation.remaining(),
            rules.engine(),
            Platform.current(),
            now);
    new EvaluationRow(kept, purpose, body).persistAndFlush();
    FindingRows.insert(kept, formats.read(body));
    return kept;
  }

  /** Evaluates a draft as {@link #keep} would, without storing anything. */
  public Evaluation preview(Of of) {
    return run(of, ruleSets.find(of.rules()));
  }

  private Evaluation run(Of of, RuleSet rules) {
    if (!of.draft().defects().isEmpty()) {
      throw new IllegalArgumentException("what is evaluated officially can be read throughout");
    }
    try {
      return evaluations.run(of.draft(), of.asOf(), rules);
    } catch (NoRuleInForce e) {
      throw new IllegalStateException("the round was opened for a day before its rules", e);
    }
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
   * @param cities the codes of the cities to match
   * @param ruleSet {@code id} or {@code id/version}
   */
  public record Filter(UUID round, Set<String> cities, String ruleSet, Verdict verdict) {}

  /**
   * Returns one slice of the matching evaluations, newest first.
   *
   * @param most the maximum number of evaluations returned
   */
  public Slice<OfficialEvaluation> list(Filter filter, Cursor after, int most) {
    StringBuilder where =
        new StringBuilder("(e.evaluatedAt < :at or e.evaluatedAt = :at and e.id < :id)")
            .append(" and ")
            .append(EvaluationRow.OF_ACCEPTANCE);
    Parameters values = Parameters.with("at", after.at()).and("id", after.id());
    if (filter.round() != null) {
      where.append(" and e.round = :round");
      values.and("round", filter.round());
    }
    if (filter.cities() != null) {
      where.append(" and e.city in :cities");
      values.and("cities", filter.cities());
    }
    if (filter.ruleSet() != null) {
      where.append(
          " and (e.ruleSet = :ruleSet or e.ruleSet || '/' || e.ruleSetVersion = :ruleSet)");
      values.and("ruleSet", filter.ruleSet());
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

  /**
   * Returns the figures that the evaluations show for information, ordered by city and pointer.
   *
   * @param of the ids of the evaluations; must not be empty
   */
  public List<Figure> figures(List<UUID> of) {
    return FindingRows.figures(of);
  }

  /**
   * Returns exactly the given rule set version.
   *
   * @throws sixones.rule.BrokenRuleSet if its stored bundle is missing or invalid
   */
  public RuleSet rules(RuleSetVersion version) {
    return ruleSets.find(version);
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
    return formats.read(body).explainedBy(ruleSets.find(kept.by()), declaredUntruthful);
  }

  /**
   * Runs a stored evaluation again and compares the new answer with the stored one, both written in
   * the format of the stored one.
   */
  public Replay replay(OfficialEvaluation kept, Draft draft) {
    Of of = new Of(kept.submission(), kept.round(), kept.by(), kept.asOf(), draft);
    byte[] body = body(kept.id());
    return Replay.of(body, formats.writeAs(body, run(of, ruleSets.find(kept.by()))));
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
