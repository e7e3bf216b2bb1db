package sixones.evaluation;

import io.quarkus.hibernate.orm.panache.Panache;
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
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.database.Cursor;
import sixones.database.Page;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

/**
 * Official evaluations: kept with their answers, found again, and run again. All within the
 * caller's transaction, whose reader sees what that reader may see.
 */
public final class KeptEvaluations {
  private final Evaluations evaluations;
  private final KeptRuleSets ruleSets;
  private final Function<Evaluation, byte[]> answer;

  /**
   * @param answer the answer's bytes, the same that a self-check gives
   */
  public KeptEvaluations(
      Evaluations evaluations, KeptRuleSets ruleSets, Function<Evaluation, byte[]> answer) {
    this.evaluations = evaluations;
    this.ruleSets = ruleSets;
    this.answer = answer;
  }

  /** What an evaluation is of, and by which rules. */
  public record Of(
      UUID submission, UUID round, RuleSetVersion rules, LocalDate asOf, Draft draft) {}

  /** Evaluates what was handed in and keeps the answer. */
  public OfficialEvaluation keep(Of of, Instant now) {
    RuleSet rules = ruleSets.find(of.rules());
    Evaluation evaluation = run(of, rules);
    byte[] body = answer.apply(evaluation);
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
            Verdicts.of(evaluation),
            evaluation.remaining(),
            rules.engine(),
            Platform.here(),
            now);
    new KeptEvaluation(kept, body).persist();
    return kept;
  }

  /** Evaluates what could be handed in, as it would be then; keeps nothing. */
  public Evaluation look(Of of) {
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

  /** The evaluation of an id. */
  public Optional<OfficialEvaluation> find(UUID id) {
    return KeptEvaluation.find("id", id).project(OfficialEvaluation.class).firstResultOptional();
  }

  /** The answer as it was given, to the byte. */
  public byte[] body(UUID id) {
    KeptEvaluation kept = KeptEvaluation.findById(id);
    return kept.body();
  }

  /**
   * Which evaluations to list; null for all.
   *
   * @param cities the codes of the cities they may be of
   * @param ruleSet {@code id} or {@code id/version}
   */
  public record Filter(UUID round, Set<String> cities, String ruleSet, Verdict verdict) {}

  /** Evaluations, the newest first. */
  public Page<OfficialEvaluation> list(Filter filter, Cursor after, int most) {
    StringBuilder where =
        new StringBuilder("(evaluatedAt < :at or evaluatedAt = :at and id < :id)");
    Parameters values = Parameters.with("at", after.at()).and("id", after.id());
    if (filter.round() != null) {
      where.append(" and round = :round");
      values.and("round", filter.round());
    }
    if (filter.cities() != null) {
      where.append(" and city in :cities");
      values.and("cities", filter.cities());
    }
    if (filter.ruleSet() != null) {
      where.append(" and (ruleSet = :ruleSet or ruleSet || '/' || ruleSetVersion = :ruleSet)");
      values.and("ruleSet", filter.ruleSet());
    }
    if (filter.verdict() != null) {
      where.append(" and verdict = :verdict");
      values.and("verdict", filter.verdict());
    }
    PanacheQuery<KeptEvaluation> query =
        KeptEvaluation.find(where + " order by evaluatedAt desc, id desc", values);
    List<OfficialEvaluation> found = query.project(OfficialEvaluation.class).range(0, most).list();
    return Page.of(found, most, e -> new Cursor(e.evaluatedAt(), e.id()));
  }

  /** The figures shown for information in some evaluations, city by city. */
  public List<Figure> figures(List<UUID> of) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select e.city, place ->> 'pointer', place -> 'values' ->> 'found'
            from evaluation e,
              json_array_elements(cast(convert_from(e.body, 'UTF8') as json) -> 'context') finding,
              json_array_elements(finding -> 'places') place
            where e.id in (:of) and place -> 'values' ->> 'found' is not null
            order by 1, 2
            """,
            Figure.class)
        .setParameter("of", of)
        .getResultList();
  }

  /** The very rules of a version. */
  public RuleSet rules(RuleSetVersion version) {
    return ruleSets.find(version);
  }

  /** Runs an evaluation again: the kept draft, the kept rules, the kept day. */
  public Evaluation again(OfficialEvaluation kept, Draft draft) {
    Of of = new Of(kept.submission(), kept.round(), kept.by(), kept.asOf(), draft);
    return run(of, ruleSets.find(kept.by()));
  }

  /** Runs an evaluation again and compares the answers. */
  public Replay replay(OfficialEvaluation kept, Draft draft) {
    return Replay.of(body(kept.id()), answer.apply(again(kept, draft)));
  }

  /** {@code sha256:} and the hexadecimal SHA-256 of bytes. */
  public static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
