package sixones.draft;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import sixones.bid.Draft;
import sixones.official.OfficialEvaluations;
import sixones.store.Cursor;

/** A row of a working draft. */
@Entity
@Table(name = "working_draft")
class WorkingDraftRow extends PanacheEntityBase {
  @Id UUID id;
  String applicant;
  String name;

  @Enumerated(EnumType.STRING)
  Draft.Format form;

  byte[] bytes;
  Source source;
  UUID round;

  @Column(insertable = false, updatable = false)
  int size;

  String digest;
  int revision;

  @Column(name = "saved_at")
  Instant savedAt;

  @Column(name = "saved_by")
  String savedBy;

  WorkingDraftRow() {}

  WorkingDraftRow(UUID id, String applicant) {
    this.id = id;
    this.applicant = applicant;
  }

  void save(String name, WorkingDrafts.Text text, String by, Instant at) {
    this.name = name;
    this.form = text.form();
    this.bytes = text.bytes();
    this.source = text.source();
    this.digest = OfficialEvaluations.digest(text.bytes());
    this.savedBy = by;
    this.savedAt = at;
    this.revision++;
  }

  void setRound(UUID round) {
    this.round = round;
  }

  UUID id() {
    return id;
  }

  String applicant() {
    return applicant;
  }

  String name() {
    return name;
  }

  WorkingDrafts.Text text() {
    return new WorkingDrafts.Text(form, bytes, source);
  }

  /** Returns drafts of an applicant without their bytes, the last saved first. */
  static List<WorkingDraft> list(String applicant, Cursor after, int most) {
    return Panache.getEntityManager()
        .createQuery(
            """
            select d.id, d.applicant, d.name, d.form, d.digest, d.size, d.source, d.round,
              d.revision, d.savedAt, d.savedBy
            from WorkingDraftRow d
            where d.applicant = :applicant and (d.savedAt < :at or d.savedAt = :at and d.id < :id)
            order by d.savedAt desc, d.id desc
            """,
            WorkingDraft.class)
        .setParameter("applicant", applicant)
        .setParameter("at", after.at())
        .setParameter("id", after.id())
        .setMaxResults(most)
        .getResultList();
  }

  /** Returns the drafts with these ids that belong to the applicant. */
  static List<WorkingDraftRow> rows(String applicant, List<UUID> ids) {
    return WorkingDraftRow.list("applicant = ?1 and id in ?2", applicant, ids);
  }

  WorkingDraft toDraft() {
    return new WorkingDraft(
        id, applicant, name, form, digest, bytes.length, source, round, revision, savedAt, savedBy);
  }
}
