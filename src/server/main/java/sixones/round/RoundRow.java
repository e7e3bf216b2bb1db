package sixones.round;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;

/** A row of a round. */
@Entity
@Table(name = "round")
public class RoundRow extends PanacheEntityBase {
  @Id UUID id;

  /** Given by the database. */
  @Generated(event = EventType.INSERT)
  @Column(insertable = false, updatable = false)
  int number;

  @Column(name = "name_en")
  String nameEn;

  @Column(name = "name_zh")
  String nameZh;

  /** The id of the rule set; with a slash and the version while one is named and not yet pinned. */
  @Column(name = "rule_set")
  String ruleSet;

  @Column(name = "rule_set_version")
  String ruleSetVersion;

  @Column(name = "rule_set_digest")
  String ruleSetDigest;

  String bundle;

  @Column(name = "engine_digest")
  String engineDigest;

  @Column(name = "opens_at")
  Instant opensAt;

  Instant deadline;

  @Column(name = "evaluation_day")
  LocalDate evaluationDay;

  /** How its cases are to proceed, as canonical JSON; null if nothing was set. */
  String procedure;

  @Column(name = "submissions_per_applicant")
  int submissionsPerApplicant;

  @Convert(converter = StateColumn.class)
  RoundState state;

  int revision;

  @Column(name = "created_at")
  Instant createdAt;

  /** Written by the owner's command alone; null unless the round was erased. */
  @Column(name = "erased_at", insertable = false, updatable = false)
  Instant erasedAt;

  RoundRow() {}

  RoundRow(UUID id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
  }

  /** Copies the terms into this row; what is pinned is pinned before. */
  void setTerms(RoundTerms call) {
    nameEn = call.nameEn();
    nameZh = call.nameZh();
    ruleSet = bundle == null ? call.rules() : call.ruleSet();
    opensAt = call.opensAt();
    deadline = call.deadline();
    evaluationDay = call.evaluationDay();
    submissionsPerApplicant = call.submissionsPerApplicant();
    state = call.state();
    revision++;
  }

  void pin(Pin pin) {
    ruleSetVersion = pin.rules().version();
    ruleSetDigest = pin.rules().digest();
    bundle = pin.rules().bundle();
    engineDigest = pin.engine();
  }

  private RuleSetVersion rules() {
    int slash = ruleSet.indexOf('/');
    return slash < 0
        ? new RuleSetVersion(ruleSet, ruleSetVersion, ruleSetDigest, bundle)
        : new RuleSetVersion(
            ruleSet.substring(0, slash), ruleSet.substring(slash + 1), ruleSetDigest, bundle);
  }

  /** Returns how its cases are to proceed, as canonical JSON; null if nothing was set. */
  public String procedure() {
    return procedure;
  }

  public Round toRound() {
    return new Round(
        id,
        number,
        nameEn,
        nameZh,
        new Pin(rules(), engineDigest),
        opensAt,
        deadline,
        evaluationDay,
        submissionsPerApplicant,
        state,
        revision,
        createdAt);
  }
}
