package sixones.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.bytes;
import static sixones.casework.CaseworkInTests.handed;
import static sixones.evidence.FilesInTests.pdf;
import static sixones.evidence.FilesInTests.written;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.FileOwner;
import sixones.evidence.FileStore;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Reply;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.DraftFiles;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/**
 * The files of the reply to a notice: for which documents, with what they go, and whose they are.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class ReplyFilesTest {
  private static final String PLACE = "/parks/0/manufacturing";

  /** The document the place rests on, and one that nothing in the notice does. */
  private static final String LISTED = "/evidence/0";

  private static final String UNLISTED = "/evidence/1";

  @Inject Transactions transactions;
  @Inject ReplyFiles files;
  @Inject EvidenceFiles evidence;
  @Inject DraftFiles draftFiles;
  @Inject SubmissionFiles submitted;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject OwnCases own;
  @Inject Cases cases;
  @Inject FileStore store;
  @Inject Clock clock;

  private CaseworkInTests office;

  @BeforeEach
  void an_office() {
    office = new CaseworkInTests();
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  private static EvidenceFiles.Sent sent(String entry, String name, byte[] file) {
    return new EvidenceFiles.Sent(UUID.randomUUID().toString(), entry, name, written(file));
  }

  private WorkingDraft draft(ObjectNode bid) {
    return drafts.create(CHENGDU, "a bid", new WorkingDrafts.Text(Draft.Format.JSON, bytes(bid)));
  }

  /** A case whose bid was handed in from a draft with a file of each of two documents. */
  private SeenCase returned(String procedure, WorkingDraft draft) throws Exception {
    draftFiles.add(CHENGDU, draft.id(), sent(LISTED, "first.pdf", pdf("first")));
    draftFiles.add(CHENGDU, draft.id(), sent(UNLISTED, "second.pdf", pdf("second")));
    Round round = office.open(procedure);
    submissions.accept(
        CHENGDU,
        new Submissions.Handed(
                round.id(),
                UUID.randomUUID().toString(),
                drafts.read(CHENGDU, draft.id()).text().bytes(),
                Draft.Format.JSON,
                false,
                null)
            .withFilesOf(FileOwner.draft(draft.id())));
    office.later(Duration.ofHours(2));
    office.change(round, "{'state': 'closed', 'reason': 'as called'}");
    return returned(office, round);
  }

  private static SeenCase returned(CaseworkInTests office, Round round) {
    office.declare(round);
    SeenCase seen = office.of(round, "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    office.byTwo(office.again(seen), ActKind.NOTICE, office.notice(office.again(seen), 10));
    return office.again(seen);
  }

  private SeenCase returned() throws Exception {
    return returned(null, draft(bid("510100", PLACE, false)));
  }

  private EvidenceFile add(SeenCase seen, UUID draft, String entry, String words) throws Exception {
    return files
        .add(CHENGDU, seen.bidCase().id(), draft, sent(entry, words + ".pdf", pdf(words)))
        .file();
  }

  private Refused refused(Person person, SeenCase seen, UUID draft, String entry) {
    return catchThrowableOfType(
        Refused.class,
        () ->
            files.add(
                person, seen.bidCase().id(), draft, sent(entry, "refused.pdf", pdf("refused"))));
  }

  private List<String> handedIn(Person person, DoneAct done) {
    return submitted.list(person, ((Reply) done.act().body()).submission()).stream()
        .map(file -> file.entry() + " " + file.name())
        .toList();
  }

  @Test
  void what_was_added_is_handed_in_with_the_reply_beside_what_was_there() throws Exception {
    SeenCase seen = returned();
    add(seen, null, LISTED, "approval");

    assertThat(files.list(CHENGDU, seen.bidCase().id(), null).along()).hasSize(3);
    DoneAct done = office.reply(seen, bid("510100"), UUID.randomUUID().toString());

    assertThat(handedIn(CHENGDU, done))
        .containsExactlyInAnyOrder(
            LISTED + " first.pdf", UNLISTED + " second.pdf", LISTED + " approval.pdf");
    assertThat(handedIn(FIRST, done)).hasSize(3);
  }

  @Test
  void nobody_else_reads_it_and_officers_do_once_it_was_handed_in() throws Exception {
    SeenCase seen = returned();
    EvidenceFile added = add(seen, null, LISTED, "of-chengdu");
    UUID id = seen.bidCase().id();

    for (Person other : List.of(DEYANG, FIRST)) {
      assertThat(catchThrowableOfType(Refused.class, () -> submitted.export(other, added.digest())))
          .extracting(Refused::why)
          .isEqualTo(Refused.Why.NO_SUCH);
    }
    assertThat(refused(DEYANG, seen, null, LISTED).why()).isEqualTo(Refused.Why.NO_SUCH);
    assertThat(catchThrowableOfType(Refused.class, () -> files.list(DEYANG, id, null)).why())
        .isEqualTo(Refused.Why.NO_SUCH);
    assertThat(catchThrowableOfType(Refused.class, () -> files.remove(DEYANG, id, added.id())))
        .isNotNull();
    // Even if the application asked for them, the database has none for her.
    assertThat(evidence.list(DEYANG, FileOwner.ofCase(id))).isEmpty();

    office.reply(seen, bid("510100"), UUID.randomUUID().toString());

    assertThat(submitted.export(FIRST, added.digest()).digest()).isEqualTo(added.digest());
    for (Person other : List.of(DEYANG, IDLE)) {
      assertThat(catchThrowableOfType(Refused.class, () -> submitted.export(other, added.digest())))
          .as(other.name())
          .isNotNull();
    }
  }

  @Test
  void a_file_is_for_a_document_the_notice_opens_or_a_new_one() throws Exception {
    SeenCase seen = returned();
    ObjectNode more = bid("510100");
    more.withArray("/evidence").addObject().put("id", "new-one");
    int last = more.at("/evidence").size() - 1;
    WorkingDraft draft = draft(more);

    assertThat(refused(CHENGDU, seen, draft.id(), UNLISTED).faults().get(0).kind())
        .isEqualTo("file-entry-unlisted");
    assertThat(refused(CHENGDU, seen, null, "/evidence/" + last).faults().get(0).kind())
        .isEqualTo("file-entry-none");
    assertThat(add(seen, draft.id(), "/evidence/" + last, "new").entryId()).isEqualTo("new-one");
    assertThat(files.list(CHENGDU, seen.bidCase().id(), draft.id()).open())
        .extracting(BidEntries.Entry::pointer)
        .containsExactly(LISTED, "/evidence/" + last);
  }

  @Test
  void where_the_settings_mark_what_is_not_listed_every_document_takes_files() throws Exception {
    SeenCase seen =
        returned(
            "{'unlisted': {'value': 'mark', 'citation': 'a test'}}",
            draft(bid("510100", PLACE, false)));

    assertThat(add(seen, null, UNLISTED, "marked").entry()).isEqualTo(UNLISTED);
  }

  @Test
  void a_file_alone_is_a_reply_and_nothing_at_all_is_none() throws Exception {
    SeenCase seen = returned();
    ObjectNode same = bid("510100", PLACE, false);

    Refused nothing =
        catchThrowableOfType(
            Refused.class, () -> office.reply(seen, same, UUID.randomUUID().toString()));
    assertThat(nothing.faults()).extracting(fault -> fault.kind()).contains("nothing-changed");
    // Added to the document that has it already, it is nothing new.
    add(seen, null, LISTED, "first");
    assertThat(
            catchThrowableOfType(
                Refused.class, () -> office.reply(seen, same, UUID.randomUUID().toString())))
        .isNotNull();
    add(seen, null, LISTED, "alone");

    DoneAct done = office.reply(seen, same, UUID.randomUUID().toString());

    assertThat(((Reply) done.act().body()).changes()).isEmpty();
    assertThat(handedIn(FIRST, done)).contains(LISTED + " alone.pdf").hasSize(3);
  }

  @Test
  void what_was_handed_in_goes_along_though_its_draft_was_thrown_away() throws Exception {
    WorkingDraft draft = draft(bid("510100", PLACE, false));
    SeenCase seen = returned(null, draft);
    drafts.delete(CHENGDU, draft.id(), drafts.find(CHENGDU, draft.id()).revision());

    DoneAct done = office.reply(seen, bid("510100"), UUID.randomUUID().toString());

    assertThat(handedIn(FIRST, done))
        .containsExactlyInAnyOrder(LISTED + " first.pdf", UNLISTED + " second.pdf");
  }

  @Test
  void the_files_of_the_draft_the_reply_is_written_in_go_along_once() throws Exception {
    WorkingDraft written = draft(bid("510100"));
    draftFiles.add(CHENGDU, written.id(), sent(LISTED, "own.pdf", pdf("own")));
    draftFiles.add(CHENGDU, written.id(), sent(LISTED, "again.pdf", pdf("first")));
    SeenCase seen = returned();

    DoneAct done =
        cases.reply(
            CHENGDU,
            seen.bidCase().id(),
            handed(seen, bid("510100"), UUID.randomUUID().toString())
                .withFilesOf(FileOwner.draft(written.id())),
            null);

    assertThat(handedIn(FIRST, done))
        .containsExactlyInAnyOrder(
            LISTED + " first.pdf", UNLISTED + " second.pdf", LISTED + " own.pdf");
  }

  @Test
  void a_reply_that_is_refused_hands_in_no_file() throws Exception {
    SeenCase seen = returned();
    EvidenceFile added = add(seen, null, LISTED, "not-yet");

    assertThat(
            catchThrowableOfType(
                Refused.class,
                () ->
                    office.reply(
                        seen,
                        bid("510100", "/conferences/0/scope", "national"),
                        UUID.randomUUID().toString())))
        .isNotNull();

    assertThat(catchThrowableOfType(Refused.class, () -> submitted.export(FIRST, added.digest())))
        .isNotNull();
    assertThat(files.list(CHENGDU, seen.bidCase().id(), null).added()).containsExactly(added);
  }

  @Test
  void after_the_term_nothing_is_added_and_what_is_there_can_be_removed() throws Exception {
    SeenCase seen = returned();
    UUID id = seen.bidCase().id();
    EvidenceFile added = add(seen, null, LISTED, "in-time");
    office.later(Duration.ofDays(30));

    assertThat(refused(CHENGDU, seen, null, LISTED).kind()).isEqualTo("files-no-reply");
    assertThat(files.list(CHENGDU, id, null).added()).containsExactly(added);
    files.remove(CHENGDU, id, added.id());
    assertThat(files.list(CHENGDU, id, null).added()).isEmpty();
    assertThat(catchThrowableOfType(Refused.class, () -> submitted.export(CHENGDU, added.digest())))
        .isNotNull();
  }

  @Test
  void what_goes_along_counts_for_the_limit_of_the_bid() throws Exception {
    SeenCase seen = returned();
    long before = EvidenceFiles.bytesOf(files.list(CHENGDU, seen.bidCase().id(), null).before());
    EvidenceQuota narrow = new EvidenceQuota(before, before + pdf("one").length, 1 << 30);
    ReplyFiles small =
        new ReplyFiles(
            transactions, own, drafts, new EvidenceFiles(transactions, store, narrow, clock));
    UUID id = seen.bidCase().id();

    small.add(CHENGDU, id, null, sent(LISTED, "one.pdf", pdf("one")));

    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> small.add(CHENGDU, id, null, sent(LISTED, "two.pdf", pdf("two"))))
                .kind())
        .isEqualTo("no-room-in-bid");
    assertThat(small.list(CHENGDU, id, null).used().owner()).isEqualTo(narrow.owner());
  }

  /** A draft takes files for each of its documents; a reply only for those that are open. */
  @Test
  void a_draft_smuggles_no_file_into_a_document_the_notice_leaves_closed() throws Exception {
    WorkingDraft written = draft(bid("510100"));
    draftFiles.add(CHENGDU, written.id(), sent(UNLISTED, "smuggled.pdf", pdf("smuggled")));
    SeenCase seen = returned();

    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                cases.reply(
                    CHENGDU,
                    seen.bidCase().id(),
                    handed(seen, bid("510100"), UUID.randomUUID().toString())
                        .withFilesOf(FileOwner.draft(written.id())),
                    null));

    assertThat(refused).isNotNull();
    assertThat(refused.faults())
        .extracting(fault -> fault.pointer() + " " + fault.kind())
        .containsExactly(UNLISTED + " file-added-unlisted");
    assertThat(office.again(seen).view().revision()).isEqualTo(seen.view().revision());
    assertThat(office.reply(seen, bid("510100"), UUID.randomUUID().toString())).isNotNull();
  }
}
