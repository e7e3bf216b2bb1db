package sixones.draft;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.bid.Draft;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Names;
import sixones.round.Refused;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;

/**
 * The working drafts. An applicant reaches only its own; for anybody else a draft does not exist.
 */
public final class WorkingDrafts {
  /**
   * The content of a draft: any text, even if it cannot be read as a bid.
   *
   * @param source the file it was originally converted from; null if it was not
   */
  public record Text(Draft.Format form, byte[] bytes, Source source) {
    /** Creates a content that was not converted. */
    public Text(Draft.Format form, byte[] bytes) {
      this(form, bytes, null);
    }
  }

  private final Transactions transactions;
  private final Quota quota;
  private final Clock clock;

  public WorkingDrafts(Transactions transactions, Quota quota, Clock clock) {
    this.transactions = transactions;
    this.quota = quota;
    this.clock = clock;
  }

  /** Returns the applicant's usage of its quota. */
  public Usage usage(Person person) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(person.reader(), () -> QuotaCheck.used(quota, person.applicant()));
  }

  /** Returns an applicant's drafts, the last saved first. */
  public Slice<WorkingDraft> list(Person person, Cursor after, int most) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          List<WorkingDraft> told = WorkingDraftRow.list(person.applicant(), after, most + 1);
          return Slice.of(told, most, draft -> new Cursor(draft.savedAt(), draft.id()));
        });
  }

  /** Returns the contents of some of an applicant's drafts by id. */
  public Map<UUID, Text> texts(Person person, List<UUID> ids) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () ->
            WorkingDraftRow.rows(person.applicant(), ids).stream()
                .collect(Collectors.toMap(WorkingDraftRow::id, WorkingDraftRow::text)));
  }

  /**
   * Returns a draft.
   *
   * @throws Refused if it does not exist for this person
   */
  public WorkingDraft find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> findRow(person, id, LockModeType.NONE).toDraft());
  }

  /** A draft with its content, both of one revision. */
  public record Saved(WorkingDraft draft, Text text) {}

  /**
   * Returns a draft with its content.
   *
   * @throws Refused if it does not exist for this person
   */
  public Saved read(Person person, UUID id) {
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.NONE);
          return new Saved(row.toDraft(), row.text());
        });
  }

  /**
   * Creates a draft.
   *
   * @throws Refused if the name is invalid or the quota is used up
   */
  public WorkingDraft create(Person person, String name, Text text) {
    person.mustBe(Role.APPLICANT);
    String called = called(name);
    return transactions.as(
        person.reader(),
        () -> {
          QuotaCheck.alone(quota, person.applicant()).takeDraft(text.bytes().length);
          WorkingDraftRow draft = new WorkingDraftRow(UUID.randomUUID(), person.applicant());
          draft.save(called, text, person.name(), now());
          draft.persist();
          return draft.toDraft();
        });
  }

  /**
   * Saves a draft over the revision that was read.
   *
   * @param name null to keep the present name
   * @throws Refused if the name is invalid (checked first), the draft does not exist, it was saved
   *     since, or the quota is exceeded
   */
  public WorkingDraft save(Person person, UUID id, int revision, String name, Text text) {
    String called = name == null ? null : called(name);
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.PESSIMISTIC_WRITE);
          match(row, revision);
          int more = text.bytes().length - row.text().bytes().length;
          if (more > 0) {
            QuotaCheck.alone(quota, person.applicant()).grow(more);
          }
          row.save(called == null ? row.name() : called, text, person.name(), now());
          return row.toDraft();
        });
  }

  /**
   * Renames a draft without changing its bytes.
   *
   * @throws Refused if the name is invalid (checked first), the draft does not exist, or it was
   *     saved since
   */
  public WorkingDraft rename(Person person, UUID id, int revision, String name) {
    String called = called(name);
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.PESSIMISTIC_WRITE);
          match(row, revision);
          row.save(called, row.text(), person.name(), now());
          return row.toDraft();
        });
  }

  /**
   * Deletes a draft.
   *
   * @throws Refused if it does not exist or was saved since
   */
  public void delete(Person person, UUID id, int revision) {
    transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.PESSIMISTIC_WRITE);
          match(row, revision);
          row.delete();
          return null;
        });
  }

  private static WorkingDraftRow findRow(Person person, UUID id, LockModeType lock) {
    WorkingDraftRow row = person.is(Role.APPLICANT) ? WorkingDraftRow.findById(id, lock) : null;
    if (row == null || !row.applicant().equals(person.applicant())) {
      throw Refused.noSuch();
    }
    return row;
  }

  private static void match(WorkingDraftRow row, int revision) {
    if (row.toDraft().revision() != revision) {
      throw new Refused(Refused.Why.STALE, "changed-since", Map.of());
    }
  }

  private static String called(String name) {
    String called = name == null ? "" : name.strip();
    if (!Names.isFit(called)) {
      throw Refused.wrong("", "draft-name", Map.of("most", Names.LONGEST));
    }
    return called;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
