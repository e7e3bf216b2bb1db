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
 * The drafts applicants keep: each applicant its own. For everybody else there are none, whatever
 * their id.
 */
public final class WorkingDrafts {
  /**
   * What was saved: any text, readable as a bid or not yet.
   *
   * @param source the file it was converted from, whatever was changed since; null if it was not
   */
  public record Text(Draft.Format form, byte[] bytes, Source source) {
    /** A text that was not converted. */
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

  /** How much of its quota an applicant uses. */
  public Usage usage(Person person) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(person.reader(), () -> QuotaCheck.used(quota, person.applicant()));
  }

  /** An applicant's drafts, the last saved first. */
  public Slice<WorkingDraft> list(Person person, Cursor after, int most) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () -> {
          List<WorkingDraft> told = WorkingDraftRow.list(person.applicant(), after, most + 1);
          return Slice.of(told, most, draft -> new Cursor(draft.savedAt(), draft.id()));
        });
  }

  /** What some of an applicant's drafts say, by their ids. */
  public Map<UUID, Text> texts(Person person, List<UUID> ids) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () ->
            WorkingDraftRow.rows(person.applicant(), ids).stream()
                .collect(Collectors.toMap(WorkingDraftRow::id, WorkingDraftRow::text)));
  }

  /**
   * The draft of an id.
   *
   * @throws Refused if there is none, for this person
   */
  public WorkingDraft find(Person person, UUID id) {
    return transactions.as(person.reader(), () -> findRow(person, id, LockModeType.NONE).toDraft());
  }

  /** What a draft says, and the revision that says it. */
  public record Saved(WorkingDraft draft, Text text) {}

  /**
   * A draft with its text.
   *
   * @throws Refused if there is none, for this person
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
   * Begins a draft.
   *
   * @throws Refused if the name is none, or there is no room for another draft
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
   * @param name null to leave it as it is
   * @throws Refused if the name is none, whatever was saved since; if there is no such draft,
   *     another revision was saved since, or it has grown by more than there is room for
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
   * Gives a draft another name and leaves its bytes as they are.
   *
   * @throws Refused if the name is none, whatever was saved since; if there is no such draft, or
   *     another revision was saved since
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
   * Throws a draft away.
   *
   * @throws Refused if there is none, or another revision was saved since
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
