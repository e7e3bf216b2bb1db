package sixones.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import sixones.official.OfficialEvaluations;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Locks;
import sixones.round.Refused;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * The evidence files of applicants. A file is on disk before its row is, and its row is never
 * changed: what is removed has a row that says so. An applicant reaches only its own files; others
 * reach what was handed in.
 */
public final class EvidenceFiles {
  /** The most files of one draft or reply. */
  public static final int MOST = 500;

  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  /** How many bytes are read at once to see whether files are intact. */
  private static final long MOST_READ = 64 << 20;

  private static final Logger LOG = Logger.getLogger(EvidenceFiles.class);

  private final Transactions transactions;
  private final FileStore store;
  private final EvidenceQuota quota;
  private final Clock clock;
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();

  public EvidenceFiles(
      Transactions transactions, FileStore store, EvidenceQuota quota, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.quota = quota;
    this.clock = clock;
  }

  /**
   * A file as it was sent.
   *
   * @param key the idempotency key chosen by the client
   * @param entry the place of the entry it belongs to
   * @param name what its sender calls it
   * @param file where it lies; the caller deletes it
   */
  public record Sent(String key, String entry, String name, Path file) {}

  /**
   * A file after it was sent.
   *
   * @param isNew whether it was added by this request; otherwise it was there
   */
  public record Added(EvidenceFile file, boolean isNew) {}

  public EvidenceQuota quota() {
    return quota;
  }

  /**
   * Adds a file to something the person's applicant writes. The same key with the same file gets
   * the first result, and a file that the entry has already is not added again.
   *
   * @param entries the entries of the bid as it is now
   * @throws Refused if the owner does not exist for this person, the file is not to be kept, no
   *     entry is named, or a limit is exceeded
   * @throws IOException if the file cannot be read or written
   */
  public Added add(Person person, FileOwner owner, BidEntries entries, Sent sent)
      throws IOException {
    return add(person, owner, entries, sent, List.of());
  }

  /**
   * Adds a file to something the person's applicant writes, with which other files are handed in.
   *
   * @param along the files of other owners that go along; they count for the limits of this one
   * @throws Refused as above
   * @throws IOException if the file cannot be read or written
   */
  public Added add(
      Person person, FileOwner owner, BidEntries entries, Sent sent, List<EvidenceFile> along)
      throws IOException {
    person.mustBe(Role.APPLICANT);
    if (sent.key() == null || !KEY.matcher(sent.key()).matches()) {
      throw new Refused(Refused.Why.WRONG, "no-idempotency-key", Map.of());
    }
    FileStore.Incoming incoming = store.copy(sent.file(), quota.file());
    try {
      String requestDigest = digest(owner, sent, incoming);
      EvidenceFile before =
          transactions.as(person.reader(), () -> before(person, sent.key(), requestDigest));
      if (before != null) {
        return new Added(before, false);
      }
      EvidenceFile file = read(person, owner, entries, sent, incoming);
      return transactions.as(
          person.reader(), () -> add(person, file, sent.key(), requestDigest, incoming, along));
    } catch (Unplaced e) {
      throw e.cause;
    } finally {
      store.discard(incoming.file());
    }
  }

  /** Carries a failure of the disk out of a transaction. */
  private static final class Unplaced extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final IOException cause;

