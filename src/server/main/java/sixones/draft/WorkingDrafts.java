package sixones.draft;

import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.bid.Draft;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Names;
import sixones.round.Refused;
import sixones.round.Rounds;
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

  /** A text that takes the place of another. */
  public record Replacement(Text text, Occasion why, Text before) {
    /**
     * Creates a replacement.
     *
     * @param before what is kept as the text before; null for the text the draft holds
     */
    public Replacement {}

    /** Returns the replacement of the text a draft holds. */
    public static Replacement of(Text text, Occasion why) {
      return new Replacement(text, why, null);
    }
  }

  /**
   * A draft after its text was replaced.
   *
   * @param before the number under which the text before is kept; null if it did not need to be
   */
  public record Replaced(WorkingDraft draft, Integer before) {}

  private final Transactions transactions;
  private final Quota quota;
  private final EarlierSavings earlier;
  private final Clock clock;

  public WorkingDrafts(
      Transactions transactions, Quota quota, EarlierSavings earlier, Clock clock) {
    this.transactions = transactions;
    this.quota = quota;
    this.earlier = earlier;
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
    return create(person, name, text, null);
  }

  /**
   * Creates a draft that is written for a round.
   *
   * @param round null for none
   * @throws Refused if the name is invalid, the round does not exist for this person, or the quota
   *     is used up
   */
  public WorkingDraft create(Person person, String name, Text text, UUID round) {
    person.mustBe(Role.APPLICANT);
    String called = called(name);
    return transactions.as(
        person.reader(),
        () -> {
          QuotaCheck.alone(quota, person.applicant()).takeDraft(text.bytes().length);
          WorkingDraftRow draft = new WorkingDraftRow(UUID.randomUUID(), person.applicant());
          if (round != null) {
            Rounds.findRow(person, round);
          }
          draft.setRound(round);
          draft.save(called, text, person.name(), now());
          draft.persist();
          return draft.toDraft();
        });
  }

  /**
   * Saves a draft over the revision that was read, as somebody types.
   *
   * @param name null to keep the present name
   * @throws Refused if the name is invalid (checked first), the draft does not exist, it was saved
   *     since, or the quota is exceeded
   */
  public WorkingDraft save(Person person, UUID id, int revision, String name, Text text) {
    return replace(person, id, revision, name, Replacement.of(text, Occasion.TYPING)).draft();
  }

  /**
   * Replaces the text of a draft over the revision that was read, and keeps the text before among
   * the earlier savings: for {@link Occasion#TYPING} if it is due, else always.
   *
   * @param name null to keep the present name
   * @throws Refused if the name is invalid (checked first), the draft does not exist, it was saved
   *     since, or the quota is exceeded
   */
  public Replaced replace(
      Person person, UUID id, int revision, String name, Replacement replacement) {
    String called = name == null ? null : called(name);
    Text text = replacement.text();
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.PESSIMISTIC_WRITE);
          match(row, revision);
          Integer kept = keepBefore(person, row, replacement);
          int more = text.bytes().length - row.text().bytes().length;
          if (more > 0) {
            QuotaCheck.alone(quota, person.applicant()).grow(more);
          }
          row.save(called == null ? row.name() : called, text, person.name(), now());
          return new Replaced(row.toDraft(), kept);
        });
  }

  private Integer keepBefore(Person person, WorkingDraftRow row, Replacement replacement) {
    if (Arrays.equals(row.text().bytes(), replacement.text().bytes())) {
      return null;
    }
    long most = earlier.mostBytes();
    Text before = replacement.before();
    boolean same = before == null || Arrays.equals(before.bytes(), row.text().bytes());
    if (replacement.why() != Occasion.TYPING && same) {
      return EarlierSavingRows.keep(row, replacement.why(), most);
    }
    Occasion due = EarlierSavingRows.due(row, same ? replacement.text() : before).orElse(null);
    Integer kept = due == null ? null : EarlierSavingRows.keep(row, due, most);
    return same
        ? kept
        : Integer.valueOf(
            EarlierSavingRows.keep(row, before, replacement.why(), person.name(), now(), most));
  }

  /**
   * Names the round a draft is written for, or none. The text and its revision stay as they are.
   *
   * @param round null for none
   * @throws Refused if the draft or the round does not exist for this person
   */
  public WorkingDraft setRound(Person person, UUID id, UUID round) {
    return transactions.as(
        person.reader(),
        () -> {
          WorkingDraftRow row = findRow(person, id, LockModeType.PESSIMISTIC_WRITE);
          if (round != null) {
            Rounds.findRow(person, round);
          }
          row.setRound(round);
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

  /** Returns the row of a draft; requires a transaction. */
  static WorkingDraftRow findRow(Person person, UUID id, LockModeType lock) {
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
