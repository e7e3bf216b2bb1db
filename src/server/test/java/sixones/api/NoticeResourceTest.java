package sixones.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.letter.FrozenLetter;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Who reads a letter, when, and in which form. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class NoticeResourceTest {
  @Inject Transactions transactions;

  private PeopleInTests people;
  private CaseworkInTests office;
  private SeenCase seen;

  @BeforeEach
  void a_case_in_review() {
    people = new PeopleInTests(transactions);
    office = new CaseworkInTests();
    ObjectNode bid = CaseworkInTests.bid("510100");
    CaseworkInTests.blank(bid);
    seen = office.of(office.closed(bid), "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private UUID proposed() {
    return office.act(FIRST, seen, ActKind.NOTICE, office.notice(seen, 10)).act().id();
  }

  private int status(Person person, UUID act) {
    return people.as(person).get("/api/notices/" + act).statusCode();
  }

  @Test
  void a_letter_is_there_once_it_was_issued_for_those_whom_it_concerns() {
    UUID notice = proposed();
    assertThat(status(FIRST, notice)).isEqualTo(404);
    assertThat(status(CHENGDU, notice)).isEqualTo(404);

    office.confirm(SECOND, seen, notice);

    assertThat(status(FIRST, notice)).isEqualTo(200);
    assertThat(status(AUDITOR, notice)).isEqualTo(200);
    assertThat(status(CHENGDU, notice)).isEqualTo(200);
    assertThat(status(DEYANG, notice)).as("another's").isEqualTo(404);
    assertThat(status(IDLE, notice)).as("declared nothing").isEqualTo(403);
    assertThat(status(ADMIN, notice)).isEqualTo(403);
    assertThat(status(CHENGDU, UUID.randomUUID())).isEqualTo(404);
  }

  @Test
  void every_form_is_made_of_the_text_that_was_issued() {
    UUID notice = proposed();
    String digest = office.confirm(SECOND, seen, notice).letter().orElseThrow().digest();
    byte[] json = people.as(CHENGDU).get("/api/notices/" + notice).asByteArray();

    FrozenLetter frozen = FrozenLetter.read(json, digest);
    String number = frozen.letter().about().number();
    Map<String, String> types =
        Map.of(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pdf", "application/pdf",
            "html", "text/html",
            "txt", "text/plain");
    types.forEach(
        (form, type) ->
            people
                .as(CHENGDU)
                .get("/api/notices/" + notice + "?lang=zh-CN&format=" + form)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"))
                .header(
                    "Content-Disposition",
                    equalTo(
                        (form.equals("html") ? "inline" : "attachment")
                            + "; filename=\""
                            + number
                            + "-correction-zh-CN."
                            + form
                            + "\"")));
    for (String form : new String[] {"html", "txt"}) {
      assertThat(
              people
                  .as(CHENGDU)
                  .get("/api/notices/" + notice + "?lang=zh-CN&format=" + form)
                  .asString())
          .contains("补正", digest);
    }
  }

  @Test
  void a_form_there_is_not_is_told() {
    people
        .as(CHENGDU)
        .get("/api/notices/" + UUID.randomUUID() + "?format=odt")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/bad-filter"));
  }

  /** A character no font has keeps a letter from being issued; nothing is done. */
  @Test
  void a_letter_that_cannot_be_printed_is_refused_with_what_is_wrong() {
    long before = office.again(seen).view().revision();
    ObjectNode notice = CaseworkInTests.json(office.notice(seen, 10));
    ((ObjectNode) notice.at("/items/0"))
        .putObject("mend")
        .put("zh", "请改正名称中的这个字符：\uD8C0\uDC00，谢谢合作");
    UUID act = office.act(FIRST, seen, ActKind.NOTICE, notice.toString()).act().id();

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> office.confirm(SECOND, seen, act))
        .isInstanceOfSatisfying(
            sixones.round.Refused.class,
            refused -> assertThat(refused.faults().get(0).kind()).isEqualTo("letter-unfit"));
    assertThat(office.again(seen).view().revision()).isEqualTo(before + 1);
  }
}
