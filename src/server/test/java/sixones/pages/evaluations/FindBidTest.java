package sixones.pages.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.BidSearch;
import sixones.overview.FoundBid;
import sixones.overview.RoundEvaluations;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.NotAllowed;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.Contacts;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** A bid is found by whatever an auditor has of it, and by nobody who may not see it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class FindBidTest {
  private static final Person ZIGONG = new Person("test-510300", Role.APPLICANT, "510300");

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject RoundEvaluations evaluations;
  @Inject BidSearch search;
  @Inject Contacts contacts;

  private OverviewInTests test;
  private Round round;
  private Submission bid;

  @BeforeEach
  void a_bid_was_handed_in() {
    test = new OverviewInTests(rounds, submissions, transactions);
    round = test.round("Searched", "查找用批次", "open");
    // Its own address makes its bytes, and so its digests, those of no other bid.
    var bytes = OverviewInTests.bid("510300");
    bytes.withObject("/evidence/0").put("address", "https://example.org/" + UUID.randomUUID());
    bid = test.handIn(round, bytes);
  }

  @Test
  void every_number_and_digest_leads_to_the_bid_whole_or_by_its_first_digits() {
    OfficialEvaluation kept = evaluations.find(AUDITOR, bid.result().evaluation());
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("number", bid.number().toString());
    keys.put("submission", bid.id().toString());
    keys.put("evaluation", kept.id().toString());
    keys.put("bid", kept.draftDigest());
    keys.put("answer", kept.findingsDigest());

    keys.forEach(
        (matched, key) -> {
          String digits = key.replace("sha256:", "");
          int first = matched.equals("number") ? digits.length() : digits.equals(key) ? 8 : 12;
          for (String text :
              List.of(key, digits, digits.substring(0, first), " " + digits.toUpperCase())) {
            assertThat(search.find(AUDITOR, text))
                .as(matched + " by " + text)
                .filteredOn(found -> found.submission().equals(bid.id()))
                .singleElement()
                .extracting(FoundBid::matched)
                .isEqualTo(matched);
          }
        });
  }

  @Test
  void a_number_written_in_full_width_characters_is_the_same_number() {
    String written = bid.number().toString().replace('-', '－').replace('5', '５');

    assertThat(search.find(OFFICER, written))
        .singleElement()
        .extracting(FoundBid::submission)
        .isEqualTo(bid.id());
  }

  @Test
  void a_digest_of_what_evaluated_it_leads_to_all_that_were_evaluated_by_it() {
    OfficialEvaluation kept = evaluations.find(AUDITOR, bid.result().evaluation());
    Map<String, String> keys =
        Map.of(
            "bundle", kept.by().bundle(),
            "rules", kept.by().digest(),
            "engine", kept.pin().engine(),
            "application", kept.platform().application());

    keys.forEach(
        (matched, key) ->
            assertThat(search.find(OFFICER, key))
                .as(matched)
                .anySatisfy(
                    found -> {
                      assertThat(found.matched()).isEqualTo(matched);
                      assertThat(found.submission()).isEqualTo(bid.id());
                    })
                .hasSizeLessThanOrEqualTo(BidSearch.MOST + 1));
  }

  @Test
  void the_digest_of_each_receipt_leads_to_its_bid() throws SQLException {
    byte[] accepted =
        (StoredJson.receipt(submissions.find(ZIGONG, bid.id())) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] standing = receipt();
    submissions.withdraw(ZIGONG, bid.id());
    byte[] withdrawn = receipt();

    assertThat(List.of(accepted, standing, withdrawn)).doesNotHaveDuplicates();
    for (byte[] each : List.of(accepted, standing, withdrawn)) {
      isFoundBy(OfficialEvaluations.digest(each));
    }
    // Handed in before digests of receipts were kept: what can be made again still leads to it.
    forgetReceipts();
    isFoundBy(OfficialEvaluations.digest(accepted));
    isFoundBy(OfficialEvaluations.digest(withdrawn));
  }

  private static void forgetReceipts() throws SQLException {
    try (Connection administrator = TestDatabase.administrator();
        Statement statement = administrator.createStatement()) {
      statement.execute("delete from receipt");
    }
  }

  /** Nobody has a digest kept of what was handed in before digests were, whatever is done to it. */
  @Test
  void what_was_there_before_receipts_is_found_though_something_older_is_withdrawn()
      throws SQLException {
    var bytes = OverviewInTests.bid("510600");
    bytes.withObject("/evidence/0").put("address", "https://example.org/" + UUID.randomUUID());
    Submission later = test.handIn(round, bytes);
    forgetReceipts();
    submissions.withdraw(ZIGONG, bid.id());

    String digest = StoredJson.receiptDigests(submissions.find(AUDITOR, later.id())).get(0);

    assertThat(search.find(AUDITOR, digest))
        .singleElement()
        .extracting(FoundBid::submission, FoundBid::matched)
        .containsExactly(later.id(), "receipt");
  }

  private byte[] receipt() {
    return test.as(ZIGONG, "en")
        .accept("*/*")
        .get("/applicant/submissions/" + bid.id() + "/receipt.json")
        .asByteArray();
  }

  private void isFoundBy(String digest) {
    assertThat(search.find(AUDITOR, digest))
        .singleElement()
        .extracting(FoundBid::submission, FoundBid::matched)
        .containsExactly(bid.id(), "receipt");
  }

  @Test
  void a_person_is_found_by_login_and_by_full_name_and_whoever_withdrew() throws Exception {
    contacts.describe(ZIGONG, Particulars.written("李 伟", null, null));

    assertThat(search.find(AUDITOR, "TEST-510300"))
        .extracting(FoundBid::submission)
        .contains(bid.id());
    assertThat(search.find(OFFICER, "李 伟")).extracting(FoundBid::submission).contains(bid.id());
    assertThat(search.find(AUDITOR, "510300")).isEmpty();
    test.withdraw(bid);
    test.as(AUDITOR, "en")
        .get("/evaluations/find?q=" + bid.id())
        .then()
        .body(containsString("withdrawn 20"), containsString("(Beijing time, UTC+8)"));
  }

  @Test
  void nothing_is_said_clearly_and_what_was_typed_is_text() {
    test.as(AUDITOR, "en")
        .queryParam("q", "<b>nobody</b>' or 1=1 --")
        .get("/evaluations/find")
        .then()
        .statusCode(200)
        .body(containsString("Nothing was found for “&lt;b&gt;nobody"))
        .body(not(containsString("<b>nobody")));
    test.as(AUDITOR, "zh-CN")
        .queryParam("q", "a1b2".repeat(16))
        .get("/evaluations/find")
        .then()
        .body(containsString("没有找到"));
    for (String text : List.of("", " ", "%", "0123456", "_".repeat(12), "x".repeat(5000))) {
      assertThat(search.find(AUDITOR, text)).as(text).isEmpty();
    }
    test.as(AUDITOR, "en").get("/evaluations/find").then().statusCode(200);
  }

  @Test
  void only_officers_and_auditors_search() {
    for (Person other : List.of(CHENGDU, ADMIN, ZIGONG)) {
      test.as(other, "en").get("/evaluations/find?q=" + bid.id()).then().statusCode(403);
      assertThatThrownBy(() -> search.find(other, "x")).isInstanceOf(NotAllowed.class);
    }
    for (Person reader : List.of(OFFICER, AUDITOR)) {
      test.as(reader, "en")
          .get("/evaluations/find?q=" + bid.id())
          .then()
          .statusCode(200)
          .body(containsString("/evaluations/" + bid.result().evaluation()));
    }
    for (String page : List.of("/evaluations", "/audit")) {
      test.as(AUDITOR, "en").get(page).then().body(containsString("action=\"/evaluations/find\""));
    }
    test.as(CHENGDU, "en")
        .get("/audit")
        .then()
        .body(not(containsString("action=\"/evaluations/find")));
  }
}
