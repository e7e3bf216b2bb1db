package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class DraftResourceTest {
  private static final String PROBLEM = "application/problem+json";
  private static final Person APPLICANT = new Person("test-luzhou", Role.APPLICANT, "510500");

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final List<String> made = new ArrayList<>();
  private PeopleInTests people;
  private RoundsByRest rest;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    rest = new RoundsByRest(people);
  }

  @AfterEach
  void throwAway() {
    for (String id : made) {
      String tag = people.as(APPLICANT).get("/api/drafts/" + id).header("ETag");
      if (tag != null) {
        people.as(APPLICANT).header("If-Match", tag).delete("/api/drafts/" + id);
      }
    }
  }

  private String begin(String name, byte[] text) {
    String id =
        rest.json(APPLICANT, text)
            .queryParam("name", name)
            .post("/api/drafts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    made.add(id);
    return id;
  }

  @Test
  void a_draft_is_kept_to_the_byte_under_a_tag() {
    byte[] text = RoundsByRest.bytes("{ 未完成：\r\n１２３ \u0000");

    Response begun = rest.json(APPLICANT, text).queryParam("name", "初稿 Ａ😀").post("/api/drafts");
    made.add(begun.path("id"));

    begun
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .header("Location", endsWith("/api/drafts/" + begun.path("id")))
        .body("name", equalTo("初稿 Ａ😀"))
        .body("bytes", equalTo(text.length))
        .body("savedAt", endsWith("+08:00"));
    Response read = people.as(APPLICANT).get("/api/drafts/" + begun.path("id"));
    assertThat(read.asByteArray()).isEqualTo(text);
    Response again =
        people
            .as(APPLICANT)
            .header("If-None-Match", "\"1\"")
            .get("/api/drafts/" + begun.path("id"));
    again.then().statusCode(304);
    assertThat(again.asByteArray()).isEmpty();
  }

  @Test
  void a_draft_names_a_round_and_is_checked_by_its_day() {
    people.there(OFFICER);
    String round = rest.open(3);
    byte[] text = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);
    Response begun =
        rest.json(APPLICANT, text)
            .queryParam("name", "for a round")
            .queryParam("round", round)
            .post("/api/drafts");
    made.add(begun.path("id"));
    begun.then().statusCode(201).body("round", equalTo(round));
    String address = "/api/drafts/" + begun.path("id");
    String day = people.as(APPLICANT).get("/api/rounds/" + round).path("evaluationDay");

    people.as(APPLICANT).post(address + "/checks").then().body("asOf", equalTo(day));
    put(address, "1", text, "none").then().statusCode(200).body("round", nullValue());
    people.as(APPLICANT).post(address + "/checks").then().body("asOf", not(equalTo(day)));
    put(address, "2", text, UUID.randomUUID().toString()).then().statusCode(404);
  }

  private Response put(String address, String revision, byte[] text, String round) {
    return rest.json(APPLICANT, text)
        .header("If-Match", "\"" + revision + "\"")
        .queryParam("round", round)
        .put(address);
  }

  @Test
  void bytes_in_another_encoding_are_refused_with_its_name_and_change_nothing() {
    byte[] gbk = "{\"a\": \"四川省\"}".getBytes(Charset.forName("GBK"));
    byte[] word = RoundsByRest.bytes("PK\3\4 word/document.xml");
    String address = "/api/drafts/" + begin("draft", RoundsByRest.bytes("1"));

    for (Response refused :
        List.of(
            rest.json(APPLICANT, gbk).queryParam("name", "x").post("/api/drafts"),
            rest.json(APPLICANT, gbk).header("If-Match", "\"1\"").put(address),
            rest.json(APPLICANT, gbk).post("/api/checks"))) {
      refused
          .then()
          .statusCode(422)
          .body("errors[0].kind", equalTo("document-other-encoding"))
          .body("errors[0].detail", containsString("GB18030"));
    }
    rest.json(APPLICANT, word)
        .queryParam("name", "x")
        .post("/api/drafts")
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("Word"));

    people.as(APPLICANT).get(address).then().header("ETag", equalTo("\"1\""));
  }

  @Test
  void the_open_metrics_do_not_tell_that_there_is_a_draft() {
    Supplier<List<String>> told =
        () ->
            given()
                .get(metrics)
                .asString()
                .lines()
                .filter(
                    line -> line.matches("sixones_findings.*|.*uri=\"/(api/drafts|applicant).*"))
                .toList();
    rest.json(APPLICANT, Fixtures.compliant().toString())
        .post("/api/checks")
        .then()
        .statusCode(200);
    List<String> before = told.get();

    String address = "/api/drafts/" + begin("draft", RoundsByRest.bid(APPLICANT.applicant()));
    people.as(APPLICANT).get("/api/drafts").then().statusCode(200);
    people.as(APPLICANT).get(address).then().statusCode(200);
    people.as(APPLICANT).post(address + "/checks").then().statusCode(200);

    assertThat(told.get())
        .isNotEmpty()
        .isEqualTo(before)
        .allMatch(line -> line.startsWith("sixones_"));
  }

  @Test
  void a_draft_is_saved_and_thrown_away_over_the_revision_that_was_read_and_no_other() {
    String address = "/api/drafts/" + begin("draft", RoundsByRest.bytes("1"));

    for (String none : new String[] {null, "*"}) {
      var put = rest.json(APPLICANT, "2");
      var delete = people.as(APPLICANT);
      if (none != null) {
        put.header("If-Match", none);
        delete.header("If-Match", none);
      }
      put.put(address).then().statusCode(428).contentType(PROBLEM);
      delete.delete(address).then().statusCode(428).contentType(PROBLEM);
    }
    for (String stale : List.of("\"2\"", "W/\"1\"", "1", "\"\"", "\"99999999999\"")) {
      rest.json(APPLICANT, "2").header("If-Match", stale).put(address).then().statusCode(412);
      people.as(APPLICANT).header("If-Match", stale).delete(address).then().statusCode(412);
    }
    assertThat(people.as(APPLICANT).get(address).asString()).isEqualTo("1");

    rest.json(APPLICANT, "2")
        .header("If-Match", "\"1\"")
        .put(address)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("name", equalTo("draft"));
    people.as(APPLICANT).header("If-Match", "\"2\"").delete(address).then().statusCode(204);
    people.as(APPLICANT).get(address).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "a%0D%0Ab", "%E2%80%AE", "%E2%80%8B", "x%E2%80%A8x"})
  void a_name_nobody_can_read_or_keep_is_refused(String name) {
    String address = "/api/drafts/" + begin("draft", RoundsByRest.bytes("1"));

    rest.json(APPLICANT, "1")
        .urlEncodingEnabled(false)
        .post("/api/drafts?name=" + name)
        .then()
        .statusCode(422)
        .contentType(PROBLEM)
        .body("errors[0].pointer", equalTo(""));
    if (!name.isEmpty()) {
      rest.json(APPLICANT, "1")
          .urlEncodingEnabled(false)
          .header("If-Match", "\"1\"")
          .put(address + "?name=" + name)
          .then()
          .statusCode(422);
    }
  }

  @Test
  void a_draft_too_large_packed_or_of_another_kind_is_refused() {
    Wire wire = new Wire(root);
    String line = "POST /api/drafts?name=x";
    String signed = Wire.signed(people.there(APPLICANT).name());
    String json = "Content-Type: application/json";

    assertThat(wire.send(line, List.of(signed, json), new byte[(1 << 20) + 1]).status())
        .isEqualTo(413);
    byte[] chunks = RoundsByRest.bytes("180000\r\n" + " ".repeat(0x180000) + "\r\n0\r\n\r\n");
    assertThat(wire.raw(line, List.of(signed, json, "Transfer-Encoding: chunked"), chunks).status())
        .isEqualTo(413);
    assertThat(
            wire.send(line, List.of(signed, json, "Content-Encoding: gzip"), new byte[9]).status())
        .isEqualTo(415);
    assertThat(wire.send(line, List.of(signed, "Content-Type: image/png"), new byte[9]).status())
        .isEqualTo(415);
  }

  @Test
  void a_check_of_a_draft_is_the_self_check_of_its_bytes() {
    byte[] bid = RoundsByRest.bid("510500");
    String address = "/api/drafts/" + begin("draft", bid) + "/checks";

    for (String query : List.of("?asOf=2022-06-13", "?asOf=2022-06-17&lang=zh-CN")) {
      assertThat(people.as(APPLICANT).post(address + query).asByteArray())
          .isEqualTo(rest.json(APPLICANT, bid).post("/api/checks" + query).asByteArray());
    }
    people
        .as(APPLICANT)
        .post("/api/drafts/" + begin("draft", RoundsByRest.bytes("{")) + "/checks")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/unreadable-draft"));
  }

  @Test
  void a_program_needs_no_token_of_forms_and_is_told_what_to_send_instead_of_one() {
    String id = begin("draft", RoundsByRest.bid("510500"));
    List<String> headers =
        List.of(
            Wire.signed(APPLICANT.name()),
            "Cookie: csrf-token=x",
            "Content-Type: application/x-www-form-urlencoded");
    Wire wire = new Wire(root);

    assertThat(wire.send("POST /api/drafts/" + id + "/checks", headers, new byte[0]).status())
        .isEqualTo(200);
    Wire.Answer form = wire.send("POST /api/checks", headers, RoundsByRest.bid("510500"));
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.text()).contains("/problems/unsupported-form");
    assertThat(wire.send("GET /api/drafts/" + id, headers, new byte[0]).header("Set-Cookie"))
        .isNull();
  }

  @Test
  void who_is_nobody_is_asked_to_sign_in_before_anything_else() {
    for (String id : List.of("x", "00000000-0000-4000-8000-000000000000")) {
      given().get("/api/drafts/" + id).then().statusCode(401);
      given()
          .body("x")
          .contentType("application/json")
          .put("/api/drafts/" + id)
          .then()
          .statusCode(401);
      given().delete("/api/drafts/" + id).then().statusCode(401);
      given().post("/api/drafts/" + id + "/checks").then().statusCode(401);
      given().get("/api/submissions/" + id).then().statusCode(401);
      given().post("/api/submissions/" + id + "/withdrawal").then().statusCode(401);
      given().get("/api/evaluations/" + id + "?lang=x").then().statusCode(401);
    }
  }

  @Test
  void a_list_goes_on_by_its_links() {
    List<String> begun = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      begun.add(begin("draft " + i, RoundsByRest.bytes("1")));
    }

    assertThat(rest.all(APPLICANT, "/api/drafts?limit=2", "id"))
        .containsExactlyInAnyOrderElementsOf(begun);
  }
}