    Unplaced(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private EvidenceFile read(
      Person person, FileOwner owner, BidEntries entries, Sent sent, FileStore.Incoming incoming)
      throws IOException {
    if (incoming.size() == 0) {
      throw EvidenceTypeReader.unfit("file-empty");
    }
    if (incoming.size() > quota.file()) {
      throw Refused.wrong("/file", "file-large", Map.of("most", mebibytes(quota.file())));
    }
    BidEntries.Entry entry = entry(entries, sent.entry());
    EvidenceType type = EvidenceTypeReader.read(incoming.file());
    return new EvidenceFile(
        UUID.randomUUID(),
        person.applicant(),
        owner,
        entry.pointer(),
        entry.id(),
        incoming.digest(),
        incoming.size(),
        type,
        EvidenceName.read(sent.name(), type),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        person.name());
  }

  private static BidEntries.Entry entry(BidEntries entries, String pointer) {
    if (pointer == null || pointer.isBlank()) {
      throw Refused.wrong("/entry", "file-entry-missing", Map.of());
    }
    return entries
        .at(pointer)
        .orElseThrow(
            () -> {
              List<String> there = entries.pointers();
              Map<String, Object> values = new HashMap<>();
              values.put("count", there.size());
              values.put("first", there.isEmpty() ? "" : there.get(0));
              values.put("last", there.isEmpty() ? "" : there.get(there.size() - 1));
              return Refused.wrong("/entry", "file-entry-none", values);
            });
  }

  /** What makes two requests the same: owner, entry, name and content. */
  private static String digest(FileOwner owner, Sent sent, FileStore.Incoming incoming) {
    String whole =
        String.join(
            "\n",
            owner.kind().id(),
            owner.id().toString(),
            String.valueOf(sent.entry()),
            incoming.digest(),
            String.valueOf(sent.name()));
    return OfficialEvaluations.digest(whole.getBytes(StandardCharsets.UTF_8));
  }

  private Added add(
      Person person,
      EvidenceFile file,
      String key,
      String requestDigest,
      FileStore.Incoming incoming,
      List<EvidenceFile> along) {
    alone(person.applicant());
    EvidenceFile before = before(person, key, requestDigest);
    if (before != null) {
      return new Added(before, false);
    }
    if (file.owner().kind() == FileOwner.Kind.DRAFT
        && !EvidenceRows.holdsDraft(file.owner().id())) {
      throw Refused.noSuch();
    }
    List<EvidenceFile> there = new ArrayList<>(EvidenceRows.of(file.owner()));
    there.addAll(along);
    for (EvidenceFile each : there) {
      if (each.isSame(file)) {
        return new Added(each, false);
      }
    }
    hasRoom(file, there);
    // Whoever clears away what nobody needs waits for this transaction, and then sees the row.
    Locks.alone("file " + file.digest());
    try {
      store.place(incoming);
    } catch (IOException e) {
      throw new Unplaced(e);
    }
    if (!EvidenceRows.insert(file, key, requestDigest)) {
      throw new Refused(Refused.Why.CONFLICT, "still-running", Map.of());
    }
    return new Added(EvidenceRows.find(file.id()).orElseThrow(), true);
  }

  private static void alone(String applicant) {
    Locks.alone("files of " + applicant);
  }

  private static EvidenceFile before(Person person, String key, String requestDigest) {
    EvidenceRows.Before before = EvidenceRows.under(person.applicant(), key).orElse(null);
    if (before == null) {
      return null;
    }
    if (!before.requestDigest().equals(requestDigest)) {
      throw new Refused(Refused.Why.KEY_REUSED, "file-key-reused", Map.of());
    }
    return EvidenceRows.find(before.id()).orElseThrow();
  }

  private void hasRoom(EvidenceFile file, List<EvidenceFile> there) {
    if (there.size() >= MOST) {
      throw new Refused(Refused.Why.CONFLICT, "too-many-files", Map.of("most", MOST));
    }
    boolean ownerHas = there.stream().anyMatch(each -> each.digest().equals(file.digest()));
    if (ownerHas) {
      return;
    }
    long ofOwner = bytesOf(there);
    if (ofOwner + file.size() > quota.owner()) {
      throw noRoom("no-room-in-bid", quota.owner(), ofOwner, file);
    }
    long ofAll = EvidenceRows.bytesOf(file.applicant());
    boolean has = !EvidenceRows.needed(file.applicant(), file.digest()).isEmpty();
    if (!has && ofAll + file.size() > quota.applicant()) {
      throw noRoom("no-room-for-file", quota.applicant(), ofAll, file);
    }
  }

  private static Refused noRoom(String kind, long most, long used, EvidenceFile file) {
    return new Refused(
        Refused.Why.CONFLICT,
        kind,
        Map.of(
            "most", mebibytes(most),
            "used", mebibytes(used),
            "size", mebibytes(file.size())));
  }

  /** Returns the bytes of files; what is there twice counts once. */
  public static long bytesOf(Collection<EvidenceFile> files) {
    Set<String> counted = new HashSet<>();
    return files.stream()
        .filter(file -> counted.add(file.digest()))
        .mapToLong(EvidenceFile::size)
        .sum();
  }

  /** Returns a number of bytes in MiB with one decimal, rounded up. */
  public static double mebibytes(long bytes) {
    return Math.ceil(bytes * 10.0 / (1 << 20)) / 10;
  }

  /** Returns the files that stand in an owner; empty if it does not exist for this person. */
  public List<EvidenceFile> list(Person person, FileOwner owner) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(person.reader(), () -> EvidenceRows.of(owner));
  }

