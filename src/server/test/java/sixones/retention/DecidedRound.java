package sixones.retention;

import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.bytes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import sixones.bid.Draft;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FileOwner;
import sixones.evidence.FilesInTests;
import sixones.people.Person;
import sixones.postgres.DatabaseAccess;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.submission.DraftFiles;
import sixones.submission.RoundsInTests;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * A round of two applicants in the database of the application, decided, with everything a round
 * can have: a withdrawn bid, cases with a notice and its letter, evidence files, one of which was
 * handed in to another round, too.
 */
public final class DecidedRound {
  public final Round round;

  /** The other round, which is open, and the bid in it. */
  public final Submission elsewhere;

  /** What was handed in first, and withdrawn. */
  public final Submission withdrawn;

  public final Submission chengdu;
  public final Submission deyang;
  public final SeenCase bidCase;

  /** The digest of the file that both rounds have. */
  public final String shared;

  /** The digest of the file of this round alone; its draft is gone. */
  public final String own;

  private final Submissions submissions = CDI.current().select(Submissions.class).get();
  private final WorkingDrafts drafts = CDI.current().select(WorkingDrafts.class).get();
  private final DraftFiles files = CDI.current().select(DraftFiles.class).get();
  private final CaseworkInTests office = new CaseworkInTests();

  public DecidedRound() throws Exception {
    round = office.open(null);
    Round other = office.open(null);
    WorkingDraft first = draft(RoundsInTests.CHENGDU);
    shared = add(RoundsInTests.CHENGDU, first);
    withdrawn = handIn(RoundsInTests.CHENGDU, round, null);
    submissions.withdraw(RoundsInTests.CHENGDU, withdrawn.id());
    chengdu = handIn(RoundsInTests.CHENGDU, round, first);
    elsewhere = handIn(RoundsInTests.CHENGDU, other, first);
    WorkingDraft second = draft(RoundsInTests.DEYANG);
    own = add(RoundsInTests.DEYANG, second);
    deyang = handIn(RoundsInTests.DEYANG, round, second);
    delete(RoundsInTests.DEYANG, second);
    office.later(Duration.ofHours(2));
    office.change(round, "{'state': 'closed', 'reason': 'as called'}");
    office.declare(round);
    bidCase = office.of(round, "510100");
    office.act(FIRST, bidCase, ActKind.TAKE, "{}");
    office.byTwo(bidCase, ActKind.NOTICE, office.notice(bidCase, 5));
    giveUp("510100");
    giveUp("510600");
    office.change(round, "{'state': 'decided', 'reason': 'as called'}");
    delete(RoundsInTests.CHENGDU, first);
  }

  private void giveUp(String applicant) {
    office.act(
        CaseworkInTests.applicant(applicant), office.of(round, applicant), ActKind.GIVE_UP, "{}");
  }

  private void delete(Person person, WorkingDraft draft) {
    drafts.delete(person, draft.id(), drafts.find(person, draft.id()).revision());
  }

  /** A bid that lacks what a notice can ask for. */
  private static ObjectNode bidOf(Person person) {
    ObjectNode bid = bid(person.applicant());
    CaseworkInTests.blank(bid);
    return bid;
  }

  private WorkingDraft draft(Person person) {
    return drafts.create(
        person,
        "kept " + UUID.randomUUID(),
        new WorkingDrafts.Text(Draft.Format.JSON, bytes(bidOf(person))));
  }

  private String add(Person person, WorkingDraft draft) throws Exception {
    return files
        .add(
            person,
            draft.id(),
            new EvidenceFiles.Sent(
                UUID.randomUUID().toString(),
                "/evidence/0",
                "approval.pdf",
                FilesInTests.written(FilesInTests.pdf(draft.id().toString()))))
        .file()
        .digest();
  }

  private Submission handIn(Person person, Round to, WorkingDraft draft) throws Exception {
    Submissions.Handed handed =
        new Submissions.Handed(
            to.id(), UUID.randomUUID().toString(), bytes(bidOf(person)), Draft.Format.JSON);
    return submissions.accept(
        person,
        draft == null
            ? handed
            : handed.withFilesOf(new FileOwner(FileOwner.Kind.DRAFT, draft.id())));
  }

  /** Access as the owner of the database of the application. */
  public static DatabaseAccess owner() {
    Config config = ConfigProvider.getConfig();
    return DatabaseAccess.to(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.flyway.username", String.class),
        config.getValue("quarkus.flyway.password", String.class));
  }

  /** The set time of a day. */
  static SetTime oneDay() {
    return new SetTime("a.setting", Optional.of("P1D"));
  }
}
