package sixones.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.http.strict.Wire;
import sixones.official.OfficialEvaluations;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class SubmissionResourceTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  private PeopleInTests people;
  private RoundsByRest rest;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    people.there(CHENGDU);
    people.there(DEYANG);
    people.there(OFFICER);
    rest = new RoundsByRest(people);
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  @Test
  void what_is_accepted_is_receipted() {
    byte[] bid = RoundsByRest.bid("510100");
    String round = rest.open(3);

    Response receipt = rest.handIn(CHENGDU, round, UUID.randomUUID().toString(), bid);

    receipt
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/submissions/" + receipt.path("submission")))
        .body("round", equalTo(round))
        .body("applicant", equalTo("510100"))
        .body("version", equalTo(1))
        .body("number", endsWith("-510100-1"))
        .body("draft.form", equalTo("application/json"))
        .body("draft.bytes", equalTo(bid.length))
        .body("draft.digest", equalTo(OfficialEvaluations.digest(bid)))
        .body("evaluation.verdict", equalTo("MET"))
        .body("evaluation.toJudge", equalTo(6))
        .body("evaluation.toSupply", equalTo(0))
        .body("evaluation.toReview", equalTo(0))
        .body("declaredUntruthful", equalTo(false))
        .body("submittedAt", endsWith("+08:00"))
        .body("submittedBy", equalTo(CHENGDU.name()));
    byte[] evaluation =
        people.as(CHENGDU).get("/api/evaluations/" + receipt.path("evaluation.id")).asByteArray();
    receipt
        .then()
        .body("evaluation.digest", equalTo(OfficialEvaluations.digest(evaluation)))
        .body("size()", equalTo(10));
  }

  @Test
  void the_same_key_and_body_is_answered_the_same_to_the_byte_even_when_withdrawn_or_late() {
    String round = rest.open(3);
    String key = "!~" + UUID.randomUUID();
    byte[] bid = RoundsByRest.bid("510100");
    Response first = rest.handIn(CHENGDU, round, key, bid);
    people
        .as(CHENGDU)
        .post("/api/submissions/" + first.path("submission") + "/withdrawal")
        .then()
        .statusCode(200)
        .body("withdrawnAt", endsWith("+08:00"))
        .body("withdrawnBy", equalTo(CHENGDU.name()));

    MovableClock.moveTo(OffsetDateTime.now().plusDays(400).toInstant());
    Response again = rest.handIn(CHENGDU, round, key, bid);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void a_bid_that_declares_itself_untruthful_needs_a_yes_of_its_own() {
    String round = rest.open(3);
    byte[] bid = RoundsByRest.untruthful("510100");
    String key = UUID.randomUUID().toString();

    rest.handIn(CHENGDU, round, key, bid)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("declared-untruthful"))
        .body("detail", containsString("declaredUntruthful=yes"));
    Response accepted =
        rest.handIn(CHENGDU, round + "/submissions?declaredUntruthful=yes", key, bid);
    accepted.then().statusCode(201).body("declaredUntruthful", equalTo(true));
    people
        .as(OFFICER)
        .get("/api/submissions/" + accepted.path("submission"))
        .then()
        .body("declaredUntruthful", equalTo(true));
    assertThat(
            rest.handIn(CHENGDU, round + "/submissions?declaredUntruthful=yes", key, bid)
                .asByteArray())
        .isEqualTo(accepted.asByteArray());
    rest.handIn(CHENGDU, round, key, bid).then().statusCode(422);
  }

  @Test
  void whose_bid_is_refused_is_told_by_name_and_code() {
    String round = rest.open(3);

    rest.handIn(CHENGDU, round, UUID.randomUUID().toString(), RoundsByRest.bid("510600"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/city/code"))
        .body(
            "errors[0].detail",
            equalTo("This bid is another applicant’s. You hand in for Chengdu (510100)."));
  }

  @Test
  void another_word_than_yes_is_told_and_a_yes_that_does_not_hold_too() {
    String round = rest.open(3);
    byte[] bid = RoundsByRest.bid("510100");

    rest.handIn(
            CHENGDU,
            round + "/submissions?declaredUntruthful=true",
            UUID.randomUUID().toString(),
            RoundsByRest.untruthful("510100"))
        .then()
        .statusCode(400)
        .body("detail", containsString("Write yes, or leave it out"));
    rest.handIn(
            CHENGDU,
            round + "/submissions?declaredUntruthful=yes",
            UUID.randomUUID().toString(),
            bid)
        .then()
        .statusCode(409)
        .body("type", endsWith("not-declared-untruthful"));
  }

  @Test
  void the_same_key_with_another_body_form_or_round_is_refused() throws Exception {
    String round = rest.open(3);
    String key = UUID.randomUUID().toString();
    byte[] bid = RoundsByRest.bid("510100");
    rest.handIn(CHENGDU, round, key, bid).then().statusCode(201);
    byte[] other = (new String(bid, java.nio.charset.StandardCharsets.UTF_8) + " ").getBytes();

    List<Response> refused = new ArrayList<>();
    refused.add(rest.handIn(CHENGDU, round, key, other));
    refused.add(rest.handIn(CHENGDU, rest.open(3), key, bid));
    refused.add(
        people
            .as(CHENGDU)
            .contentType("application/yaml")
            .header("Idempotency-Key", key)
            .body(bid)
            .post("/api/rounds/" + round + "/submissions"));

    refused.forEach(
        answer ->
            answer
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/key-reused")));
  }

  @Test
  void a_key_is_demanded_and_there_is_one_of_it() {
    String line = "POST /api/rounds/" + rest.open(3) + "/submissions";
    List<List<String>> keys =
        List.of(
            List.of(),
            List.of("Idempotency-Key:"),
            List.of("Idempotency-Key: a b"),
            List.of("Idempotency-Key: a\tb"),
            List.of("Idempotency-Key: 键"),
            List.of("Idempotency-Key: " + "x".repeat(201)),
            List.of("Idempotency-Key: a\r\n b"),
            List.of("Idempotency-Key: one", "Idempotency-Key: two"));

    for (List<String> key : keys) {
      List<String> headers = new ArrayList<>(key);
      headers.add("Content-Type: application/json");
      headers.add(Wire.signed(CHENGDU.name()));

      Wire.Answer answer = new Wire(root).send(line, headers, RoundsByRest.bid("510100"));

      assertThat(answer.status()).as(key.toString()).isEqualTo(400);
    }
  }

  @Test
  void of_many_at_once_under_one_key_one_is_accepted_and_all_are_told_the_same() throws Exception {
    String round = rest.open(3);
    String key = UUID.randomUUID().toString();
    byte[] bid = RoundsByRest.bid("510100");
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<Response>> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(clients.submit(() -> rest.handIn(CHENGDU, round, key, bid)));
    }

    List<String> accepted = new ArrayList<>();
    for (Future<Response> future : answers) {
      Response answer = future.get();
      if (answer.statusCode() == 201) {
        accepted.add(answer.asString());
      } else {
        answer
            .then()
            .statusCode(409)
            .contentType(PROBLEM)
            .body("type", equalTo("/problems/still-running"));
      }
    }
    clients.shutdown();

    assertThat(accepted).isNotEmpty().allMatch(accepted.get(0)::equals);
    assertThat(rest.all(CHENGDU, "/api/rounds/" + round + "/submissions", "submission")).hasSize(1);
  }

  @Test
  void while_the_first_is_running_a_second_under_its_key_is_told_so() throws Exception {
    String round = rest.open(3);
    String key = UUID.randomUUID().toString();
    byte[] bid = RoundsByRest.bid("510100");
    try (Connection running = TestDatabase.administrator();
        PreparedStatement lock =
            running.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      running.setAutoCommit(false);
      lock.setString(1, "key 510100 " + key);
      lock.execute();

      rest.handIn(CHENGDU, round, key, bid)
          .then()
          .statusCode(409)
          .contentType(PROBLEM)
          .body("type", equalTo("/problems/still-running"));
      rest.handIn(CHENGDU, round, key + "-2", bid).then().statusCode(201);
    }

    rest.handIn(CHENGDU, round, key, bid).then().statusCode(201);
  }

  @Test
  void a_late_one_is_told_the_deadline_in_its_language() {
    String round = rest.open(3);
    String deadline = people.as(CHENGDU).get("/api/rounds/" + round).path("deadline");
    String told = deadline.substring(0, 10) + " " + deadline.substring(11, 19);
    MovableClock.moveTo(OffsetDateTime.parse(deadline).toInstant());

    for (Map.Entry<String, String> language : Map.of("en", "UTC+8", "zh-CN", "截止").entrySet()) {
      rest.json(CHENGDU, RoundsByRest.bid("510100"))
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .header("Accept-Language", language.getKey())
          .post("/api/rounds/" + round + "/submissions")
          .then()
          .statusCode(409)
          .contentType(PROBLEM)
          .body("type", equalTo("/problems/too-late"))
          .body("detail", containsString(told))
          .body("detail", containsString(language.getValue()));
    }
  }

  @Test
  void what_was_handed_in_is_read_to_the_byte_in_its_form() throws Exception {
    Map<String, byte[]> forms = new LinkedHashMap<>();
    String chinese =
        new String(RoundsByRest.bid("510100"), java.nio.charset.StandardCharsets.UTF_8)
            .replace("10000.00", "１００００．００")
            .replace("Chengdu", "　成都\\u0000\\u202e")
            .replace("\",\"", "\",\r\n\"");
    forms.put("application/json", RoundsByRest.bytes(chinese));
    forms.put("application/yaml", new YAMLMapper().writeValueAsBytes(Fixtures.compliant()));
    String round = rest.open(9);

    forms.forEach(
        (form, bid) -> {
          Response receipt =
              people
                  .as(CHENGDU)
                  .contentType(form)
                  .header("Idempotency-Key", UUID.randomUUID().toString())
                  .body(bid)
                  .post("/api/rounds/" + round + "/submissions");
          receipt.then().statusCode(201).body("evaluation.verdict", equalTo("MET"));
          String address = "/api/submissions/" + receipt.path("submission") + "/draft";

          Response read = people.as(OFFICER).get(address);

          read.then().statusCode(200).header("Content-Type", containsString(form));
          assertThat(read.asByteArray()).isEqualTo(bid);
          Response again =
              people.as(OFFICER).header("If-None-Match", read.header("ETag")).get(address);
          again.then().statusCode(304).header("ETag", equalTo(read.header("ETag")));
          assertThat(again.asByteArray()).isEmpty();
        });
  }

  @Test
  void a_tag_changes_with_a_withdrawal() {
    String id = rest.handIn(CHENGDU, rest.open(3)).path("submission");
    Response before = people.as(CHENGDU).get("/api/submissions/" + id);
    before.then().statusCode(200).body("withdrawnAt", nullValue()).body("withdrawnBy", nullValue());
    people
        .as(CHENGDU)
        .header("If-None-Match", before.header("ETag"))
        .get("/api/submissions/" + id)
        .then()
        .statusCode(304);

    people.as(CHENGDU).post("/api/submissions/" + id + "/withdrawal").then().statusCode(200);

    people
        .as(CHENGDU)
        .header("If-None-Match", before.header("ETag"))
        .get("/api/submissions/" + id)
        .then()
        .statusCode(200)
        .body("withdrawnAt", notNullValue())
        .body("withdrawnBy", equalTo(CHENGDU.name()));
  }

  @Test
  void a_list_goes_on_by_its_links_and_a_cursor_of_one_applicant_shows_another_nothing_of_it() {
    String round = rest.open(100);
    List<String> ofChengdu = new ArrayList<>();
    List<String> ofDeyang = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ofDeyang.add(0, rest.handIn(DEYANG, round).path("submission"));
      ofChengdu.add(0, rest.handIn(CHENGDU, round).path("submission"));
    }
    String list = "/api/rounds/" + round + "/submissions?limit=2";

    assertThat(rest.all(CHENGDU, list, "submission")).isEqualTo(ofChengdu);
    assertThat(rest.all(OFFICER, list, "submission"))
        .hasSize(10)
        .containsAll(ofChengdu)
        .containsAll(ofDeyang);
    assertThat(rest.all(OFFICER, list + "&applicant=510600", "submission")).isEqualTo(ofDeyang);
    assertThat(
            rest.all(
                OFFICER, "/api/submissions?limit=3&round=" + round + "&applicant=510600", "round"))
        .hasSize(5);
    String cursorOfChengdu =
        people.as(CHENGDU).get(list).header("Link").replaceAll(".*cursor=([^>]*)>.*", "$1");
    assertThat(rest.all(DEYANG, list + "&cursor=" + cursorOfChengdu, "submission"))
        .isNotEmpty()
        .isSubsetOf(ofDeyang);
    assertThat(rest.all(DEYANG, list + "&applicant=510100", "submission")).isEmpty();
  }

  @Test
  void a_filter_that_cannot_be_is_refused() {
    for (String filter : List.of("applicant=x'", "round=1-1-1-1-1")) {
      people
          .as(OFFICER)
          .urlEncodingEnabled(false)
          .get("/api/submissions?" + filter)
          .then()
          .statusCode(400)
          .contentType(PROBLEM)
          .body("type", equalTo("/problems/bad-filter"));
    }
  }

  @Test
  void a_bid_that_is_packed_too_large_or_of_another_kind_is_refused() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[50 << 20]);
    }
    String round = rest.open(3);
    String line = "POST /api/rounds/" + round + "/submissions";
    List<String> headers =
        List.of(
            "Idempotency-Key: k",
            "Content-Type: application/json",
            Wire.signed(people.there(CHENGDU).name()));
    Wire wire = new Wire(root);

    List<String> gzipped = new ArrayList<>(headers);
    gzipped.add("Content-Encoding: gzip");
    assertThat(wire.send(line, gzipped, packed.toByteArray()).status()).isEqualTo(415);
    assertThat(wire.send(line, headers, new byte[(1 << 20) + 1]).status()).isEqualTo(413);
    List<String> chunked = new ArrayList<>(headers);
    chunked.add("Transfer-Encoding: chunked");
    byte[] chunks = RoundsByRest.bytes("180000\r\n" + " ".repeat(0x180000) + "\r\n0\r\n\r\n");
    assertThat(wire.raw(line, chunked, chunks).status()).isEqualTo(413);
    for (String length : List.of("-1", "+5", "x", "5\r\nContent-Length: 6", "9".repeat(30))) {
      List<String> lying = new ArrayList<>(headers);
      lying.add("Content-Length: " + length);
      assertThat(wire.raw(line, lying, new byte[5]).status()).as(length).isEqualTo(400);
    }
    assertThat(rest.all(CHENGDU, "/api/rounds/" + round + "/submissions", "submission")).isEmpty();
  }
}