  /** Returns the bytes that count for an owner and for the person's applicant. */
  public EvidenceQuota.Used used(Person person, FileOwner owner) {
    person.mustBe(Role.APPLICANT);
    return transactions.as(
        person.reader(),
        () ->
            new EvidenceQuota.Used(
                quota, EvidenceRows.bytesOf(owner), EvidenceRows.bytesOf(person.applicant())));
  }

  /**
   * Removes a file from what it was added to. Where it was handed in, it stays. To remove it twice
   * is as to remove it once.
   *
   * @throws Refused if it does not exist for this person
   */
  public void remove(Person person, FileOwner owner, UUID id) {
    person.mustBe(Role.APPLICANT);
    transactions.as(
        person.reader(),
        () -> {
          alone(person.applicant());
          EvidenceFile file =
              EvidenceRows.find(id)
                  .filter(found -> found.owner().equals(owner))
                  .orElseThrow(Refused::noSuch);
          EvidenceRows.remove(file, clock.instant().truncatedTo(ChronoUnit.MILLIS));
          return null;
        });
    clear(person);
  }

  /**
   * Deletes from the disk what nobody needs any more of what this person's applicant removed or
   * threw away with a draft.
   */
  public void clear(Person person) {
    person.mustBe(Role.APPLICANT);
    transactions
        .as(person.reader(), () -> EvidenceRows.unneeded(person.applicant()))
        .forEach(this::clear);
  }

  private void clear(String digest) {
    transactions.as(
        DatabaseIdentity.SERVICE,
        () -> {
          Locks.alone("file " + digest);
          if (!EvidenceRows.isNeeded(digest)) {
            store.delete(digest);
          }
          return null;
        });
  }

  /**
   * Fixes which files belong to what is handed in: those of the owner whose entry is in it. Runs in
   * the transaction that hands in, and nowhere else: the database holds that.
   *
   * @param submission the submission, just inserted
   * @param entries the entries of the bid that is handed in
   * @throws Refused if the owner does not exist for this person
   */
  public static List<EvidenceFile> handIn(
      Person person, UUID submission, FileOwner owner, BidEntries entries) {
    alone(person.applicant());
    if (owner.kind() == FileOwner.Kind.DRAFT && !EvidenceRows.holdsDraft(owner.id())) {
      throw Refused.noSuch();
    }
    List<EvidenceFile> there = handedIn(submission);
    List<EvidenceFile> belonging = new ArrayList<>();
    for (EvidenceFile file : EvidenceRows.of(owner)) {
      entries
          .of(file)
          .filter(entry -> isNew(file, there))
          .ifPresent(
              entry -> {
                EvidenceRows.handIn(submission, file, entry.pointer());
                belonging.add(file);
              });
    }
    return belonging;
  }

  private static boolean isNew(EvidenceFile file, List<EvidenceFile> there) {
    return there.stream().noneMatch(each -> each.isSame(file));
  }

  /**
   * Hands in the files of an earlier bid once more with one that takes its place: those whose entry
   * is still in it. What was removed since is added again as a file of the owner, for what was
   * handed in stays.
   *
   * @param submission the submission, just inserted
   * @param before the files that were handed in with the earlier one
   * @param entries the entries of the bid that is handed in
   */
  public static void handInAgain(
      Person person,
      UUID submission,
      FileOwner owner,
      List<EvidenceFile> before,
      BidEntries entries) {
    alone(person.applicant());
    List<EvidenceFile> there = handedIn(submission);
    for (EvidenceFile file : before) {
      entries
          .ofHandedIn(file)
          .filter(entry -> isNew(file, there))
          .ifPresent(
              entry ->
                  EvidenceRows.handIn(
                      submission, standing(submission, owner, file), entry.pointer()));
    }
  }

