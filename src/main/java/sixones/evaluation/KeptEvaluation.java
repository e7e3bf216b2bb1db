package sixones.evaluation;

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
import java.util.UUID;

/** A row of the evaluations: added once, never changed. */
@Entity
@Table(name = "evaluation")
class KeptEvaluation extends PanacheEntityBase {
  @Id UUID id;
  UUID submission;
  UUID round;
  String city;

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
  @Embedded Remaining remaining;
  String engine;
  @Embedded Platform platform;

  @Column(name = "evaluated_at")
  Instant evaluatedAt;

  KeptEvaluation() {}

  KeptEvaluation(OfficialEvaluation evaluation, byte[] body) {
    this.id = evaluation.id();
    this.submission = evaluation.submission();
    this.round = evaluation.round();
    this.city = evaluation.city();
    this.ruleSet = evaluation.ruleSet();
    this.ruleSetVersion = evaluation.ruleSetVersion();
    this.ruleSetDigest = evaluation.ruleSetDigest();
    this.bundle = evaluation.bundle();
    this.asOf = evaluation.asOf();
    this.draftDigest = evaluation.draftDigest();
    this.body = body;
    this.findingsDigest = evaluation.findingsDigest();
    this.verdict = evaluation.verdict();
    this.verdicts = evaluation.verdicts();
    this.remaining = evaluation.remaining();
    this.engine = evaluation.engine();
    this.platform = evaluation.platform();
    this.evaluatedAt = evaluation.evaluatedAt();
  }

  byte[] body() {
    return body;
  }
}
