package sixones.official;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;
import sixones.evaluation.Purpose;
import sixones.evaluation.Stage;
import sixones.evaluation.Verdict;
import sixones.finding.Subject;
import sixones.library.RuleSetVersion;

/** Entity of the append-only {@code evaluation} table. */
@Entity
@Table(name = "evaluation")
class EvaluationRow extends PanacheEntityBase {
  /** JPQL that selects the components of an {@link OfficialEvaluation}. */
  static final String COLUMNS =
      """
      select e.id, e.submission, e.round, e.applicant,
        new sixones.library.Pin(new sixones.library.RuleSetVersion(
          e.ruleSet, e.ruleSetVersion, e.ruleSetDigest, e.bundle), e.engineDigest),
        e.asOf, e.draftDigest, e.findingsDigest,
        new sixones.official.OfficialEvaluation$Conclusion(e.verdict, e.verdicts,
          new sixones.evaluation.Remaining(e.toJudge, e.toSupply, e.toReview)),
        e.engine, e.platform, e.evaluatedAt
      from EvaluationRow e\
      """;

  /** JPQL condition on the evaluation a bid was accepted with. */
  static final String OF_ACCEPTANCE =
      "e.stage = sixones.evaluation.Stage.BID and e.purpose = sixones.evaluation.Purpose.OFFICIAL";

  /** How many answers are in memory at once when many are read. */
  private static final int FETCHED = 50;

  @Id UUID id;
  UUID submission;
  UUID round;
  String applicant;

  @Enumerated(EnumType.STRING)
  Stage stage;

  String subject;

  @Enumerated(EnumType.STRING)
  Purpose purpose;

  @Column(name = "rule_set")
  String ruleSet;

  @Column(name = "rule_set_version")
  String ruleSetVersion;

  @Column(name = "rule_set_digest")
  String ruleSetDigest;

  String bundle;

  @Column(name = "as_of")
  LocalDate asOf;

  @Column(name = "draft_digest")
  String draftDigest;

  byte[] body;

  @Column(name = "findings_digest")
  String findingsDigest;

  @Enumerated(EnumType.STRING)
  Verdict verdict;

  String verdicts;

  @Column(name = "to_judge")
  int toJudge;

  @Column(name = "to_supply")
  int toSupply;

  @Column(name = "to_review")
  int toReview;

  String engine;

  @Column(name = "engine_digest")
  String engineDigest;

  @Embedded Platform platform;

  @Column(name = "evaluated_at")
  Instant evaluatedAt;

  /** A stored answer, with the rules it was made by. */
  record Stored(UUID id, RuleSetVersion by, String findingsDigest, byte[] body) {}

  /** How many evaluations a statement asks for. */
  private static final int ASKED = 1_000;

  /** Returns the stored answers of some evaluations, a few at a time; to be closed. */
  static Stream<Stored> stored(Collection<UUID> of) {
    List<UUID> all = List.copyOf(of);
    return IntStream.range(0, (all.size() + ASKED - 1) / ASKED)
        .mapToObj(i -> all.subList(i * ASKED, Math.min(all.size(), (i + 1) * ASKED)))
        .flatMap(EvaluationRow::storedOf);
  }

  private static Stream<Stored> storedOf(List<UUID> of) {
    return Panache.getEntityManager()
        .createQuery(
            """
            select e.id, new sixones.library.RuleSetVersion(
              e.ruleSet, e.ruleSetVersion, e.ruleSetDigest, e.bundle), e.findingsDigest, e.body
            from EvaluationRow e where e.id in ?1
            """,
            Stored.class)
        .setParameter(1, of)
        .setHint(AvailableHints.HINT_FETCH_SIZE, FETCHED)
        .getResultStream();
  }

  EvaluationRow() {}

  EvaluationRow(OfficialEvaluation evaluation, Purpose purpose, byte[] body) {
    this.id = evaluation.id();
    this.submission = evaluation.submission();
    this.round = evaluation.round();
    this.applicant = evaluation.applicant();
    this.stage = Stage.BID;
    this.subject = Subject.applicant(evaluation.applicant()).id();
    this.purpose = purpose;
    this.ruleSet = evaluation.by().id();
    this.ruleSetVersion = evaluation.by().version();
    this.ruleSetDigest = evaluation.by().digest();
    this.bundle = evaluation.by().bundle();
    this.asOf = evaluation.asOf();
    this.draftDigest = evaluation.draftDigest();
    this.body = body;
    this.findingsDigest = evaluation.findingsDigest();
    this.verdict = evaluation.verdict();
    this.verdicts = evaluation.conclusion().verdicts();
    this.toJudge = evaluation.remaining().toJudge();
    this.toSupply = evaluation.remaining().toSupply();
    this.toReview = evaluation.remaining().toReview();
    this.engine = evaluation.engine();
    this.engineDigest = evaluation.pin().engine();
    this.platform = evaluation.platform();
    this.evaluatedAt = evaluation.evaluatedAt();
  }

  byte[] body() {
    return body;
  }
}