  /** Returns a file that stands: itself, or a copy of its row if it was removed. */
  private static EvidenceFile standing(UUID submission, FileOwner owner, EvidenceFile file) {
    if (EvidenceRows.stands(file.id())) {
      return file;
    }
    EvidenceFile again = file.again(owner);
    EvidenceRows.insert(again, "again-" + submission + "-" + file.id(), file.digest());
    return again;
  }

  /** Returns the files of a submission, each with its place in it. Requires a transaction. */
  public static List<EvidenceFile> handedIn(UUID submission) {
    return EvidenceRows.handedIn(submission);
  }

  /** Returns the submissions with a file, as far as the reader may see; requires a transaction. */
  public static List<UUID> submissionsWith(String digest) {
    return FileStore.isDigest(digest) ? EvidenceRows.submissions(digest) : List.of();
  }

  /**
   * Returns a file of the person's own applicant.
   *
   * @throws Refused if there is none it needs still
   */
  public EvidenceFile own(Person person, String digest) {
    person.mustBe(Role.APPLICANT);
    List<EvidenceFile> own =
        !FileStore.isDigest(digest)
            ? List.of()
            : transactions.as(
                person.reader(), () -> EvidenceRows.needed(person.applicant(), digest));
    return own.stream().findFirst().orElseThrow(Refused::noSuch);
  }

  /**
   * Returns the bytes of a file, whose digest is computed anew. The caller has found the file as
   * its reader.
   *
   * @throws DamagedFile if it is not on disk as it was kept
   */
  public Path content(EvidenceFile file) {
    try {
      return store.intact(file.digest());
    } catch (DamagedFile damage) {
      damaged.add(file.digest());
      LOG.errorf("not served: the evidence file %s", damage.getMessage());
      throw damage;
    }
  }

  /**
   * Returns whether files are on disk as they were kept, in words of their own: the digest of each
   * is computed unless it was and the file has not been touched since. What would take too long is
   * told by its size.
   */
  public Map<String, FileCondition> conditions(Collection<EvidenceFile> files) {
    Map<String, FileCondition> conditions = new HashMap<>();
    long left = MOST_READ;
    for (EvidenceFile file : files) {
      if (!conditions.containsKey(file.digest())) {
        boolean isRead = file.size() <= left;
        FileStore.Look look = store.look(file.digest(), file.size(), isRead);
        left -= look.read() ? file.size() : 0;
        conditions.put(file.digest(), look.condition());
        if (look.condition() != FileCondition.INTACT && damaged.add(file.digest())) {
          LOG.errorf(
              "the evidence file %s is %s",
              file.digest(), look.condition().name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return conditions;
  }

  /** Returns how many files were found missing or changed since the start or the last stock. */
  public int damaged() {
    return damaged.size();
  }

  /**
   * What the disk and the records do not agree on.
   *
   * @param kept how many files are on record and needed
   * @param missing the digests of files that are needed and not there, or of another size
   * @param unknown the digests of files that no record names
   */
  public record Stocktaking(int kept, List<String> missing, List<String> unknown) {}

  /**
   * Compares the disk with the records, and deletes what applicants removed and what a kill left
   * behind while it arrived. A file that no record names stays: it may belong to records of a newer
   * backup. Bytes are not read.
   */
  public Stocktaking takeStock() {
    Map<String, Long> recorded = transactions.as(DatabaseIdentity.SERVICE, EvidenceRows::sizes);
    Map<String, Long> there = store.sizes();
    List<String> missing = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    int kept = 0;
    for (Map.Entry<String, Long> each : recorded.entrySet()) {
      if (each.getValue() > 0) {
        kept++;
        if (!each.getValue().equals(there.get(each.getKey()))) {
          missing.add(each.getKey());
        }
      } else if (there.containsKey(each.getKey())) {
        clear(each.getKey());
      }
    }
    there.keySet().stream().filter(digest -> !recorded.containsKey(digest)).forEach(unknown::add);
    Instant before = clock.instant().minus(LEFT_BEHIND);
    store.discardBefore(before);
    damaged.clear();
    damaged.addAll(missing);
    return new Stocktaking(kept, missing, unknown);
  }
}
