package sixones.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static sixones.evidence.FilesInTests.pdf;
import static sixones.evidence.FilesInTests.written;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.DraftFiles;
import sixones.submission.RoundsInTests;
import sixones.submission.Submission;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class EvidenceFilesTest {
  private static final Person OWN = new Person("files-neijiang", Role.APPLICANT, "511000");
  private static final Person OTHER = new Person("files-leshan", Role.APPLICANT, "511100");
  private static final String FIRST = "/evidence/0";
  private static final String SECOND = "/evidence/1";
  private static final int MIB = 1 << 20;

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject DraftFiles wired;
  @Inject EvidenceFiles files;
  @Inject SubmissionFiles handedIn;
  @Inject Submissions submissions;
  @Inject Rounds rounds;
  @Inject Clock clock;
  @TempDir Path folder;

  @ConfigProperty(name = "sixones.data")
  Path data;

  private final List<UUID> made = new ArrayList<>();

  @BeforeEach
  void applicants_are_there() {
    RoundsInTests.there(transactions);
    PeopleInTests people = new PeopleInTests(transactions);
    people.there(OWN);
    people.there(OTHER);
  }

  @AfterEach
  void drafts_go_away() {
    MovableClock.reset();
    for (UUID draft : made) {
      try {
        drafts.delete(OWN, draft, drafts.find(OWN, draft).revision());
      } catch (Refused gone) {
        assertThat(gone.why()).isEqualTo(Refused.Why.NO_SUCH);
      }
    }
    files.clear(OWN);
  }

  private static ObjectNode bid() {
    ObjectNode bid = Fixtures.readable();
    Fixtures.change(bid, "/city/code", TextNode.valueOf("511000"));
    return bid;
  }

  private static byte[] bytes(ObjectNode bid) {
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  private WorkingDraft draft() {
    WorkingDraft draft =
        drafts.create(OWN, "with files", new WorkingDrafts.Text(Draft.Format.JSON, bytes(bid())));
    made.add(draft.id());
    return draft;
  }

  private static EvidenceFiles.Sent sent(String entry, String name, byte[] file) {
    return new EvidenceFiles.Sent(UUID.randomUUID().toString(), entry, name, written(file));
  }

  private EvidenceFile add(UUID draft, String entry, byte[] file) throws Exception {
    return wired.add(OWN, draft, sent(entry, "批复.pdf", file)).file();
  }

  private Refused refused(UUID draft, EvidenceFiles.Sent sent) {
    return catchThrowableOfType(Refused.class, () -> wired.add(OWN, draft, sent));
  }

  private Path place(EvidenceFile file) {
    String hex = file.digest().substring("sha256:".length());
    return data.resolve("files").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private List<Path> incoming() throws Exception {
    try (Stream<Path> left = Files.list(data.resolve("files/incoming"))) {
      return left.toList();
    }
  }

  @Test
  void a_file_is_kept_for_an_entry_with_who_added_it() throws Exception {
    WorkingDraft draft = draft();
    byte[] bytes = pdf("kept");

    EvidenceFile added = add(draft.id(), FIRST, bytes);

    assertThat(wired.list(OWN, draft.id()).files()).containsExactly(added);
    assertThat(added.entryId()).isEqualTo("e1");
    assertThat(added.by()).isEqualTo(OWN.name());
    assertThat(added.name()).isEqualTo("批复.pdf");
    assertThat(added.type()).isEqualTo(EvidenceType.PDF);
    assertThat(added.size()).isEqualTo(bytes.length);
    assertThat(files.content(files.own(OWN, added.digest()))).hasBinaryContent(bytes);
    assertThat(place(added)).exists();
    assertThat(incoming()).isEmpty();
    assertThat(wired.list(OWN, draft.id()).used().owner()).isEqualTo(bytes.length);
  }

  @Test
  void what_is_refused_leaves_nothing_on_disk() throws Exception {
    UUID draft = draft().id();
    byte[] program = {'M', 'Z', 0, 0};
    List<Path> before = onDisk();

    assertThat(kind(refused(draft, sent(FIRST, "a.pdf", program)))).isEqualTo("file-unknown");
    assertThat(kind(refused(draft, sent(FIRST, "a.pdf", new byte[0])))).isEqualTo("file-empty");
    assertThat(kind(refused(draft, sent(FIRST, "a.exe", pdf())))).isEqualTo("file-name-extension");
    assertThat(kind(refused(draft, sent(null, "a.pdf", pdf())))).isEqualTo("file-entry-missing");
    assertThat(kind(refused(draft, sent("/evidence/99", "a.pdf", pdf()))))
        .isEqualTo("file-entry-none");
    assertThat(kind(refused(draft, sent("/parks/0", "a.pdf", pdf())))).isEqualTo("file-entry-none");
    assertThat(refused(draft, new EvidenceFiles.Sent(null, FIRST, "a.pdf", written(pdf()))).kind())
        .isEqualTo("no-idempotency-key");
    byte[] large = new byte[20 * MIB + 1];
    System.arraycopy(pdf(), 0, large, 0, 8);
    assertThat(kind(refused(draft, sent(FIRST, "a.pdf", large)))).isEqualTo("file-large");

    assertThat(onDisk()).isEqualTo(before);
    assertThat(wired.list(OWN, draft).files()).isEmpty();
  }

  private static String kind(Refused refused) {
    return refused.faults().get(0).kind();
  }

  private List<Path> onDisk() throws Exception {
    Path there = data.resolve("files");
    if (!Files.exists(there)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(there)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void twenty_mebibytes_are_kept() throws Exception {
    UUID draft = draft().id();
    byte[] end = pdf();
    byte[] large = new byte[20 * MIB];
    Arrays.fill(large, (byte) ' ');
    System.arraycopy(end, 0, large, 0, 9);
    System.arraycopy(end, end.length - 30, large, large.length - 30, 30);

    assertThat(add(draft, FIRST, large).size()).isEqualTo(20 * MIB);
  }

  @Test
  void the_same_key_gets_the_first_result_and_another_file_under_it_is_refused() throws Exception {
    UUID draft = draft().id();
    EvidenceFiles.Sent sent = sent(FIRST, "a.pdf", pdf("once"));

    EvidenceFiles.Added first = wired.add(OWN, draft, sent);
    EvidenceFiles.Added again = wired.add(OWN, draft, sent);
    Refused other =
        refused(draft, new EvidenceFiles.Sent(sent.key(), FIRST, "a.pdf", written(pdf("other"))));

    assertThat(first.isNew()).isTrue();
    assertThat(again).isEqualTo(new EvidenceFiles.Added(first.file(), false));
    assertThat(other.kind()).isEqualTo("file-key-reused");
    assertThat(wired.list(OWN, draft).files()).hasSize(1);
  }

  @Test
  void the_same_file_is_added_to_an_entry_once_and_to_another_as_well() throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("same");

    EvidenceFile first = add(draft, FIRST, bytes);

    assertThat(add(draft, FIRST, bytes)).isEqualTo(first);
    assertThat(add(draft, SECOND, bytes).id()).isNotEqualTo(first.id());
    assertThat(wired.list(OWN, draft).files()).hasSize(2);
    assertThat(wired.list(OWN, draft).used().owner()).isEqualTo(bytes.length);
  }

  @Test
  void eight_who_send_the_same_at_once_add_it_once() throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("at once");
    String key = UUID.randomUUID().toString();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<UUID>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String own = i % 2 == 0 ? key : UUID.randomUUID().toString();
      EvidenceFiles.Sent sent = new EvidenceFiles.Sent(own, FIRST, "a.pdf", written(bytes));
      all.add(() -> wired.add(OWN, draft, sent).file().id());
    }
    try {
      List<UUID> ids = new ArrayList<>();
      for (Future<UUID> each : threads.invokeAll(all)) {
        ids.add(each.get());
      }
      assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(wired.list(OWN, draft).files()).hasSize(1);
    assertThat(incoming()).isEmpty();
  }

  @Test
  void a_file_stays_with_its_entry_when_the_list_changes() throws Exception {
    WorkingDraft draft = draft();
    EvidenceFile second = add(draft.id(), SECOND, pdf("moves"));
    ObjectNode changed = bid();
    changed.withArray("evidence").remove(0);

    drafts.save(
        OWN,
        draft.id(),
        draft.revision(),
        null,
        new WorkingDrafts.Text(Draft.Format.JSON, bytes(changed)));

    DraftFiles.Kept kept = wired.list(OWN, draft.id());
    assertThat(kept.entry(second)).get().extracting(BidEntries.Entry::pointer).isEqualTo(FIRST);
    changed.withArray("evidence").remove(0);
    drafts.save(
        OWN,
        draft.id(),
        draft.revision() + 1,
        null,
        new WorkingDrafts.Text(Draft.Format.JSON, bytes(changed)));
    assertThat(wired.list(OWN, draft.id()).entry(second)).isEmpty();
  }

  @Test
  void what_is_removed_is_gone_from_the_draft_and_the_disk_unless_something_needs_it()
      throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("removed of " + UUID.randomUUID());
    EvidenceFile one = add(draft, FIRST, bytes);
    EvidenceFile other = add(draft, SECOND, bytes);

    wired.remove(OWN, draft, one.id());
    assertThat(place(one)).exists();
    wired.remove(OWN, draft, other.id());
    wired.remove(OWN, draft, other.id());

    assertThat(wired.list(OWN, draft).files()).isEmpty();
    assertThat(place(one)).doesNotExist();
    assertThat(catchThrowableOfType(Refused.class, () -> files.own(OWN, one.digest())).why())
        .isEqualTo(Refused.Why.NO_SUCH);
    assertThat(add(draft, FIRST, bytes).id()).isNotEqualTo(one.id());
  }

  @Test
  void a_draft_that_is_thrown_away_takes_its_files() throws Exception {
    WorkingDraft draft = draft();
    EvidenceFile file = add(draft.id(), FIRST, pdf("with its draft"));

    drafts.delete(OWN, draft.id(), draft.revision());
    files.clear(OWN);

    assertThat(files.list(OWN, FileOwner.draft(draft.id()))).isEmpty();
    assertThat(place(file)).doesNotExist();
    assertThat(refused(draft.id(), sent(FIRST, "a.pdf", pdf())).why())
        .isEqualTo(Refused.Why.NO_SUCH);
  }

  @Test
  void another_applicant_reaches_nothing_and_keeps_its_own_copy_of_the_same_file()
      throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("of two");
    EvidenceFile file = add(draft, FIRST, bytes);

    List.<ThrowingCallable>of(
            () -> wired.list(OTHER, draft),
            () -> wired.add(OTHER, draft, sent(FIRST, "a.pdf", pdf())),
            () -> wired.remove(OTHER, draft, file.id()),
            () -> files.add(OTHER, FileOwner.draft(draft), entries(), sent(FIRST, "a.pdf", pdf())),
            () -> handedIn.export(OTHER, file.digest()),
            () -> handedIn.export(OFFICER, file.digest()),
            () -> handedIn.export(OWN, "sha256:" + "0".repeat(64)),
            () -> handedIn.export(OWN, "../../seal.key"))
        .forEach(
            act ->
                assertThat(catchThrowableOfType(Refused.class, act).why())
                    .isEqualTo(Refused.Why.NO_SUCH));
    assertThat(files.list(OTHER, FileOwner.draft(draft))).isEmpty();
    assertThatThrownBy(() -> files.own(OFFICER, file.digest())).isInstanceOf(NotAllowed.class);

    FileOwner reply = FileOwner.ofCase(UUID.randomUUID());
    EvidenceFile its = files.add(OTHER, reply, entries(), sent(FIRST, "a.pdf", bytes)).file();
    wired.remove(OWN, draft, file.id());
    assertThat(place(file)).exists();
    files.remove(OTHER, reply, its.id());
    assertThat(place(file)).doesNotExist();
  }

  private static BidEntries entries() {
    return BidEntries.of(bid(), RuleSetsInTests.SICHUAN.contract());
  }

  @Test
  void limits_hold_for_a_bid_and_for_an_applicant_and_count_each_content_once() throws Exception {
    int size = pdf("1").length;
    EvidenceFiles small =
        new EvidenceFiles(
            transactions,
            new FileStore(folder),
            new EvidenceQuota(size, 2 * size, 3 * size),
            clock);
    FileOwner one = FileOwner.ofCase(UUID.randomUUID());
    FileOwner two = FileOwner.ofCase(UUID.randomUUID());
    BidEntries entries = entries();
    List<EvidenceFile> all = new ArrayList<>();
    for (String words : List.of("1", "2")) {
      all.add(small.add(OTHER, one, entries, sent(FIRST, "a.pdf", pdf(words))).file());
    }
    small.add(OTHER, one, entries, sent(SECOND, "a.pdf", pdf("1")));

    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> small.add(OTHER, one, entries, sent(FIRST, "a.pdf", pdf("3"))))
                .kind())
        .isEqualTo("no-room-in-bid");
    small.add(OTHER, two, entries, sent(FIRST, "a.pdf", pdf("3")));
    small.add(OTHER, two, entries, sent(FIRST, "a.pdf", pdf("1")));
    FileOwner three = FileOwner.ofCase(UUID.randomUUID());
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> small.add(OTHER, three, entries, sent(FIRST, "a.pdf", pdf("4"))))
                .kind())
        .isEqualTo("no-room-for-file");
    assertThat(small.used(OTHER, two).applicant()).isEqualTo(3L * size);

    for (FileOwner owner : List.of(one, two)) {
      small.list(OTHER, owner).forEach(file -> small.remove(OTHER, owner, file.id()));
    }
    assertThat(small.used(OTHER, one)).extracting(EvidenceQuota.Used::applicant).isEqualTo(0L);
  }

  @Test
  void the_service_comes_with_the_limits_of_the_issue() {
    assertThat(files.quota()).isEqualTo(new EvidenceQuota(20L * MIB, 200L * MIB, 1024L * MIB));
  }

  @Test
  void a_round_that_no_longer_accepts_bids_takes_no_files() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    UUID draft = draft().id();
    drafts.setRound(OWN, draft, round.id());
    EvidenceFile before = add(draft, FIRST, pdf("in time"));

    MovableClock.moveTo(round.deadline());

    assertThat(refused(draft, sent(SECOND, "a.pdf", pdf())).kind()).isEqualTo("files-too-late");
    assertThat(wired.list(OWN, draft).over()).isTrue();
    wired.remove(OWN, draft, before.id());
    assertThat(wired.list(OWN, draft).files()).isEmpty();
  }

  @Test
  void what_is_handed_in_fixes_its_files_and_nothing_else_of_the_bid() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    WorkingDraft draft = draft();
    EvidenceFile first = add(draft.id(), FIRST, pdf("first of " + draft.id()));
    EvidenceFile second = add(draft.id(), SECOND, pdf("second"));
    ObjectNode moved = bid();
    moved.withArray("evidence").remove(0);
    Submissions.Handed plain =
        new Submissions.Handed(round.id(), "plain", bytes(moved), Draft.Format.JSON, false, null);

    Submission without = submissions.accept(OWN, plain);
    Submission with =
        submissions.accept(
            OWN,
            new Submissions.Handed(round.id(), "with", bytes(moved), Draft.Format.JSON, false, null)
                .withFilesOf(FileOwner.draft(draft.id())));

    assertThat(with.content().digest()).isEqualTo(without.content().digest());
    assertThat(with.result().digest()).isEqualTo(without.result().digest());
    assertThat(handedIn.list(OFFICER, without.id())).isEmpty();
    assertThat(handedIn.list(OFFICER, with.id()))
        .extracting(EvidenceFile::id, EvidenceFile::entry)
        .containsExactly(tuple(second.id(), FIRST));
    assertThat(handedIn.export(AUDITOR, second.digest()).id()).isEqualTo(second.id());
    assertThat(catchThrowableOfType(Refused.class, () -> handedIn.export(OFFICER, first.digest())))
        .extracting(Refused::why)
        .isEqualTo(Refused.Why.NO_SUCH);

    wired.remove(OWN, draft.id(), second.id());
    drafts.delete(OWN, draft.id(), draft.revision());
    files.clear(OWN);
    assertThat(place(first)).doesNotExist();
    assertThat(files.content(handedIn.export(OFFICER, second.digest()))).exists();
    assertThat(handedIn.list(OWN, with.id())).hasSize(1);
    assertThat(files.own(OWN, second.digest()).id()).isEqualTo(second.id());
  }

  @Test
  void the_files_of_a_draft_belong_to_the_request_and_have_to_be_ones_own() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    UUID draft = draft().id();
    Submissions.Handed plain =
        new Submissions.Handed(round.id(), "k", bytes(bid()), Draft.Format.JSON, false, null);

    submissions.accept(OWN, plain);

    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> submissions.accept(OWN, plain.withFilesOf(FileOwner.draft(draft))))
                .kind())
        .isEqualTo("key-reused");
    Submissions.Handed nothings =
        new Submissions.Handed(round.id(), "n", bytes(bid()), Draft.Format.JSON, false, null)
            .withFilesOf(FileOwner.draft(UUID.randomUUID()));
    assertThat(catchThrowableOfType(Refused.class, () -> submissions.accept(OWN, nothings)).why())
        .isEqualTo(Refused.Why.NO_SUCH);
  }

  @Test
  void nothing_is_added_to_a_bid_after_it_was_handed_in() throws Exception {
    Round round = RoundsInTests.open(rounds, 3);
    UUID draft = draft().id();
    EvidenceFile file = add(draft, FIRST, pdf("too late"));
    Submission accepted =
        submissions.accept(
            OWN,
            new Submissions.Handed(round.id(), "k2", bytes(bid()), Draft.Format.JSON, false, null));

    assertThatThrownBy(
            () ->
                transactions.as(
                    OWN.reader(),
                    () -> {
                      EvidenceFiles.handIn(OWN, accepted.id(), FileOwner.draft(draft), entries());
                      return null;
                    }))
        .hasStackTraceContaining("row-level security");
    assertThat(handedIn.list(OFFICER, accepted.id())).isEmpty();
    assertThat(file.id()).isNotNull();
  }

  @Test
  void a_file_that_is_missing_or_was_changed_is_never_given_out() throws Exception {
    UUID draft = draft().id();
    EvidenceFile file = add(draft, FIRST, pdf("to be damaged"));

    Files.writeString(place(file), "changed");
    assertThatThrownBy(() -> files.content(file))
        .isInstanceOf(DamagedFile.class)
        .hasMessageEndingWith("was changed");
    assertThat(files.takeStock().missing()).contains(file.digest());
    Files.delete(place(file));
    assertThatThrownBy(() -> files.content(file)).hasMessageEndingWith("is missing");
    assertThat(files.takeStock().missing()).contains(file.digest());
  }

  /** A kill between file and row leaves a file without a row, or one that still arrives. */
  @Test
  void what_a_kill_leaves_between_file_and_row_is_found_and_told_and_the_next_try_uses_it()
      throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("killed");
    FileStore store = new FileStore(data.resolve("files"));
    FileStore.Incoming incoming = store.copy(written(bytes), MIB);
    store.place(incoming);
    assertThat(files.takeStock().unknown()).contains(incoming.digest());

    EvidenceFile file = add(draft, FIRST, bytes);

    assertThat(file.digest()).isEqualTo(incoming.digest());
    assertThat(files.takeStock().unknown()).doesNotContain(incoming.digest());
    assertThat(files.content(file)).hasBinaryContent(bytes);
  }

  @Test
  void what_a_kill_leaves_between_removal_and_disk_is_cleared_at_the_next_start() throws Exception {
    UUID draft = draft().id();
    byte[] bytes = pdf("removed and killed");
    EvidenceFile file = add(draft, FIRST, bytes);
    wired.remove(OWN, draft, file.id());
    Files.createDirectories(place(file).getParent());
    Files.write(place(file), bytes);

    EvidenceFiles.Stocktaking stock = files.takeStock();

    assertThat(stock.missing()).doesNotContain(file.digest());
    assertThat(stock.unknown()).doesNotContain(file.digest());
    assertThat(place(file)).doesNotExist();
  }

  @Test
  void a_transaction_that_fails_leaves_no_row() throws Exception {
    UUID draft = draft().id();
    execute(
        "create function failing() returns trigger language plpgsql as $$ begin"
            + " raise exception 'no'; end $$",
        "create trigger failing before insert on evidence_file for each row execute function"
            + " failing()");
    byte[] bytes = pdf("fails");
    try {
      assertThatThrownBy(() -> add(draft, FIRST, bytes)).isNotInstanceOf(Refused.class);
    } finally {
      execute("drop trigger failing on evidence_file", "drop function failing()");
    }
    assertThat(wired.list(OWN, draft).files()).isEmpty();
    assertThat(incoming()).isEmpty();
    assertThat(add(draft, FIRST, bytes).size()).isEqualTo(bytes.length);
  }

  private static void execute(String... commands) throws Exception {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
