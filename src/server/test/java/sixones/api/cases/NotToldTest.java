package sixones.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What an applicant finds out about its case by asking in every way, before it is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class NotToldTest {
  private static final String GIVE_REASONS =
      "{'en': 'compared with the documents that were filed'}";

  @Inject Transactions transactions;
  @Inject CaseRecords records;

  private CaseworkInTests work;
  private ByRest rest;

  @BeforeEach
  void officers_are_there() {
    work = new CaseworkInTests();
    rest = new ByRest(new PeopleInTests(transactions));
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private SeenCase accepted(Round round, Person applicant) {
    SeenCase seen = work.of(round, applicant.applicant());
    work.act(FIRST, seen, ActKind.TAKE, "{}");
    work.judge(work.again(seen));
    work.byTwo(seen, ActKind.ACCEPT, "{'despite': " + work.despite(work.again(seen)) + "}");
    return work.again(seen);
  }

  /** What an applicant reads of its case, as far as it does not name the case. */
  private String told(Person applicant, SeenCase seen) {
    String id = seen.bidCase().id().toString();
    Response read = rest.read(applicant, "cases/" + id);
    String list = rest.read(applicant, "cases?round=" + seen.bidCase().round()).asString();
    String now = ",\"at\":\"[^\"]*\"}$";
    String whole = read.header("ETag") + " " + read.asString().replaceFirst(now, "}") + " " + list;
    return whole.replace(id, "the case");
  }

  /** Whether the office proposed a bid or not is told by nothing before the leaders decide. */
  @Test
  void that_a_bid_is_not_proposed() {
    Round round = work.closed(bid(CHENGDU.applicant()), bid(DEYANG.applicant()));
    SeenCase proposed = accepted(round, DEYANG);
    SeenCase not = accepted(round, CHENGDU);
    work.byTwo(proposed, ActKind.PROPOSE, "{'listed': true}");
    work.byTwo(not, ActKind.PROPOSE, "{'listed': false, 'reasons': " + GIVE_REASONS + "}");

    for (Person applicant : List.of(CHENGDU, DEYANG)) {
      SeenCase own = applicant == CHENGDU ? not : proposed;
      String id = own.bidCase().id().toString();
      String of = "cases?round=" + round.id() + "&state=";
      rest.read(applicant, of + "not-proposed").then().body("items.size()", equalTo(0));
      rest.read(applicant, of + "proposed").then().body("items.size()", equalTo(1));
      for (String address : List.of("replies", "take", "lapse", "notices")) {
        String answer =
            rest.post(
                    applicant,
                    "cases/" + id + "/" + address,
                    rest.revision(applicant, id),
                    UUID.randomUUID().toString(),
                    address.equals("replies")
                        ? bid(applicant.applicant()).toString()
                        : "{'notice': '" + UUID.randomUUID() + "'}")
                .asString();
        assertThat(answer).as(address).doesNotContainIgnoringCase("not_proposed");
        assertThat(answer).as(address).doesNotContainIgnoringCase("not-proposed");
        assertThat(answer).as(address).doesNotContain("未列入", "not proposed");
      }
    }
  }

  /** What is only considered or proposed moves nothing: no revision, no number, no next step. */
  @Test
  void what_the_office_considers() {
    ObjectNode spoilt = bid(CHENGDU.applicant());
    CaseworkInTests.blank(spoilt);
    Round round = work.closed(spoilt);
    SeenCase seen = work.of(round, CHENGDU.applicant());
    work.act(FIRST, seen, ActKind.TAKE, "{}");
    String before = told(CHENGDU, seen);

    work.judge(work.again(seen));
    UUID notice =
        work.act(FIRST, seen, ActKind.NOTICE, work.notice(work.again(seen), 10)).act().id();

    assertThat(told(CHENGDU, seen)).isEqualTo(before);
    work.confirm(SECOND, seen, notice);
    assertThat(told(CHENGDU, seen)).isNotEqualTo(before);
    String id = seen.bidCase().id().toString();
    assertThat(rest.revision(CHENGDU, id)).isNotEqualTo(rest.revision(FIRST, id));
    rest.act(CHENGDU, id, "cases/" + id + "/give-up", "{}")
        .statusCode(201)
        .body("seq", equalTo(null))
        .body("revision", not(equalTo((int) work.again(seen).view().revision())));
  }

  /** That the leaders' decision is being recorded is told when it is confirmed. */
  @Test
  void that_a_decision_waits_for_its_second_person() {
    Round round = work.closed(bid(CHENGDU.applicant()));
    SeenCase seen = accepted(round, CHENGDU);
    work.byTwo(seen, ActKind.PROPOSE, "{'listed': true}");
    String before = told(CHENGDU, seen);

    work.act(
        FIRST,
        seen,
        ActKind.DECIDE,
        "{'listed': true, 'leaders': {'body': 'The meeting', 'day': '2026-03-01',"
            + " 'minutes': 'Minutes 3'}}");

    assertThat(told(CHENGDU, seen)).isEqualTo(before);
  }

  /** An applicant holds a case up by no request about somebody who is no officer, or made twice. */
  @Test
  void that_nobody_is_asked_to_keep_away_who_is_no_officer() {
    Round round = work.closed(bid(CHENGDU.applicant()));
    SeenCase seen = work.of(round, CHENGDU.applicant());
    String id = seen.bidCase().id().toString();
    String body = "{'person': %d, 'ground': 'kin', 'reasons': " + GIVE_REASONS + "}";

    for (long person : List.of(records.numberOf(CHENGDU), 987_654_321L)) {
      rest.act(CHENGDU, id, "cases/" + id + "/recusals", body.formatted(person))
          .statusCode(422)
          .body("errors[0].pointer", equalTo("/person"));
    }
    String officer = body.formatted(records.numberOf(FIRST));
    rest.act(CHENGDU, id, "cases/" + id + "/recusals", officer).statusCode(201);
    rest.act(CHENGDU, id, "cases/" + id + "/recusals", officer).statusCode(409);
  }

  /** No instant makes a fault of ours. */
  @Test
  void a_case_at_an_instant_that_is_none() {
    Round round = work.closed(bid(CHENGDU.applicant()));
    String id = work.of(round, CHENGDU.applicant()).bidCase().id().toString();

    rest.read(FIRST, "cases/" + id + "?at=0001-01-01T00:00:00Z").then().statusCode(400);
    rest.read(FIRST, "cases/" + id + "?at=-999999999-01-01T00:00:00Z").then().statusCode(400);
    rest.read(FIRST, "cases/" + id + "?at=9999-01-01T00:00:00Z").then().statusCode(400);
  }
}
