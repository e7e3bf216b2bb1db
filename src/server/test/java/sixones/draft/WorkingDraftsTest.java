package sixones.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.bid.Draft;
import sixones.people.NotAllowed;
import sixones.people.Person;
import sixones.round.Refused;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WorkingDraftsTest {
  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @Test
  void a_draft_is_kept_to_the_byte_readable_or_not() {
    byte[] unfinished =
        "{\"schema\": \"sixones/bid/1\",\r\n  \"parks\": [ 一个".getBytes(StandardCharsets.UTF_8);

    WorkingDraft draft = drafts.create(CHENGDU, " 初稿 ", text(unfinished));

    assertThat(draft.name()).isEqualTo("初稿");
    assertThat(draft.bytes()).isEqualTo(unfinished.length);
    assertThat(drafts.read(CHENGDU, draft.id()).text().bytes()).isEqualTo(unfinished);
  }

  @Test
  void a_save_over_a_revision_that_is_not_the_last_is_refused_and_loses_nothing() {
    WorkingDraft draft = drafts.create(CHENGDU, "draft", text(bytes("first")));
    drafts.save(CHENGDU, draft.id(), draft.revision(), null, text(bytes("second")));

    refused(
        "changed-since",
        () -> drafts.save(CHENGDU, draft.id(), draft.revision(), null, text(bytes("third"))));
    refused("changed-since", () -> drafts.delete(CHENGDU, draft.id(), draft.revision()));

    assertThat(drafts.read(CHENGDU, draft.id()).text().bytes()).isEqualTo(bytes("second"));
  }

  @Test
  void a_list_holds_an_applicants_own_drafts_the_last_saved_first() {
    drafts.create(CHENGDU, "another's", text(bytes("0")));
    WorkingDraft first = drafts.create(DEYANG, "first", text(bytes("1")));
    WorkingDraft second = drafts.create(DEYANG, "second", text(bytes("2")));
    WorkingDraft saved = drafts.save(DEYANG, first.id(), 1, "first again", text(bytes("3")));

    List<WorkingDraft> listed = drafts.list(DEYANG, Cursor.START, 10).items();

    // Other tests may have left drafts of hers before.
    assertThat(listed)
        .startsWith(saved, second)
        .allMatch(draft -> draft.applicant().equals(DEYANG.applicant()));
  }

  @Test
  void nobody_but_the_applicant_can_tell_whether_there_is_a_draft() {
    WorkingDraft draft = drafts.create(CHENGDU, "secret", text(bytes("secret")));

    for (Person other : List.of(DEYANG, OFFICER, AUDITOR, ADMIN)) {
      for (UUID id : List.of(draft.id(), UUID.randomUUID())) {
        refused("not-there", () -> drafts.find(other, id));
        refused("not-there", () -> drafts.read(other, id));
        refused("not-there", () -> drafts.save(other, id, 1, null, text(bytes("x"))));
        refused("not-there", () -> drafts.delete(other, id, 1));
      }
    }
    assertThat(drafts.list(DEYANG, Cursor.START, 200).items()).doesNotContain(draft);
    assertThatThrownBy(() -> drafts.list(OFFICER, Cursor.START, 10)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void what_was_thrown_away_is_gone() {
    WorkingDraft draft = drafts.create(CHENGDU, "draft", text(bytes("x")));

    drafts.delete(CHENGDU, draft.id(), draft.revision());

    refused("not-there", () -> drafts.find(CHENGDU, draft.id()));
  }

  @Test
  void a_draft_needs_a_name() {
    for (String name : new String[] {null, "", "  ", "x".repeat(201)}) {
      refused("not-right", () -> drafts.create(CHENGDU, name, text(bytes("x"))));
    }
  }

  private static WorkingDrafts.Text text(byte[] bytes) {
    return new WorkingDrafts.Text(Draft.Format.JSON, bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String kind, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
  }
}
